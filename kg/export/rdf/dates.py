"""When a fact happened: EDTF, the words, the basis, and machine bounds.

SEM has four bounds because a period of which only years are known may begin on any day of the first and
end on any day of the last: 2020/2022 begins between 2020-01-01 and 2020-12-31 and ends between
2022-01-01 and 2022-12-31. A single date, however vague, lies as a whole between its two bounds.
"""

from __future__ import annotations

import calendar

from kg.export.rdf.names import Names
from kg.export.rdf.terms import DATE, EDTF, Literal, Pair, curie, zh
from kg.model import Time

BEGIN_MIN = curie("sem:hasEarliestBeginTimeStamp")
BEGIN_MAX = curie("sem:hasLatestBeginTimeStamp")
END_MIN = curie("sem:hasEarliestEndTimeStamp")
END_MAX = curie("sem:hasLatestEndTimeStamp")


def days(part: str) -> tuple[str, str]:
    """First and last day of a partial date without marks; two empty strings for an open end."""
    fields = part.strip("~?%").split("-")
    if not all(f.isdigit() for f in fields):
        return "", ""
    match len(fields):
        case 1:
            return f"{fields[0]}-01-01", f"{fields[0]}-12-31"
        case 2:
            last = calendar.monthrange(int(fields[0]), int(fields[1]))[1]
            return "-".join((*fields, "01")), "-".join((*fields, f"{last:02}"))
        case _:
            return "-".join(fields), "-".join(fields)


def bounds(time: Time) -> tuple[str, str, str, str]:
    """Earliest and latest begin, earliest and latest end, as ISO days; empty where unknown."""
    first, last = time.not_before, time.not_after
    if "/" not in time.edtf:
        return first, last, first, last
    start, end = time.edtf.split("/", 1)
    latest_begin, earliest_end = days(start)[1], days(end)[0]
    return first, latest_begin, earliest_end, last


def time_pairs(time: Time, names: Names) -> list[Pair]:
    """The statements about a date; none for an undated fact without words."""
    pairs: list[Pair] = []
    if time.edtf:
        pairs.append((names.term("dateEDTF"), (Literal(time.edtf, EDTF),)))
    if time.text:
        pairs.append((names.term("dateText"), (zh(time.text),)))
    if time.basis:
        pairs.append((names.term("dateBasis"), (names.node(f"voc/date-basis/{time.basis}"),)))
    stamps = zip((BEGIN_MIN, BEGIN_MAX, END_MIN, END_MAX), bounds(time), strict=True)
    outer = ((names.term("notBefore"), time.not_before), (names.term("notAfter"), time.not_after))
    pairs += [(predicate, (Literal(day, DATE),)) for predicate, day in (*outer, *stamps) if day]
    return pairs
