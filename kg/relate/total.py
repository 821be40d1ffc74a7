"""The period and the body that a row of totals is told of. "Of when, and of whom, are these counts?".

A report opens with both (2023年1至6月,某市纪检监察机关共立案213件。) and goes on counting without them
(处分县处级干部5人。). They hold up to the end of the paragraph, until a sentence names another time or body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.acting import acting_place, all_acting
from kg.relate.claim import Claim, filler
from kg.relate.page import Page
from kg.relate.story import Scene
from kg.values import GroupValue

COUNTED = frozenset({"sanction", "judicial"})
"""Types of claims whose counted parties are totals."""
MONTH = len("2023-04")
"""Characters of a date without a day: a day tells of one act, not of a period."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the counts of a paragraph are told of."""

    time: Time
    agents: tuple[Atom, ...]


def totals(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, with time and body of the sentence that opened the count where they name neither."""
    told: dict[int, Totals] = {}
    current: Totals | None = None
    for before, scene in zip([None, *page.scenes], page.scenes, strict=False):
        if current is not None and before is not None and page.new_paragraph(before, scene):
            current = None
        opened = opening(scene) if scene.times else None
        if opened is not None or current is None:
            current = opened
        elif bare(scene):
            told[scene.start] = current
        else:
            current = None
    return [completed(claim, told[claim.start]) if claim.start in told else claim for claim in claims]


def opening(scene: Scene) -> Totals | None:
    """The period that a sentence with a count begins with, and the body or division that acts in it."""
    if not any(unit.kind == "number" or unit.of("group") for unit in scene.units):
        return None
    for at, unit in enumerate(scene.units):
        time = scene.times.get(unit.start) if unit.kind == "date" else None
        if time is not None:
            period = "/" in time.edtf or 0 < len(time.edtf) <= MONTH
            return Totals(time, acting(scene)) if period else None
        if unit.kind not in ("punct", "party") and not leads_in(scene, at):
            return None
    return None


def leads_in(scene: Scene, at: int) -> bool:
    """Whether a word may stand before a period: 截至, or in the clause of a report (通报指出,)."""
    clause = [n for n, u in enumerate(scene.units) if u.clause == scene.units[at].clause]
    says = len(clause) > 1 and scene.is_a(clause[-2], "verb.say")
    return says or scene.is_a(at, "clause.opener", "total.lead")


def acting(scene: Scene) -> tuple[Atom, ...]:
    """The bodies that act in a sentence, or the division that does."""
    place = acting_place(scene, len(scene.units))
    return all_acting(scene, len(scene.units)) or (() if place is None else (place,))


def bare(scene: Scene) -> bool:
    """Whether a sentence names no time, body, division or person of its own."""
    return not any(u.kind == "date" or u.of("agency", "place", "person") for u in scene.units)


def completed(claim: Claim, told: Totals) -> Claim:
    """A claim about counted parties with the time and the bodies of the report, where it has none."""
    counted = any(isinstance(f.value, GroupValue) for f in claim.fillers)
    if claim.type not in COUNTED or not counted or claim.time.edtf:
        return claim
    agents = () if claim.all("agent") else tuple(filler("agent", a) for a in told.agents)
    return replace(claim, fillers=(*claim.fillers, *agents), time=replace(told.time, basis="inherited"))
