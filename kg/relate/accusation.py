"""Counted parties that were accused without ground, or that accused others so: no one is guilty by that."""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.line import Atom
from kg.relate.claim import Claim, filler
from kg.relate.page import Page, Ranges
from kg.relate.speech import Speech
from kg.relate.story import Scene
from kg.relate.units import Unit
from kg.values import GroupValue

REACH = 24
"""Characters behind a count in which its attribute stands (32名受到不实举报的党员干部)."""

BEFORE = 14
"""Characters before a party in which its attribute stands."""


def accusations(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The accusations that parties are described by."""
    demands = Ranges((c.start, c.end) for s in speeches for part in s.parts for c in part)
    return [
        claim
        for scene in page.scenes
        for unit in scene.units
        if unit.kind == "party"
        for atom in unit.of("group", "person")
        if not demands.hold(atom.start) and (claim := of_party(page, scene, unit, atom)) is not None
    ]


def of_party(page: Page, scene: Scene, unit: Unit, atom: Atom) -> Claim | None:
    """The accusation that the words in or before a party tell of."""
    found = described(page, scene, unit, atom)
    if found is not None or not isinstance(atom.value, GroupValue):
        return found
    return accused(page, scene, atom) or accusing(page, atom)


def described(page: Page, scene: Scene, unit: Unit, atom: Atom) -> Claim | None:
    """A party whose attribute says that it suffered a false complaint (受到不实举报的张某某)."""
    text, of = page.text, unit.start - 1
    shared = atom.kind == unit.heads[0].kind  # 受到不实举报的84名…、559名…
    if not shared or not page.opens(text[of : of + 1], "demand.of"):
        return None
    for suffered in page.finder("discourse.accusation.suffered").scan(
        text, max(scene.start, of - BEFORE), of
    ):
        complaint = page.finder("scheme.complaint").ends(text, suffered.start, of)
        if complaint is not None:
            claim = told("target", atom, atom.end)
            return replace(claim, start=suffered.start)
    return None


def accused(page: Page, scene: Scene, atom: Atom) -> Claim | None:
    """A party that suffered a complaint named false: the target of an accusation without a known agent."""
    end = min(scene.end, atom.end + REACH)
    for suffered in page.finder("discourse.accusation.suffered").scan(page.text, atom.start, end):
        complaint = page.finder("scheme.complaint").at(page.text, suffered.end, scene.end)
        if complaint is None:
            complaint = page.finder("scheme.complaint").at(page.text, suffered.start, scene.end)
        if complaint is not None and page.opens(page.text[complaint.end : complaint.end + 1], "demand.of"):
            return told("target", atom, complaint.end)
    return None


def accusing(page: Page, atom: Atom) -> Claim | None:
    """A party named for having accused falsely (2名诬告者): the agent of an accusation."""
    for complaint in page.finder("scheme.complaint").scan(page.text, atom.start, atom.end):
        if page.finder("discourse.accusation.agent").at(page.text, complaint.end, atom.end) is not None:
            return told("agent", atom, atom.end)
    return None


def told(role: str, atom: Atom, end: int) -> Claim:
    """The accusation that a counted party has a part in; the other side is not known."""
    return Claim("accusation", (filler(role, atom),), atom.start, end, "relate.accusation", confidence=0.8)
