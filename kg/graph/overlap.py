"""Counted facts that may hold the same persons: of one kind and unit, where places and dates meet."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.unite import Built
from kg.graph.when import meet
from kg.model import Entity, Ref


def overlaps(facts: list[Built], entities: Mapping[str, Entity]) -> None:
    """Add ``mayOverlap`` to both facts of each pair."""
    counted: dict[tuple[str, str, str], list[Built]] = {}
    for fact in facts:
        for place in fact.of("place"):
            for unit in units(fact, entities):
                counted.setdefault((fact.kind, unit, place), []).append(fact)
    for (kind, unit, place), narrow in sorted(counted.items()):
        for wide in containers(place, entities):
            for one in narrow:
                for other in counted.get((kind, unit, wide), ()):
                    if one is not other and meet(one.time, other.time):
                        one.fill("mayOverlap", other.id)
                        other.fill("mayOverlap", one.id)


def units(fact: Built, entities: Mapping[str, Entity]) -> list[str]:
    """The units in which a fact counts those it is about; cases of a notice are counted without a group."""
    counted = [p for g in fact.of("patient") if g in entities for p in entities[g].properties]
    counted += fact.properties
    return sorted({p.value.id for p in counted if p.predicate == "countUnit" and isinstance(p.value, Ref)})


def containers(place: str, entities: Mapping[str, Entity]) -> list[str]:
    """A place and everything it lies in."""
    found = [place]
    while found[-1] in entities:
        above = [
            p.value.id
            for p in entities[found[-1]].properties
            if p.predicate == "containedInPlace" and isinstance(p.value, Ref)
        ]
        if not above or above[0] in found:
            break
        found.append(above[0])
    return found
