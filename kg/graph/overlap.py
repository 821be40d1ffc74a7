"""Counted facts that may hold the same persons: of one kind and unit, where places and dates meet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from kg.graph.unite import Built
from kg.graph.when import meet
from kg.model import Entity, Ref, Time


def overlaps(facts: list[Built], entities: Mapping[str, Entity]) -> None:
    """Add ``mayOverlap`` to both facts of each pair."""
    counted: dict[tuple[str, str, str], list[Built]] = {}
    for fact in facts:
        for place in fact.of("place"):
            for unit in units(fact, entities):
                counted.setdefault((fact.kind, unit, place), []).append(fact)
    calendars = {key: Calendar(told) for key, told in counted.items()}
    for (kind, unit, place), narrow in sorted(counted.items()):
        for wide in containers(place, entities):
            calendar = calendars.get((kind, unit, wide), NOTHING)
            for one in narrow:
                for other in calendar.near(one.time):
                    if one is not other and meet(one.time, other.time):
                        one.fill("mayOverlap", other.id)
                        other.fill("mayOverlap", one.id)


class Calendar:
    """Facts by their first day, so that those far from a date need not be looked at."""

    def __init__(self, facts: list[Built]) -> None:
        bounded = [f for f in facts if f.time.not_before and f.time.not_after]
        self._open = [f for f in facts if not (f.time.not_before and f.time.not_after)]
        self._facts = sorted(bounded, key=lambda f: (f.time.not_before, f.id))
        self._days = [f.time.not_before for f in self._facts]
        self._longest = max((days(f.time) for f in bounded), default=0)

    def near(self, time: Time) -> Iterator[Built]:
        """The facts whose dates may share a day with another; some that do not."""
        start, end = 0, len(self._days)
        if time.not_before:
            first = date.fromisoformat(time.not_before).toordinal() - self._longest
            start = bisect_left(self._days, date.fromordinal(max(first, 1)).isoformat())
        if time.not_after:
            end = bisect_right(self._days, time.not_after)
        yield from self._open
        yield from self._facts[start:end]


NOTHING = Calendar([])


def days(time: Time) -> int:
    """Days between the bounds of a date."""
    return (date.fromisoformat(time.not_after) - date.fromisoformat(time.not_before)).days


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
