"""Words of a page with their places: runs of characters, and the lines that they make.

Lengths are those of the page; what is wide or narrow is measured in ems, the width of a character.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_ROW, _BLANK = 0.4, 0.2
"""Ems by which the middles of characters of one line may differ; ems that are a blank."""

Row = list["Run"]
"""The runs of one line, from left to right."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow each other on one line; ``size`` is the em."""

    text: str
    left: float
    right: float
    middle: float
    """Height of the middle of the line, growing upwards."""
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page and the heights of its edges; a page read from a picture has no edges."""

    runs: list[Run]
    bottom: float = 0.0
    top: float = 0.0


def plain(lines: list[str], size: float = 1.0) -> Page:
    """A page of which only the lines are known: one under the other, a character as wide as high."""
    return Page([Run(line, 0.0, len(line) * size, -2.0 * n * size, size) for n, line in enumerate(lines)])


def em(pages: list[Page]) -> float:
    """The usual width of a character; 1 where there is none."""
    sizes = [run.size for page in pages for run in page.runs]
    return statistics.median(sizes) if sizes else 1.0


def rows_of(runs: Iterable[Run], size: float) -> list[Row]:
    """Runs as lines, from top to bottom."""
    found: list[Row] = []
    for run in sorted(runs, key=lambda run: (-run.middle, run.left)):
        if found and found[-1][0].middle - run.middle <= _ROW * size:
            found[-1].append(run)
        else:
            found.append([run])
    return [sorted(row, key=lambda run: run.left) for row in found]


def words(row: Row) -> str:
    """The words of a line, with a blank where there is room for one."""
    parts = [row[0].text]
    for one, other in pairwise(row):
        parts += [" " if other.left - one.right > _BLANK * one.size else "", other.text]
    return "".join(parts)


def extent(row: Row) -> float:
    """Width from the first to the last character."""
    return max(run.right for run in row) - min(run.left for run in row)
