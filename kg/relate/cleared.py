"""Whose name a sentence clears where no object marker says so, and whose people do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.recognise.line import Atom
from kg.relate.clearing import held
from kg.relate.parties import is_marked, opens, subject
from kg.relate.story import Scene

if TYPE_CHECKING:
    from kg.relate.positions import Slot

KINDS = ("person", "group")
"""Kinds of parties whose name is cleared."""


def at_accused(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The person whom the sentence tells to have been accused falsely.

    Before the clearing (甲诬告乙一事…，予以澄清; 就|乙|受到不实举报问题进行澄清), or behind it
    (澄清对|乙|…的不实举报).
    """
    for at in range(index - 1, -1, -1):
        if scene.is_a(at, "verb.false-accusation"):
            suffers = scene.before(at, "discourse.accusation.suffered")
            passive = scene.before(at, "voice.undergone") is not None
            found = sufferer(scene, suffers) if suffers is not None else ()
            return found or (subject(scene, at, KINDS) if passive else next_to(scene, at))
    return answered(scene, index)


def next_to(scene: Scene, at: int) -> tuple[Atom, ...]:
    """The party right behind a word."""
    behind = scene.units[at + 1] if at + 1 < len(scene.units) else None
    return behind.of(*KINDS) if behind is not None else ()


def sufferer(scene: Scene, suffers: int) -> tuple[Atom, ...]:
    """The persons right before the word that says what they suffered."""
    return scene.units[suffers - 1].of(*KINDS) if suffers else ()


def answered(scene: Scene, index: int) -> tuple[Atom, ...]:
    """Of whom the complaint is that a clearing has as its object (澄清|对|某某|…的不实举报)."""
    clause = scene.units[index].clause
    of = tuple(scene.lexicon.kind("particle.of"))
    marks = scene.is_a(index + 1, "prep.object", "prep.other") and index + 2 < len(scene.units)
    ends = any(
        scene.is_a(at, "verb.false-accusation") and scene.units[at - 1].text.endswith(of)
        for at in range(index + 3, len(scene.units))
        if scene.units[at].clause <= clause + 1
    )
    return scene.units[index + 2].of(*KINDS) if marks and ends else ()


def at_complained(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The person complained of before in the paragraph, where a meeting is held and nobody else named."""
    told, clause = scene.story.complained, scene.units[index].clause
    own = [at for at in range(index) if scene.units[at].clause == clause]
    other = any(u.of(*KINDS) for u in scene.units[:index]) or any(scene.is_a(at, "prep.object") for at in own)
    if told is None or other or scene.start >= told[1] or held(scene, index) is None:
        return ()
    return told[0]


def hear(scene: Scene) -> tuple[Atom, ...]:
    """Whom a sentence tells to have been complained of: before 被, or behind the verb in its clause."""
    for at in range(len(scene.units)):
        if not scene.is_a(at, "verb.complaint"):
            continue
        passive = scene.before(at, "voice.undergone")
        if passive is not None:
            return sufferer(scene, passive)
        behind = next((u for u in scene.units[at + 1 :] if u.of(*KINDS)), None)
        return behind.of("person") if behind is not None and behind.clause == scene.units[at].clause else ()
    return ()


def at_staff(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The bodies whose people act (某县纪委、某局|负责同志|赴某镇…澄清)."""
    for at in range(index - 1, 0, -1):
        owner = scene.units[at - 1]
        people = scene.is_a(at, "discourse.statement.unnamed") and owner.kind == "word"
        if people and owner.heads[0].kind == "agency":
            first = at - 1
            while first > 1 and scene.is_a(first - 1, "list.join") and scene.units[first - 2].of("agency"):
                first -= 2
            bodies = tuple(a for u in scene.units[first:at] for a in u.heads if a.kind == "agency")
            return bodies if opens(scene, first) and not is_marked(scene, first) else ()
    return ()
