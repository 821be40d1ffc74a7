"""Whom an inspection told only by its feedback was of (某巡视组向某县委反馈巡视情况)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.recognise.line import Atom
from kg.relate.claim import Claim
from kg.relate.page import Page
from kg.relate.same import values
from kg.relate.story import Scene
from kg.values import AgencyValue, GroupValue

if TYPE_CHECKING:
    from kg.relate.positions import Slot

INSPECTORS = "InspectionGroup"
"""The class of bodies that inspect."""
RULE = "relate.frames.inspection.fed-back"
"""The rule of claims that rest on feedback."""


def at_team(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The inspecting bodies before the word that leads to whom they tell (某巡视组|向)."""
    mark = scene.before(index, "prep.to", "prep.object")
    acts = {w for w, row in scene.lexicon.kind("trigger").items() if row.value == "inspection.active"}
    before = scene.units[mark - 1].of("agency") if mark else ()
    return tuple(a for a in before if any(word in a.text for word in acts))


def at_addressed(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Those to whom an inspecting body, or a round of inspections, gives back what it found."""
    mark = scene.before(index, "prep.to", "prep.object")
    if not mark:
        return ()
    inspects = scene.lexicon.value("trigger", scene.units[mark - 1].text).startswith("inspection")
    teams = at_team(scene, index, slot)
    told = tuple(a for u in scene.units[mark + 1 : index] for a in u.heads)
    return tuple(a for a in told if not sends(a, teams)) if inspects or teams else ()


def sends(atom: Atom, teams: tuple[Atom, ...]) -> bool:
    """Whether an atom is an inspecting body, or the one whose teams inspect (省委: 省委第三巡视组)."""
    if not isinstance(atom.value, AgencyValue):
        return False
    label = atom.value.label
    return atom.value.kind == INSPECTORS or any(t.value.label.startswith(label) for t in teams)


def fed_back(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims without inspections that are told by feedback where the text tells of them already."""
    told = [c for c in claims if c.type == "inspection" and c.rule != RULE]
    kept: list[Claim] = []
    for claim in claims:
        targets = values(claim, "target")
        if claim.rule == RULE and any(targets <= values(other, "target") for other in told):
            continue
        told += [claim] if claim.rule == RULE else []
        kept.append(claim)
    return kept


def at_recent(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The inspecting body that the text named last, where no word before tells of another subject."""
    clause, mark = scene.units[index].clause, scene.before(index, "prep.object")
    own = [u for u in scene.units[: index if mark is None else mark] if u.clause == clause]
    other = any(u.kind == "word" and u.heads[0].pos.startswith("n") for u in own)
    body = scene.story.inspector
    return (body,) if body is not None and not other else ()


def is_team(value: object, lexicon: Lexicon) -> bool:
    """Whether a count is of teams that inspect (15个巡视组): nobody inspects them."""
    heads = lexicon.kind("head.strong")
    noun = value.noun if isinstance(value, GroupValue) else ""
    return any(INSPECTORS in (w.value, w.note) and noun.endswith(text) for text, w in heads.items() if noun)
