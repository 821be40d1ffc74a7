"""Dates as written: absolute, relative, periods; found by shape, resolved later against what they hang on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.recognise.line import Atom

BEFORE_REPUBLIC = 1911
"""Year before the first of the Republic."""


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One end of a date as written: numbers, or codes for what they are relative to."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    rel_year: str = ""
    """Offset from the publication year, or ``same±n`` from the last year named."""
    rel_month: str = ""
    rel_day: str = ""
    part: str = ""
    """Part of a year as ``-01/-06``."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date expression says: one point, a period, an open period, or only "recently"."""

    begin: DatePoint | None = None
    end: DatePoint | None = None
    open: str = ""
    """since | until | before | years:N for "in the past N years" | resume(-now): a line of a career."""
    vague: bool = False


TELLING = ("vague", "span", "resume", "entry", "y_1", "roc_1", "ry_1", "sy_1", "m_1", "rm_1", "d_1", "rd_1")
"""Parts of the pattern of which a date has one at least."""


class DateFinder:
    """Compiles the date words of the lexicon once and finds every expression of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words from the ``time.*`` kinds."""
        self._lex = lexicon
        self._regex = re.compile(f"{self._dated()}|{self._undated()}")
        self._rest = re.compile(self._undated())
        self._first = self._beginning()

    def _alt(self, *kinds: str) -> str:
        return self._lex.pattern(*kinds)

    def _number(self) -> str:
        return rf"(?:\d{{1,2}}|[{numerals(self._lex)}]{{1,3}})"

    def _point(self) -> str:
        alt, n = self._alt, self._number()
        han = re.escape("".join(self._lex.kind("time.digit")))
        republic = rf"(?P<roc>{alt('time.roc')})(?P<rocn>\d{{1,2}}|{alt('time.first')}|{n})"
        common = rf"(?P<y>(?<![\d.])(?:1[89]|20)\d\d|(?<![{han}])[{han}]{{4}})"
        relative = rf"(?P<ry>{alt('time.rel-year')})|(?P<sy>{alt('time.same-year')})"
        year = rf"(?:{republic}|{common})\s?{alt('time.year')}|{relative}"
        shared = rf"(?=\s?{alt('time.range')}\s?{n}{alt('time.month')})"
        month = rf"(?P<m>{n})(?:\s?{alt('time.month')}|{shared})|(?P<rm>{alt('time.rel-month')})"
        day = rf"(?P<d>{n})\s?{alt('time.day')}|(?P<rd>{alt('time.rel-day')})"
        part = rf"(?P<p>{alt('time.part')})"
        tail = rf"{alt('time.fuzzy')}?"
        apart = r"(?:\s(?=\d))?"
        return rf"(?:(?:{year}){apart})?(?:(?:{month}){apart}|{part})?(?:{day})?{tail}"

    def _beginning(self) -> re.Pattern[str]:
        """Any character that an expression begins with: others are stepped over."""
        kinds = [kind for kind in self._lex.by_kind if kind.startswith("time.")]
        firsts = {word[0] for kind in kinds for word in self._lex.kind(kind)}
        return re.compile(rf"[\d{re.escape(''.join(sorted(firsts)))}]")

    def _dated(self) -> str:
        """An expression with a year, month or day."""
        point = self._point()
        first = re.sub(r"\(\?P<(\w+)>", r"(?P<\1_1>", point)
        second = re.sub(r"\(\?P<(\w+)>", r"(?P<\1_2>", point)
        alt = self._alt
        relative = alt("time.rel-year", "time.same-year", "time.rel-month", "time.rel-day", "time.roc")
        starts = rf"\d|[{numerals(self._lex)}]|{relative}"
        joined = rf"\s?(?:{alt('time.range')})\s?"
        ordinal = re.escape("".join(self._lex.kind("ordinal.word")))
        since = rf"(?P<since>{alt('time.since')})"
        before = rf"(?P<before>{alt('time.before')}(?!{alt('time.not-before')}))"
        return (
            rf"(?P<until>{alt('time.until')})?(?<![\d〕\]{ordinal}])(?={starts}){first}"
            rf"(?:{joined}(?P<second>{second}|(?P<now>{alt('time.now')})))?"
            rf"(?:{since}|{before}|(?:{alt('time.during')}(?!{alt('time.not-during')}))?)"
        )

    def _undated(self) -> str:
        """A line of a career, "in the past years", or "recently"."""
        alt = self._alt
        return (
            rf"(?P<resume>(?:19|20)\d\d[.．]\d{{1,2}}\s*(?:{alt('time.range')})+\s*"
            rf"(?:(?P<until_year>(?:19|20)\d\d)[.．]\d{{1,2}}|{alt('time.now')})?)"
            r"|(?P<entry>(?<!\S)(?:19|20)\d\d[.．](?:0\d|1[0-2]|[1-9])(?![\d.．]))"
            rf"|(?P<span>{alt('time.span-since')})|(?P<vague>{alt('time.vague')})"
        )

    def find(self, text: str, offset: int) -> list[Atom]:
        """The date atoms of a stretch of folded text, left to right."""
        found: list[Atom] = []
        first = self._first.search(text)
        while first is not None:
            at = first.start()
            match = self._regex.match(text, at)
            tells = match is not None and dated(match)
            if match is not None and match.end() == at:
                match = self._rest.match(text, at)
                tells = match is not None
            if match is not None and tells:
                found.append(self._atom(match, offset))
            first = self._first.search(text, match.end() if match is not None else at + 1)
        return found

    def _atom(self, match: re.Match[str], offset: int) -> Atom:
        group = match.groupdict()
        if group["resume"]:
            value = DateValue(open="resume" if group["until_year"] else "resume-now")
        elif group["entry"]:
            value = DateValue(open="resume-point")
        elif group["vague"]:
            value = DateValue(vague=True)
        elif group["span"]:
            value = DateValue(open=f"years:{self._lex.value('time.span-since', group['span'])}")
        else:
            begin = self._read(group, "_1")
            end = self._read(group, "_2") if group["second"] and not group["now"] else None
            value = DateValue(begin, end, opening(group))
        start, stop = offset + match.start(), offset + match.end()
        return Atom(start, stop, "date", match.group(), value=value, rule="recognise.date")

    def _read(self, group: dict[str, str | None], end: str) -> DatePoint:
        def got(name: str) -> str:
            return group[name + end] or ""

        def number(name: str) -> int | None:
            return read_number(got(name), self._lex) if got(name) else None

        year = number("y")
        if got("roc"):
            first = got("rocn") in self._lex.kind("time.first")
            year = BEFORE_REPUBLIC + (1 if first else read_number(got("rocn"), self._lex))
        return DatePoint(
            year,
            number("m"),
            number("d"),
            self._lex.value("time.rel-year", got("ry"))
            or ("same" + self._lex.value("time.same-year", got("sy")) if got("sy") else ""),
            self._lex.value("time.rel-month", got("rm")) if got("rm") else "",
            self._lex.value("time.rel-day", got("rd")) if got("rd") else "",
            self._lex.value("time.part", got("p")) if got("p") else "",
        )


def opening(group: dict[str, str | None]) -> str:
    """Which way a period is open by the words around its date: until | since | before, or closed."""
    if group["until"]:
        return "until"
    if group["since"] or group["now"]:
        return "since"
    return "before" if group["before"] else ""


def dated(match: re.Match[str]) -> bool:
    """Whether the match holds a year, month, day or vague expression, not only a number's edge."""
    return any(match.group(*TELLING))


def numerals(lexicon: Lexicon) -> str:
    """The characters of Chinese numerals, digits and units, for a class of characters in a pattern."""
    words = (*lexicon.kind("time.digit"), *lexicon.kind("time.ten"))
    return re.escape("".join(w for w in words if len(w) == 1))


def read_number(text: str, lexicon: Lexicon) -> int:
    """An integer from digits or Chinese numerals, positional (二〇二三) or with units (三千二百)."""
    if text.isdigit():
        return int(text)
    digits, units = lexicon.kind("time.digit"), lexicon.kind("time.ten")
    if all(c in digits for c in text):
        return int("".join(digits[c].value for c in text))
    total, section, current = 0, 0, 0
    for char in text:
        if char in digits:
            current = int(digits[char].value)
            continue
        unit = int(units[char].value) if char in units else 1
        if unit >= 10_000:
            total += (section + current or 1) * unit
            section = current = 0
        else:
            section += (current or 1) * unit
            current = 0
    return total + section + current
