"""Lines of a page -> reading order: column after column, whatever the order they were drawn in."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.read.formats.runs import Row, extent, rows_of, words

_GUTTER, _COLUMN, _BESIDE = 0.9, 10.0, 3
"""Ems between two columns at least; ems that a column is wide, and lines that stand beside each other."""
_FILLED = 0.8
"""Share of its column from which on a line fills it; half the lines of a column do, cells of a table not."""
_PROSE = re.compile("[,.;\u3002\uff0c\uff1b]")
"""A mark of running text."""
_CELL = 2.0
"""Ems that part the cells of a table."""
_MOST = 500
"""Lines of a page that is looked at for columns; nobody sets a page of more."""

Line = tuple[str, float]
"""Words, and the share of the room of their page or column that they fill."""


def ordered(rows: list[Row], room: float, size: float) -> list[Line]:
    """Lines in reading order, each with the share of its room that it fills."""
    found: list[Line] = []
    at = 0
    while at < len(rows):
        end, columns = _columns(rows, at, size) if len(rows) <= _MOST else (at, [])
        for column in columns:
            found += ordered(column, max(map(extent, column)), size)
        if not columns:
            found.append((words(rows[at]), _share(rows[at], room, size)))
        at = end if columns else at + 1
    return found


def _share(row: Row, room: float, size: float) -> float:
    """The share of its room that a line fills; nothing for cells of a table, which end where they end."""
    cells = any(other.left - one.right > _CELL * size for one, other in pairwise(row))
    return 0.0 if cells or not room else extent(row) / room


def _columns(rows: list[Row], at: int, size: float) -> tuple[int, list[list[Row]]]:
    """The end of the lines from one on that a gap parts, and its two sides; none where there is no gap."""
    free = [(min(run.left for row in rows for run in row), max(run.right for row in rows for run in row))]
    end = at
    for row in rows[at:]:
        left = _free(free, row, _GUTTER * size)
        if not left:
            break
        free, end = left, end + 1
    runs = [run for row in rows[at:end] for run in row]
    for start, stop in free:
        sides = [
            rows_of([run for run in runs if run.right <= start], size),
            rows_of([run for run in runs if run.left >= stop], size),
        ]
        if all(_column(side, size) for side in sides) and _beside(*sides):
            return end, sides
    return at, []


def _free(free: list[tuple[float, float]], row: Row, least: float) -> list[tuple[float, float]]:
    """What a line leaves of gaps, so far as it is wide enough."""
    for run in row:
        parts = [part for a, b in free for part in ((a, min(b, run.left)), (max(a, run.right), b))]
        free = sorted({(a, b) for a, b in parts if b - a >= least})
    return free


def _column(rows: list[Row], size: float) -> bool:
    """Whether lines are running text of a column: wide, mostly filled, with marks of sentences."""
    width = extent([run for row in rows for run in row]) if rows else 0.0
    filled = sum(extent(row) >= _FILLED * width for row in rows)
    prose = any(_PROSE.search(words(row)) for row in rows)
    return width >= _COLUMN * size and prose and 2 * filled >= len(rows) >= _BESIDE


def _beside(left: list[Row], right: list[Row]) -> bool:
    """Whether some lines of one side stand at the height of the other."""
    high = min(left[0][0].middle, right[0][0].middle)
    low = max(left[-1][0].middle, right[-1][0].middle)
    return all(sum(low <= row[0].middle <= high for row in side) >= _BESIDE - 1 for side in (left, right))
