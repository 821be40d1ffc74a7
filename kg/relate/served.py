"""Of the prison terms of several crimes only the one to be served is a sentence (数罪并罚,决定执行…)."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.relate.claim import Claim
from kg.relate.page import Page
from kg.relate.story import Scene
from kg.relate.wordfinder import Found
from kg.values import MeasureValue, named


def served(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims without the terms of single crimes that the same paragraph adds up to one.

    Source: 刑法 第六十九条 (one term is executed for several crimes).
    """
    paragraphs: list[tuple[int, int]] = []
    for before, scene in zip([None, *page.scenes], page.scenes, strict=False):
        start = scene.start if before is None or page.new_paragraph(before, scene) else paragraphs[-1][0]
        paragraphs.append((start, scene.end))
        for one in executed(page, scene):
            claims = [c for c in claims if not added_up(c, start, one.start, claims, page.lexicon)]
    return claims


def executed(page: Page, scene: Scene) -> list[Found]:
    """The words of a sentence for executing one penalty for all."""
    return list(page.finder("verb.serve").scan(page.text, scene.start, scene.end))


def added_up(claim: Claim, start: int, end: int, claims: list[Claim], lexicon: Lexicon) -> bool:
    """Whether a claim tells a prison term before the words that execute another for the same person."""
    if not prison(claim, lexicon) or not start <= at(claim) < end:
        return False
    whom = {named(t) for t in claim.all("target")}
    return any(
        prison(c, lexicon) and at(c) >= end and whom & {named(t) for t in c.all("target")} for c in claims
    )


def prison(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim gives a penalty that is served in prison."""
    if claim.type != "judicial":
        return False
    given = [m for m in claim.all("measure") if isinstance(m, MeasureValue)]
    return any(lexicon.is_a(m.name, "measure.prison") for m in given)


def at(claim: Claim) -> int:
    """Where a claim's measure stands."""
    return next((f.start for f in claim.fillers if f.role == "measure"), claim.start)
