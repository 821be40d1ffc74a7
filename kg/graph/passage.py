"""The words a claim rests on: from where the reader began to the end of the clause of its last part."""

from __future__ import annotations

from kg.model import Document, Evidence
from kg.relate.claim import Claim
from kg.resolve import trimmed

CLAUSE_ENDS = frozenset("\uff0c\u3002\uff1b\uff1a\uff01\uff1f\u2026,;:!?\n\uff08(")
"""Marks that end a clause or open an aside, full and half width; the mark of enumeration does not."""


def passage(document: Document, claim: Claim, start: int = -1) -> Evidence:
    """The evidence of a claim: text[start:end] is the quote. ``start`` widens it to the left."""
    ends = [f.end for f in claim.fillers if claim.start <= f.start and f.end <= claim.end]
    last = max(ends, default=claim.end if not claim.trigger else claim.start)
    if claim.trigger and not any(_said(document, claim, f.start, f.end) for f in claim.fillers):
        at = document.folded.find(claim.trigger, _from(claim, last), claim.end)
        at = at if at >= 0 else document.folded.find(claim.trigger, claim.start, claim.end)
        last = max(last, at + len(claim.trigger)) if at >= 0 else claim.end
    first = claim.start if start < 0 else min(start, claim.start)
    return trimmed(document, first, _clause_end(document, last, claim.end))


def _said(document: Document, claim: Claim, start: int, end: int) -> bool:
    """Whether a filler's words hold the trigger themselves."""
    return start >= 0 and claim.trigger in document.folded[start:end]


def _from(claim: Claim, last: int) -> int:
    """Where to look for the trigger first: at the last filler that may stand before it."""
    starts = [f.start for f in claim.fillers if claim.start <= f.start < claim.end]
    return min(max(starts, default=claim.start), last)


def _clause_end(document: Document, last: int, end: int) -> int:
    """The end of the clause that an offset lies in."""
    depth = 0
    for at in range(last, end):
        char = document.text[at]
        depth += (char in "\u300a\u201c") - (char in "\u300b\u201d")
        if depth <= 0 and char in CLAUSE_ENDS and at > last - 1:
            return at
    return end
