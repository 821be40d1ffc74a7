"""A text without a date -> the year it was most likely published: the latest year told with a month.

A year alone does not count: it is often that of a plan (到2035年). Dates without a year (今年4月, 去年以来,
5月8日) need one to hang on. The guess is a year only, is marked as ``inferred``, and every date that rests on
it says so (basis ``inferred-year``, doubt D01). It is no date of publication: no output states it as one, and
no open period is closed with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from kg.lexicon import Lexicon
from kg.model import Document, Time
from kg.recognise.date import DateValue
from kg.recognise.line import Line

INFERRED = "inferred"
"""Basis of such a guess; see ``Document.published_basis`` for those of dates that were read somewhere."""
AHEAD = frozenset({"until", "before"})
"""Open ends that may lie in the future when a text is written (2025年12月底前)."""


def supposed(document: Document, lines: Iterable[Line], lexicon: Lexicon) -> Document:
    """The document with the latest year of its dates; as it was where its own is known or it tells none."""
    if document.published and not guessed(document):
        return document
    year = max(_years(lines, lexicon), default=0)
    if not year:
        return replace(document, published="", published_basis="")
    return replace(document, published=f"{year:04}", published_basis=INFERRED)


def guessed(document: Document) -> bool:
    """Whether the date of publication is only such a guess."""
    return document.published_basis == INFERRED


def stated(document: Document) -> str:
    """The date of publication as given or read; empty where it is only guessed."""
    return "" if guessed(document) else document.published


def owned_up(time: Time, document: Document) -> Time:
    """A date counted from the date of publication says so where that is guessed."""
    if guessed(document) and time.basis == "relative":
        return replace(time, basis="inferred-year")
    return time


def _years(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[int]:
    """Every year told with a month, those of a life left out; dates of titles stand in the titles."""
    dates = (
        atom.value
        for line in lines
        for atom, behind in zip_longest(line, line[1:])
        if atom.kind == "date" and not (behind and lexicon.is_a(behind.text, "date.of-life"))
    )
    for value in dates:
        if isinstance(value, DateValue) and value.open not in AHEAD:
            yield from (p.year for p in (value.begin, value.end) if p and p.year and p.month)
