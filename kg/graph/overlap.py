"""Counted facts that may hold the same persons: of one kind and unit, where places and dates meet.

A count is part of another only where that one is said to be a total (共, 累计), of a wider time around it and
of the same place or one around it, and is no smaller. Elsewhere the totals of notices are seldom complete:
two counts that meet may or may not hold the same persons.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from kg.graph.unite import Built
from kg.graph.when import inside, meet
from kg.lexicon import Lexicon
from kg.model import Entity, Ref, Role, Time


def overlaps(facts: list[Built], entities: Mapping[str, Entity], lexicon: Lexicon) -> None:
    """Add ``mayOverlap`` to both facts of each pair, or ``partOfTotal`` to the one that a total holds."""
    counted: dict[tuple[str, str, str], list[Built]] = {}
    for fact in facts:
        for place in fact.of("place"):
            for unit in units(fact, entities):
                counted.setdefault((fact.kind, unit, place), []).append(fact)
    sums = {fact.id: number(fact, entities) for told in counted.values() for fact in told}
    totals = {fact.id: is_total(fact, lexicon) for told in counted.values() for fact in told}
    calendars = {key: Calendar(told) for key, told in counted.items()}
    for (kind, unit, place), narrow in sorted(counted.items()):
        for wide in containers(place, entities):
            calendar = calendars.get((kind, unit, wide), NOTHING)
            for one in narrow:
                for other in calendar.near(one.time):
                    if one is not other and meet(one.time, other.time):
                        relate(one, other, holds=totals[other.id] and sums[one.id] <= sums[other.id])


def relate(one: Built, other: Built, *, holds: bool) -> None:
    """Link two counts of one kind whose places and dates meet; the second's place holds the first's.

    ``holds`` says whether the second is a total no smaller than the first.
    """
    if holds and within(one.time, other.time):
        one.fill("partOfTotal", other.id)
    elif Role("partOfTotal", one.id) not in other.known and Role("partOfTotal", other.id) not in one.known:
        one.fill("mayOverlap", other.id)
        other.fill("mayOverlap", one.id)


def is_total(fact: Built, lexicon: Lexicon) -> bool:
    """Whether every text that tells a count says that it adds up (共, 累计)."""
    words = lexicon.kind("count.total")
    return all(any(w in d.found.quote for w in words) for d in fact.drafts)


def within(one: Time, other: Time) -> bool:
    """Whether all days of a date are told to lie in another, which is wider."""
    bounded = one.not_before and one.not_after and other.not_before and other.not_after
    return bool(bounded) and one.edtf != other.edtf and inside(one, other)


def number(fact: Built, entities: Mapping[str, Entity]) -> int:
    """How many a fact counts."""
    counted = [p for g in fact.of("patient") if g in entities for p in entities[g].properties]
    told = [p.value for p in (*counted, *fact.properties) if p.predicate in ("cardinality", "count")]
    return sum(n for n in told if isinstance(n, int))


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
