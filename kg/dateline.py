"""When a text was published, as its address and its datelines say: found by shape, never by the clock.

A dateline is a short line at the head or foot of a text that holds one whole date and little else: alone, in
brackets, under a label with a colon, or before the name of the source. Dates inside sentences are none. The
shapes follow ISO 8601 (2023-05-08) and the national standard for papers of Party and state organs
(GB/T 9704-2012, 7.3.5.4: year, month and day in full, in Arabic figures).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.fold import fold

_HEAD, _FOOT = 8, 5
"""Lines with words in them at the head and at the foot among which a dateline may stand."""
_LONGEST = 80
_TEN = 10
_FIRST_YEAR = 1900
_LABEL = 10
"""Most characters of a label before its colon."""
_HAN = "[\u3400-\u9fff]"
_NUMERAL = "[\\d\u3007\u3400-\u9fff]"
_TIME = r"(?:[ T]*\d{1,2}：\d{2}(?:：\d{2})?)?"
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)"
    rf"|(?P<hy>(?:19|20)\d\d) ?{_HAN} ?(?P<hm>\d{{1,2}}) ?{_HAN} ?(?P<hd>\d{{1,2}}) ?{_HAN}"
    rf"|(?P<ny>{_NUMERAL}{{4}}){_HAN}(?P<nm>{_NUMERAL}{{1,2}}){_HAN}(?P<nd>{_NUMERAL}{{1,3}}){_HAN}){_TIME}"
)
_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?=[/_.-])"),
    re.compile(r"/t((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])_"),
)
_OPEN, _CLOSE = "（[【〔", "）]】〕"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that stands for itself: offsets in the text, the day, and where and how it stands."""

    start: int
    end: int
    day: str
    """ISO 8601."""
    labelled: bool
    """Under a label, or beside the name of the source."""
    head: bool


def of_address(url: str) -> str:
    """The ISO day in an address (``/202305/08/``, ``/t20230508_``); empty where it has none."""
    for pattern in _IN_ADDRESS:
        found = pattern.search(url)
        if found and (day := _day(*map(int, found.groups()))):
            return day
    return ""


def datelines(text: str) -> list[Dateline]:
    """Every dateline of a text, labelled ones first, then those of the head, then in order."""
    lines = [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", fold(text)) if m.group().strip()]
    found = []
    for number, (start, line) in enumerate(lines):
        head = number < _HEAD
        if head or number >= len(lines) - _FOOT:
            found += [d for d in _of_line(line, start, head=head) if head or not d.labelled]
    return sorted(found, key=lambda d: (not d.labelled, not d.head, d.start))


def _of_line(line: str, offset: int, *, head: bool) -> Iterator[Dateline]:
    """The date of a line that is a dateline."""
    if len(line) > _LONGEST:
        return
    found = [(m, day) for m in _DATE.finditer(line) if (day := _read(m))]
    if len(found) != 1:
        return
    match, day = found[0]
    before, after = line[: match.start()].strip(), line[match.end() :]
    alone = not before.strip(_OPEN) and not after.strip().strip(_CLOSE)
    label = re.search(rf"(?:^|\s)\S{{1,{_LABEL}}}?\s?：$", before)
    beside = not before and after[:1].isspace() and "：" in after
    ends = not after or after[0].isspace() or after[0] in _CLOSE
    if alone or (ends and (label or beside)):
        yield Dateline(offset + match.start(), offset + match.end(), day, not alone, head)


def _read(match: re.Match[str]) -> str:
    """The ISO day of a match; empty where the numbers are no date."""
    kind = next(k for k in ("", "h", "n") if match[f"{k}y"])
    year, month, day = (match[f"{kind}{part}"] for part in "ymd")
    if kind == "n":
        return _day(_digits(year), _number(month), _number(day))
    return _day(int(year), int(month), int(day))


def _digits(words: str) -> int:
    """A year written digit by digit; 0 where a character is no digit."""
    values = [unicodedata.numeric(c, -1) for c in words]
    return int("".join(str(int(v)) for v in values)) if all(0 <= v < _TEN for v in values) else 0


def _number(words: str) -> int:
    """A number below 100 in Chinese numerals; 0 where it is none."""
    total, current = 0, 0
    for value in (unicodedata.numeric(c, -1) for c in words):
        if not 0 <= value <= _TEN:
            return 0
        total, current = (total + (current or 1) * _TEN, 0) if value == _TEN else (total, int(value))
    return total + current


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year >= _FIRST_YEAR else ""
    except ValueError:
        return ""
