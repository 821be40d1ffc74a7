"""The general engine: reads ``ontology/frames.tsv`` and fills the frame of every trigger word.

A frame row says, for an event type and the voice of its trigger, which role is filled by what kind of thing
standing where. A domain reader adds an event type by adding rows and trigger words; nothing here changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.parties import acting, by_agent, is_marked, marked, pronoun, subject
from kg.relate.story import Scene
from kg.values import AgencyValue, GroupValue, MeasureValue

CASE_REACH = 14
"""Units behind a trigger in which its object must begin."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the frames table."""

    role: str
    kinds: tuple[str, ...]
    """person | agency | place | document | group.person | group.organisation | group.case | method …"""
    positions: tuple[str, ...]
    need: str
    """Marks (joined by commas): of all slots with one mark at least one must be filled."""


def frames(scene: Scene) -> list[Claim]:
    """The claims of every trigger of a sentence that the frames table knows."""
    claims: list[Claim] = []
    triggers = scene.lexicon.kind("trigger")
    for index, unit in enumerate(scene.units):
        word = triggers.get(unit.text) if unit.kind in ("word", "measure", "title") else None
        if word is None:
            continue
        for reading in word.value.split("|"):
            event, _, voice = reading.partition(".")
            if voice == "active" and scene.before(index, "voice.undergo") is not None:
                voice = "passive"
            claim = fill(scene, index, event, voice)
            if claim is not None:
                claims += [claim] if claim not in claims else []
                break
    return claims


def fill(scene: Scene, index: int, event: str, voice: str) -> Claim | None:
    """The claim of one trigger, or None where a needed role stays empty."""
    slots = slots_of(scene, event, voice)
    if not slots or blocked(scene, index):
        return None
    if voice == "count" and any(scene.units[at].kind == "measure" for at in range(max(0, index - 2), index)):
        return None
    fillers: list[Filler] = []
    met: dict[str, bool] = {}
    for slot in slots:
        atoms = find(scene, index, slot)
        for need in slot.need.split(","):
            met[need] = met.get(need, False) or bool(atoms)
        fillers += [as_filler(slot.role, a) for a in atoms if slot.role != "-"]
    if not all(ok for need, ok in met.items() if need):
        return None
    own = unique(fillers)
    period = any(isinstance(f.value, GroupValue) for f in own) or event == "inspection"
    time = None if scene.is_a(index + 1, "during") else scene.date_near(index, period=period)
    if event == "clearing":
        own = (*own, *place_role(scene, index))
    return Claim(
        event,
        own,
        scene.start,
        scene.end,
        f"relate.frames.{event}.{voice}",
        stance="planned" if scene.modal(index, "modal.plan") else "asserted",
        trigger=scene.units[index].text,
        **({"time": time} if time else {}),
    )


def place_role(scene: Scene, index: int) -> tuple[Filler, ...]:
    """The division an act is told of: the last named before it in the sentence."""
    for unit in reversed(scene.units[:index]):
        places = [a for a in unit.heads if a.kind == "place"]
        if places:
            return (Filler("place", places[-1].value, places[-1].start, places[-1].end),)
    return ()


def unique(fillers: list[Filler]) -> tuple[Filler, ...]:
    """Each role's values once, in order."""
    seen: dict[tuple[str, object], Filler] = {}
    for one in fillers:
        seen.setdefault((one.role, str(one.value)), one)
    return tuple(seen.values())


def blocked(scene: Scene, index: int) -> bool:
    """Whether the trigger is negated, or told as a duty."""
    clause = scene.units[index].clause
    for at in range(index):
        if scene.units[at].kind == "word" and scene.units[at].clause == clause and scene.is_a(at, "negation"):
            return True
    told = (
        scene.is_a(index + 1, "particle.of")
        and index + 2 < len(scene.units)
        and scene.units[index + 2].of("group")
    )
    return scene.modal(index, "modal.must") or (scene.is_a(index + 1, "trigger.not-act") and not told)


def slots_of(scene: Scene, event: str, voice: str) -> list[Slot]:
    """The rows of a frame."""
    rows = scene.lexicon.frames.get((event, voice), ())
    return [Slot(r[0], tuple(r[1].split()), tuple(r[2].split()), r[3]) for r in rows]


def find(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The atoms that fill a slot, by the first position that yields any."""
    for position in slot.positions:
        found = tuple(a for a in POSITIONS[position](scene, index, slot) if fits(a, slot.kinds))
        if found:
            return found
    return ()


def fits(atom: Atom, kinds: tuple[str, ...]) -> bool:
    """Whether an atom is of one of the kinds."""
    if atom.kind == "group" and isinstance(atom.value, GroupValue):
        return f"group.{atom.value.unit}" in kinds
    if isinstance(atom.value, AgencyValue) and f"agency.{atom.value.kind}" in kinds:
        return True
    if isinstance(atom.value, MeasureValue):
        return atom.value.scheme in kinds
    if atom.kind == "word":
        return "word.problem" in kinds
    return atom.kind in kinds


def as_filler(role: str, atom: Atom) -> Filler:
    """The filler; a role named ``count`` takes the number of the group only."""
    if role == "count" and isinstance(atom.value, GroupValue):
        return Filler(role, atom.value.count, atom.start, atom.end)
    return filler(role, atom)


def party_kinds(slot: Slot) -> tuple[str, ...]:
    """Atom kinds for a slot's kinds."""
    return tuple(dict.fromkeys(k.partition(".")[0] for k in slot.kinds))


def at_subject(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Unmarked party to the left."""
    if slot.role == "agent" and "agency" in slot.kinds:
        body = acting(scene, index)
        return (body,) if body is not None else ()
    return subject(scene, index, party_kinds(slot))


def at_place(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """An unmarked division to the left, where no body is named: a place that acts."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("place") and not is_marked(scene, at):
            return unit.of("place")[-1:]
    return ()


def at_object(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The first fitting party behind the trigger, before the sentence ends."""
    for unit in scene.units[index + 1 : index + 1 + CASE_REACH]:
        if unit.clause != scene.units[index].clause:
            break
        atoms = tuple(a for a in unit.heads if unit.kind in ("party", "document") and fits(a, slot.kinds))
        if atoms:
            return atoms
    return ()


def at_next(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party right behind the trigger."""
    found: list[Atom] = []
    for at in range(index + 1, len(scene.units)):
        unit = scene.units[at]
        if unit.kind == "party" and (at == index + 1 or unit.of("group")):
            found += unit.heads
        elif (
            (not found
            and not scene.is_a(at, "aspect"))
            or (found
            and not scene.is_a(at, "list.join", "noun.rank"))
        ):
            break
    return tuple(found)


def at_previous(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party right before the trigger, dates aside."""
    for unit in reversed(scene.units[:index]):
        if unit.kind == "party":
            return unit.heads
        if unit.kind != "date" and unit.text not in ("（", "）"):
            break
    return ()


def at_quoted(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """A medium that a report is quoted from (据…消息), or a wire service whose name says so."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party":
            wire = any(scene.lexicon.is_a(a.text, "wire") for a in unit.heads)
            quoted = any(scene.is_a(n, "quoting") for n in range(at))
            return unit.heads if (wire and index == at + 1) or quoted else ()
        if unit.clause != scene.units[index].clause:
            break
    return ()


def at_marked(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party behind an object marker."""
    return marked(scene, index, party_kinds(slot))


def at_by(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The body behind an agent marker."""
    body = by_agent(scene, index)
    return (body,) if body is not None else ()


def at_undergone(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The body between a verb of undergoing and the trigger: 接受|中央纪委|审查."""
    verb = scene.before(index, "voice.undergo")
    return tuple(a for u in scene.units[verb + 1 : index] for a in u.heads) if verb is not None else ()


def at_announcer(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The discipline organ whose announcement the sentence is (某市纪委监委消息：…正接受审查调查)."""
    for at in range(index):
        unit = scene.units[at]
        bodies = tuple(a for a in unit.of("agency") if scene.lexicon.is_a(a.value.kind, "announcing"))
        if (
            unit.kind == "party"
            and bodies
            and not unit.of("person")
            and any(scene.is_a(n, "verb.announce") for n in range(at + 1, min(at + 4, index)))
        ):
            return bodies
    return ()


def at_told(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The uncounted problem that a marked object names (对…的典型问题进行通报)."""
    clause = scene.units[index].clause
    own = [at for at in range(index) if scene.units[at].clause == clause]
    marks = [at for at in own if scene.is_a(at, "prep.object")]
    nouns = [at for at in own if scene.is_a(at, "noun.problem") and marks and at > marks[0]]
    return scene.units[nouns[-1]].heads if nouns and index - nouns[-1] <= 3 else ()


def at_recent(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The inspecting body that the text named last."""
    return (scene.story.inspector,) if scene.story.inspector is not None else ()


def at_counted(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The counted parties behind the trigger in its clause, and those of the list that follows."""
    found: list[Atom] = []
    for at in range(index + 1, len(scene.units)):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("group"):
            found += unit.of("group")
        elif (not found and (
            unit.kind not in ("word", "punct", "title", "measure") or unit.clause != scene.units[index].clause
        )) or (found and not scene.is_a(at, "list.join", "noun.rank")):
            break
    return tuple(found)


def at_pronoun(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """What a pronoun in the clause stands for."""
    return pronoun(scene, 0, index)


def at_topic(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party the sentence before was about."""
    return scene.story.topic


def at_clause(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Anything fitting in the sentence before the trigger."""
    return tuple(a for u in scene.units[:index] for a in u.heads if fits(a, slot.kinds))


POSITIONS: dict[str, Callable[[Scene, int, Slot], tuple[Atom, ...]]] = {
    "subject": at_subject,
    "place": at_place,
    "object": at_object,
    "next": at_next,
    "previous": at_previous,
    "quoted": at_quoted,
    "marked": at_marked,
    "by": at_by,
    "undergone": at_undergone,
    "announcer": at_announcer,
    "recent": at_recent,
    "told": at_told,
    "counted": at_counted,
    "pronoun": at_pronoun,
    "topic": at_topic,
    "clause": at_clause,
}
"""Where a filler may stand, by the word the frames table uses for it."""
