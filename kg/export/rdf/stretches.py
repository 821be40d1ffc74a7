"""Stretches of text as objects: what facts, entities, claims and edges point to, by the hundred."""

from __future__ import annotations

from collections.abc import Iterable

from kg.export.rdf.spell import line
from kg.export.rdf.terms import Spelled
from kg.model import Evidence


def stretches(found: Iterable[Evidence]) -> Spelled:
    """Pointers to stretches of text, sorted and without repetition."""
    return Spelled(line(sorted({spelled(e) for e in found})))


def spelled(found: Evidence) -> str:
    """A stretch as the file spells it: its id (``Evidence.id``), which no prefix shortens."""
    span = found.span
    return f"<ev/{span.doc}/{span.start}-{span.end}>"
