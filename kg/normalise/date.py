"""Date expressions -> EDTF with bounds and basis, resolved in reading order.

Source: Extended Date/Time Format, Library of Congress (level 1); bounds are the first and last day that the
expression can mean. A date without a year is the latest such date not after the publication date; "same
year" and bare days hang on the last date read; "recently" hangs on the report it is told in.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Time
from kg.recognise.date import DatePoint, DateValue

WINDOW_DAYS = 30
"""How long ago "recently" may be: a convention of this project."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A date of year, year-month or day precision."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """``2023``, ``2023-04`` or ``2023-04-28``."""
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n is not None)]
        return "-".join(parts)

    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def parse_partial(text: str) -> Partial | None:
    """An ISO date of any precision, or None."""
    try:
        numbers = [int(n) for n in text.rstrip("~?").split("-")]
        value = Partial(*numbers[:3])
        value.first()
    except (ValueError, TypeError):
        return None
    return value


class DateResolver:
    """Resolves the expressions of one document in reading order."""

    def __init__(self, published: str) -> None:
        """``published`` is an EDTF date of any precision, or empty."""
        self._published = parse_partial(published) if published else None
        self._last: Partial | None = None
        self._report: Partial | None = None

    def resolve(self, value: DateValue, words: str) -> Time:
        """The date of one expression; an unresolvable one has the words only."""
        if value.vague:
            return self._vague(words)
        if value.open.startswith("years:"):
            return self._past_years(words)
        begin = self._point(value.begin) if value.begin else None
        if begin is None:
            return Time(text=words, basis="unknown")
        partial, basis = begin
        self._last = partial
        if value.begin and value.begin.part:
            return self._part(partial, value.begin.part, words, basis)
        if value.end is not None:
            return self._period(partial, value.end, words, basis)
        if value.open == "since":
            last = self._published.last().isoformat() if self._published else ""
            return Time(f"{partial.edtf}/..", words, basis, partial.first().isoformat(), last)
        if value.open in ("until", "before"):
            return Time(f"../{partial.edtf}", words, basis, "", partial.last().isoformat())
        return Time(partial.edtf, words, basis, partial.first().isoformat(), partial.last().isoformat())

    def anchor(self) -> None:
        """Let "recently" hang on the last date read: it is the date of a report."""
        self._report = self._last

    def _vague(self, words: str) -> Time:
        anchor = self._report or self._published
        if anchor is None:
            return Time(text=words, basis="unknown")
        last = anchor.last()
        begin = anchor.first() - timedelta(days=WINDOW_DAYS if anchor.day else WINDOW_DAYS // 2)
        return Time(
            f"{anchor.edtf}~",
            words,
            "report" if self._report else "relative",
            begin.isoformat(),
            last.isoformat(),
        )

    def _past_years(self, words: str) -> Time:
        return Time(text=words, basis="relative" if self._published else "unknown")

    def _period(self, begin: Partial, end: DatePoint, words: str, basis: str) -> Time:
        full = self._point(end, begin)
        if full is None or full[0].last() < begin.first():
            return Time(begin.edtf, words, basis, begin.first().isoformat(), begin.last().isoformat())
        self._last = full[0]
        return Time(
            f"{begin.edtf}/{full[0].edtf}",
            words,
            basis,
            begin.first().isoformat(),
            full[0].last().isoformat(),
        )

    def _part(self, year: Partial, part: str, words: str, basis: str) -> Time:
        low, _, high = part.partition("/")
        first, last = Partial(year.year, int(low[1:])), Partial(year.year, int(high[1:]))
        return Time(
            f"{first.edtf}/{last.edtf}", words, basis, first.first().isoformat(), last.last().isoformat()
        )

    def _point(self, point: DatePoint, begin: Partial | None = None) -> tuple[Partial, str] | None:
        """A point made whole, with what it rests on."""
        year, basis = self._year(point, begin)
        if year is None:
            return None
        moved = self._moved(point)
        if moved is not None:
            return moved, basis
        try:
            partial = Partial(year, *self._month_day(point, begin))
            partial.first()
        except ValueError:
            return None
        return partial, basis

    def _year(self, point: DatePoint, begin: Partial | None) -> tuple[int | None, str]:
        if point.year is not None:
            return point.year, "explicit"
        if begin is not None:
            return begin.year, "explicit"
        if point.rel_year.startswith("same"):
            anchor = self._last or self._published
            return (anchor.year + int(point.rel_year[4:] or 0) if anchor else None), "inherited"
        if point.rel_year:
            return (self._published.year + int(point.rel_year) if self._published else None), "relative"
        if point.rel_day.startswith("same") or point.rel_month.startswith("same"):
            return (self._last.year if self._last else None), "inherited"
        if self._published is None:
            return None, "unknown"
        return nearest_year(point, self._published), "relative"

    def _moved(self, point: DatePoint) -> Partial | None:
        """The whole date that a word counts from another (昨日, 次日, 上月), or None."""
        if point.rel_day.startswith("same"):
            return self._same_day(int(point.rel_day[4:] or 0))
        if point.rel_day:
            return shifted(self._published, int(point.rel_day))
        return self._relative_month(point.rel_month) if point.rel_month else None

    def _month_day(self, point: DatePoint, begin: Partial | None) -> tuple[int | None, int | None]:
        """Month and day of a point that no word moves; of what is not said, None."""
        if point.rel_day:
            return (self._published.month if self._published else None), None
        month = None if point.rel_month else point.month
        if month is None and point.day is not None:
            month = begin.month if begin else self._month_of_day(point.day)
        return month, point.day if month is not None else None

    def _same_day(self, days: int) -> Partial:
        return shifted(self._last, days) or self._last or Partial(1)

    def _relative_month(self, code: str) -> Partial | None:
        base = self._last if code.startswith("same") else self._published
        if base is None or base.month is None:
            return None
        count = base.year * 12 + base.month - 1 + int(code.removeprefix("same") or 0)
        return Partial(count // 12, count % 12 + 1)

    def _month_of_day(self, day: int) -> int | None:
        """The month of a bare day: the publication's, or the one before where the day had not come yet."""
        published = self._published
        if published is None or published.month is None:
            return self._last.month if self._last else None
        if published.day is not None and day > published.day:
            return published.month - 1 or 12
        return published.month


def nearest_year(point: DatePoint, published: Partial) -> int:
    """The year that puts a month and day at or before the publication date."""
    if point.month is None or (published.month or 12) >= point.month:
        return published.year
    return published.year - 1


def shifted(base: Partial | None, days: int) -> Partial | None:
    """The day some days from another; None where that is not known to the day."""
    if base is None or base.day is None:
        return None
    moved = base.first() + timedelta(days=days)
    return Partial(moved.year, moved.month, moved.day)
