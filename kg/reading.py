"""What reading one document yields: mentions, claims, doubts, and what was dropped on purpose."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Document, Issue, Refusal, Span
from kg.recognise.line import Line
from kg.relate.claim import Claim


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read."""

    document: Document
    lines: tuple[Line, ...]
    """The atoms of each sentence; mentions are the atoms that are no plain words."""
    claims: tuple[Claim, ...]
    noise: tuple[tuple[Span, str], ...]
    issues: tuple[Issue, ...]
    refusals: tuple[Refusal, ...]
