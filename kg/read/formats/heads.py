"""Running heads and page numbers -> left out, so that a sentence goes on from page to page."""

from __future__ import annotations

import re
from collections import Counter

from kg.read.formats.runs import Page, Row, words

_EDGE = 2
"""Lines at the top and bottom of a page that may be running heads."""
_OFTEN, _TWICE, _SOME = 3, 2, 3
"""Pages on which an edge line stands to be a running head: so many and most; in the margin two, a third."""
_MARGIN = 0.08
"""Share of the height of a page that is margin, where nothing but heads and page numbers stands."""
_DIGITS = re.compile(r"\d+")
_LONG = 4
"""Digits that a page number has at most."""


def without_heads(pages: list[Page], bodies: list[list[Row]]) -> list[list[Row]]:
    """The lines of the pages but those that stand at the edge of several, numbers not compared.

    In the margin two pages are enough, at one height. A number alone at an edge is a page number.
    """
    edges = [[row for n, row in enumerate(rows) if _at_edge(n, rows)] for rows in bodies]
    often = Counter(key for rows in edges for key in {_masked(row) for row in rows})
    placed = Counter(
        key
        for page, rows in zip(pages, edges, strict=True)
        for key in {_placed(r) for r in rows if _aside(r, page)}
    )
    heads = {key for key, count in often.items() if count >= _OFTEN and count > len(pages) // 2}
    margins = {key for key, count in placed.items() if count >= max(_TWICE, len(pages) / _SOME)}

    def kept(page: Page, row: Row) -> bool:
        number = len(pages) > 1 and _page_number(words(row))
        return not (number or _masked(row) in heads or (_aside(row, page) and _placed(row) in margins))

    return [
        [row for n, row in enumerate(rows) if not _at_edge(n, rows) or kept(page, row)]
        for page, rows in zip(pages, bodies, strict=True)
    ]


def _page_number(line: str) -> bool:
    """Whether a line is nothing but a short number, with dashes or the like around it."""
    core = "".join(c for c in line if c.isalnum())
    return 0 < len(core) <= _LONG and core.isdigit() and core in line


def _at_edge(number: int, rows: list[Row]) -> bool:
    return number < _EDGE or number >= len(rows) - _EDGE


def _aside(row: Row, page: Page) -> bool:
    """Whether a line stands in the margin."""
    margin = (page.top - page.bottom) * _MARGIN
    return margin > 0 and not page.bottom + margin < row[0].middle < page.top - margin


def _masked(row: Row) -> str:
    return _DIGITS.sub("#", words(row))


def _placed(row: Row) -> tuple[str, int]:
    return _masked(row), round(row[0].middle)
