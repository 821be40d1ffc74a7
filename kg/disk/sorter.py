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
    """Rows that come out in order; more than fit into memory wait on the disk in runs, which are merged."""

    def __init__(self, rows: Iterable[Row] = (), *, large: bool = False) -> None:
        self._most = LARGE if large else MOST
        self._held: list[Row] = []
        self._runs: list[Scratch] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take a row in."""
        self._held.append(row)
        if len(self._held) >= self._most:
            self._held.sort()
            self._runs.append(_run(self._held, max(self._most // PARTS, 1)))
            self._held = []

    def __iter__(self) -> Iterator[Row]:
        """All rows in order; they are gone then."""
        held, runs, self._held, self._runs = self._held, self._runs, [], []
        held.sort()
        return merge(*map(_read, runs), _let_go(held)) if runs else _let_go(held)


def _let_go(rows: list[Row]) -> Iterator[Row]:
    """Sorted rows, each forgotten when it is handed out."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _run(rows: list[Row], part: int) -> Scratch:
    run = Scratch()
    for first in range(0, len(rows), part):
        words = marshal.dumps(rows[first : first + part], 2)
        run.write(len(words).to_bytes(8, "little") + words)
    run.file.seek(0)
    return run


def _read(run: Scratch) -> Iterator[Row]:
    while size := run.file.read(8):
        words = run.file.read(int.from_bytes(size, "little"))
        yield from marshal.loads(words)  # noqa: S302 (our own file, which has no name)
