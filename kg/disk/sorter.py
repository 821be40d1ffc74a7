"""Rows put in order, most of them on the disk."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Any

from kg.disk.scratch import Scratch

Row = tuple[Any, ...]
MOST, LARGE = 20_000, 5_000
"""Rows of a sort that are in memory, before they go to the disk as a run; rows of a kilobyte or more."""
PARTS = 200
"""Parts of a run, of which one is read at once."""


class Sorter:
    """Rows that come out in order; more than fit into memory wait on the disk in runs, which are merged.

    All runs of a sort are in one file, since a system lets a process open some thousand at most.
    """

    def __init__(self, rows: Iterable[Row] = (), *, large: bool = False) -> None:
        self._most = LARGE if large else MOST
        self._held: list[Row] = []
        self._file: Scratch | None = None
        self._runs: list[_Run] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take a row in."""
        self._held.append(row)
        if len(self._held) >= self._most:
            self._held.sort()
            self._file = self._file or Scratch()
            self._runs.append(_Run(self._file, self._held, max(self._most // PARTS, 1)))
            self._held = []

    def __iter__(self) -> Iterator[Row]:
        """All rows in order; they are gone then."""
        held, runs, self._held, self._runs, self._file = self._held, self._runs, [], [], None
        held.sort()
        return merge(*runs, _let_go(held)) if runs else _let_go(held)


def _let_go(rows: list[Row]) -> Iterator[Row]:
    """Sorted rows, each forgotten when it is handed out."""
    rows.reverse()
    while rows:
        yield rows.pop()


class _Run:
    """Sorted rows at the end of a file, some of which are in memory while they are gone through."""

    def __init__(self, scratch: Scratch, rows: list[Row], part: int) -> None:
        self._scratch = scratch
        self._start = scratch.file.seek(0, 2)
        self._sizes: list[int] = []
        for first in range(0, len(rows), part):
            words = marshal.dumps(rows[first : first + part], 2)
            self._sizes.append(len(words))
            scratch.write(words)

    def __iter__(self) -> Iterator[Row]:
        """The rows."""
        start = self._start
        for size in self._sizes:
            self._scratch.file.seek(start)
            start += size
            yield from marshal.loads(self._scratch.file.read(size))  # noqa: S302 (our own file, which has no name)
