"""Counted facts that may hold the same persons: of one kind and unit, where places and dates meet.

A count is part of another only where that one is said to be a total (共, 累计), of a wider time around it and
of the same place or one around it, and is no smaller. Elsewhere the totals of notices are seldom complete:
two counts that meet may or may not hold the same persons.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.graph.built import Built
from kg.graph.facts import Facts
from kg.graph.when import inside, meet
from kg.lexicon import Lexicon
from kg.model import Ref, Time
from kg.resolve import Register

Key = tuple[str, str, str]
"""Class of the facts, unit and place."""


@dataclass(slots=True)
class Count:
    """What is needed of a counted fact; most of it waits on the disk."""

    id: str
    time: Time
    sum: int
    total: bool
    """Whether every text that tells it says that it adds up."""
    links: dict[tuple[str, str], None] = field(default_factory=dict)
    """Roles and facts that it is linked to."""


def overlaps(facts: Facts, register: Register, lexicon: Lexicon) -> None:
    """Add ``mayOverlap`` to both facts of each pair, or ``partOfTotal`` to the one that a total holds."""
    told: dict[int, Count] = {}
    counted: dict[Key, list[Count]] = {}
    for number in facts.counted:
        fact = facts[number]
        keys = [(fact.kind, unit, place) for place in fact.of("place") for unit in units(fact, register)]
        if keys:
            told[number] = Count(fact.id, fact.time, number_of(fact, register), is_total(fact, lexicon))
        for key in keys:
            counted.setdefault(key, []).append(told[number])
    compare(counted, register)
    for number, count in told.items():
        for role, other_id in count.links:
            facts.change(number).fill(role, other_id)


def compare(counted: Mapping[Key, list[Count]], register: Register) -> None:
    """Link the counts of one kind and unit to those of their place, and of the places around it."""
    calendars = {key: Calendar(some) for key, some in counted.items()}
    for (kind, unit, place), narrow in sorted(counted.items(), key=lambda pair: pair[0]):
        for wide in containers(place, register):
            calendar = calendars.get((kind, unit, wide), NOTHING)
            for one in narrow:
                for other in calendar.near(one.time):
                    if one is not other and meet(one.time, other.time):
                        relate(one, other)


def relate(one: Count, other: Count) -> None:
    """Link two counts of one kind whose places and dates meet; the second's place holds the first's."""
    if other.total and one.sum <= other.sum and within(one.time, other.time):
        one.links["partOfTotal", other.id] = None
    elif ("partOfTotal", one.id) not in other.links and ("partOfTotal", other.id) not in one.links:
        one.links["mayOverlap", other.id] = None
        other.links["mayOverlap", one.id] = None


def is_total(fact: Built, lexicon: Lexicon) -> bool:
    """Whether every text that tells a count says that it adds up (共, 累计)."""
    words = lexicon.kind("count.total")
    return all(any(w in d.found.quote for w in words) for d in fact.drafts)


def within(one: Time, other: Time) -> bool:
    """Whether all days of a date are told to lie in another, which is wider."""
    bounded = one.not_before and one.not_after and other.not_before and other.not_after
    return bool(bounded) and one.edtf != other.edtf and inside(one, other)


def number_of(fact: Built, register: Register) -> int:
    """How many a fact counts."""
    counted = [p for who in fact.of("patient") for p in register.properties(who)]
    told = [p.value for p in (*counted, *fact.properties) if p.predicate in ("cardinality", "count")]
    return sum(n for n in told if isinstance(n, int))


class Calendar:
    """Facts by their first day, so that those far from a date need not be looked at."""

    def __init__(self, facts: list[Count]) -> None:
        bounded = [f for f in facts if f.time.not_before and f.time.not_after]
        self._open = [f for f in facts if not (f.time.not_before and f.time.not_after)]
        self._facts = sorted(bounded, key=lambda f: (f.time.not_before, f.id))
        self._days = [f.time.not_before for f in self._facts]
        self._longest = max((days(f.time) for f in bounded), default=0)

    def near(self, time: Time) -> Iterator[Count]:
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


def units(fact: Built, register: Register) -> list[str]:
    """The units in which a fact counts those it is about; cases of a notice are counted without a group."""
    counted = [p for who in fact.of("patient") for p in register.properties(who)]
    counted += fact.properties
    return sorted({p.value.id for p in counted if p.predicate == "countUnit" and isinstance(p.value, Ref)})


def containers(place: str, register: Register) -> list[str]:
    """A place and everything it lies in."""
    found = [place]
    while above := register.refs(found[-1], "containedInPlace"):
        if above[0] in found:
            break
        found.append(above[0])
    return found
