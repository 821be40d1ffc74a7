"""A demand is not an event: claims of acts whose words all lie in demands are dropped, and said to be."""

from __future__ import annotations

from kg.model import Refusal, Span
from kg.relate.claim import Claim
from kg.relate.page import Page, Ranges

KEPT = frozenset({"post", "requirement", "definition", "statement", "alias", "issuance", "report"})
"""Types that may well stand inside a demand; a document ordered is told as planned by its own rule."""

REASON = "E04 part of a demand, not told as an act"


def without_demands(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims but those that only repeat what a demand asks for."""
    demands = Ranges((c.start, c.end) for c in claims if c.type == "requirement")
    kept: list[Claim] = []
    for claim in claims:
        if claim.type in KEPT or claim.stance != "asserted" or not inside(claim, demands):
            kept.append(claim)
            continue
        span = Span(page.context.document.id, claim.start, claim.end)
        words = page.context.document.text[claim.start : claim.end]
        page.context.refusals.append(Refusal(span, words, claim.rule, REASON))
    return kept


def inside(claim: Claim, demands: Ranges) -> bool:
    """Whether every filler that stands in the text stands in demands."""
    placed = [f for f in claim.fillers if f.start >= claim.start]
    return bool(placed) and all(demands.hold(f.start) for f in placed)
