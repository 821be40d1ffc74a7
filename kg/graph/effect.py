"""When a sanction ceases to have effect: computed from the rule in force, and said to be so.

The period runs from the day of the decision to the day of the same number (《公职人员政务处分法》第八条;
《中国共产党纪律处分条例》第十条 to 第十二条); for probation within the Party from the restoration of rights,
here taken to come at the end of the probation. No text need say any of this, so it is a property of its own
with its legal source.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import MAXYEAR

from kg.graph.facts import Facts
from kg.graph.reversal import SANCTIONS
from kg.model import Property, Text, Time
from kg.vocab import Effect, Vocabulary

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_YEARS = re.compile(r"P(\d+)Y")
YEAR = 12


def tell_ends(facts: Facts, vocabulary: Vocabulary) -> None:
    """Add the end of effect to every asserted sanction whose date and measure allow it."""
    void = {i for f in facts.of({"Overturning"}) if f.stance == "asserted" for i in f.of("object")}
    for number in facts.numbers(SANCTIONS):
        fact = facts[number]
        given = fact.id not in void and fact.stance == "asserted" and _DATE.fullmatch(fact.time.edtf)
        for measure in fact.of("measure") if given else ():
            effect = in_force(vocabulary.effects.get(measure, ()), fact.time)
            months = length(effect, fact.properties) if effect else 0
            end = later(fact.time.edtf, months) if months else ""
            if effect and end:
                told = facts.change(number).properties
                told.append(Property("computedEffectEnd", Text(end)))
                told.append(Property("legalSource", Text(effect.source, "zh")))


def in_force(effects: Iterable[Effect], time: Time) -> Effect | None:
    """The rule that held on a date; where the date may lie in two editions, only if they say the same."""
    held = [
        e
        for e in effects
        if e.valid_from <= time.not_after and (not e.valid_to or time.not_before <= e.valid_to)
    ]
    whole = bool(held) and held[0].valid_from <= time.not_before
    return held[0] if whole and len({(e.months, e.restored) for e in held}) == 1 else None


def length(effect: Effect, properties: Iterable[Property]) -> int:
    """Months from the decision on; for probation its own length comes first, without it nothing is known."""
    if not effect.restored:
        return effect.months
    terms = [p.value.text for p in properties if p.predicate == "term" and isinstance(p.value, Text)]
    years = [int(m[1]) for m in map(_YEARS.fullmatch, terms) if m]
    return effect.months + years[0] * YEAR if len(years) == 1 else 0


def later(edtf: str, months: int) -> str:
    """A date so many months later, as exact as it was: the last day of a month where it has fewer days.

    Empty where that is no date: after the last year of the calendar.
    """
    match = _DATE.fullmatch(edtf)
    if match is None or int(match[1]) + months // YEAR + 1 > MAXYEAR:
        return ""
    year, month, day = match[1], match[2], match[3]
    total = int(year) * YEAR + int(month or 1) - 1 + months
    then, part = divmod(total, YEAR)
    if not month:
        first, last = int(year) + months // YEAR, int(year) + -(-months // YEAR)
        return f"{first:04}" if first == last else f"{first:04}/{last:04}"
    if not day:
        return f"{then:04}-{part + 1:02}"
    return f"{then:04}-{part + 1:02}-{min(int(day), calendar.monthrange(then, part + 1)[1]):02}"
