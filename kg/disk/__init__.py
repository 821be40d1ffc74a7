"""Values that wait on the disk, so that memory does not grow with the texts.

Three things are enough for that: a ``Shelf``, on which values are found again by number, a ``Cabinet`` of values
that change, and a ``Sorter``, which puts any number of rows in order with few of them in memory. Rows are plain (strings, numbers, tuples of those) and
are written by ``marshal``: only this process can name its files, which are gone when it ends.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from heapq import merge
from pathlib import Path
from typing import IO, Any, Generic, TypeVar, overload

T = TypeVar("T")
Row = tuple[Any, ...]
MOST = 20_000
"""Rows of a sort that are in memory at once, before they go to the disk as a run."""
BATCH = 100
"""Rows of a run read at once."""
ROOM = 20_000
"""Values of a cabinet that are in memory."""
PAGE = 1 << 20
"""Bytes of a shelf that wait to be written."""
_FOLDER: ContextVar[Path | None] = ContextVar("_FOLDER", default=None)


@contextmanager
def at(folder: Path | None) -> Iterator[None]:
    """Let what is begun meanwhile wait in a folder; else in the one that the system has for such files."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


def scratch() -> IO[bytes]:
    """An open file without a name."""
    folder = _FOLDER.get()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryFile(dir=folder, buffering=0)  # type: ignore[return-value]


def itself(row: Any) -> Any:
    """A value that is a row already."""
    return row


class Shelf(Sequence[T], Generic[T]):
    """Values by number. What is taken off is a copy: to change one, put it back."""

    def __init__(self, pack: Callable[[T], Any] = itself, unpack: Callable[[Any], T] = itself) -> None:
        self._pack, self._unpack = pack, unpack
        self._file: IO[bytes] | None = None
        self._starts, self._sizes = array("Q"), array("I")
        self._end = self._written = 0
        self._page = bytearray()

    def append(self, value: T) -> int:
        """Put a value behind the others; its number."""
        number = len(self._starts)
        self.put(number, value)
        return number

    def append_row(self, row: Any) -> int:
        """Put a value that is packed already behind the others; its number."""
        number = len(self._starts)
        self.put_row(number, row)
        return number

    def put(self, number: int, value: T) -> None:
        """Put a value in its place, be it that of another or behind all others."""
        self.put_row(number, self._pack(value))

    def put_row(self, number: int, row: Any) -> None:
        """Put a value that is packed already in its place."""
        words = marshal.dumps(row, 2)
        for _ in range(len(self._starts), number + 1):
            self._starts.append(0)
            self._sizes.append(0)
        self._starts[number], self._sizes[number] = self._end, len(words)
        self._page += words
        self._end += len(words)
        if len(self._page) >= PAGE:
            self._flush()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        """A value, or some of them."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        return self._unpack(self._row(number))

    def _row(self, number: int) -> Any:
        start, size = self._starts[number], self._sizes[number]
        if self._file is None or start >= self._written:
            words = bytes(self._page[start - self._written : start - self._written + size])
        else:
            self._file.seek(start)
            words = self._file.read(size)
        return marshal.loads(words)  # noqa: S302 (our own file, which has no name)

    def rows(self) -> Iterator[Any]:
        """Every value as the row it was packed into."""
        return map(self._row, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same values."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return NotImplemented if not isinstance(other, Sequence) else False
        return all(one == another for one, another in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[T]:
        """Every value in order."""
        return (self[number] for number in range(len(self)))

    def _flush(self) -> None:
        self._file = self._file or scratch()
        self._file.seek(self._written)
        self._file.write(self._page)
        self._written = self._end
        self._page = bytearray()


def in_order(items: Sequence[T], key: Callable[[T], str]) -> Sequence[T]:
    """Items sorted; those on a shelf were put there in order."""
    return items if isinstance(items, Shelf) else sorted(items, key=key)


class Picked(Sequence[T], Generic[T]):
    """Some values of a shelf, in an order of their own."""

    def __init__(self, shelf: Shelf[T], numbers: Iterable[int]) -> None:
        self._shelf, self._numbers = shelf, array("Q", numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        """A value, or some of them."""
        if isinstance(number, slice):
            return [self._shelf[n] for n in self._numbers[number]]
        return self._shelf[self._numbers[number]]


class Cabinet(Generic[T]):
    """Values that change, by number: those asked for last are in memory, the others on the disk."""

    def __init__(self, pack: Callable[[T], Any], unpack: Callable[[Any], T], room: int = 0) -> None:
        self._shelf = Shelf(pack, unpack)
        self._room = room or ROOM
        self._live: OrderedDict[int, T] = OrderedDict()
        self._changed: set[int] = set()
        self._count = 0
        self._pinned = False

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def append(self, value: T) -> int:
        """Put a value behind the others; its number."""
        number = self._count
        self._count += 1
        self._live[number] = value
        self._changed.add(number)
        if len(self._live) > self._room:
            self._make_room()
        return number

    def append_row(self, row: Any) -> int:
        """Put a value that is packed already behind the others; its number."""
        number = self._count
        self._count += 1
        self._shelf.put_row(number, row)
        return number

    def __getitem__(self, number: int) -> T:
        """A value to look at."""
        value = self._live.get(number)
        if value is None:
            value = self._live[number] = self._shelf[number]
            if len(self._live) > self._room and not self._pinned:
                self._make_room()
        else:
            self._live.move_to_end(number)
        return value

    def change(self, number: int) -> T:
        """A value to change."""
        self._changed.add(number)
        return self[number]

    @contextmanager
    def pinned(self) -> Iterator[None]:
        """Let whatever is asked for meanwhile stay in memory: it is changed after more is asked for."""
        self._pinned = True
        try:
            yield
        finally:
            self._pinned = False
        if len(self._live) > self._room:
            self._make_room()

    def _make_room(self) -> None:
        """Put an eighth of what is in memory on the disk, those that were not asked for longest."""
        while len(self._live) > self._room * 7 // 8:
            number, value = self._live.popitem(last=False)
            if number in self._changed:
                self._shelf.put(number, value)
                self._changed.remove(number)


class Sorter:
    """Rows that come out in order; more than fit into memory wait on the disk in runs, which are merged."""

    def __init__(self, rows: Iterable[Row] = (), most: int = 0) -> None:
        self._most = most or MOST
        self._held: list[Row] = []
        self._runs: list[IO[bytes]] = []
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Take a row in."""
        self._held.append(row)
        if len(self._held) >= self._most:
            self._held.sort()
            self._runs.append(_run(self._held))
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


def _run(rows: list[Row]) -> IO[bytes]:
    file = scratch()
    for at_ in range(0, len(rows), BATCH):
        words = marshal.dumps(rows[at_ : at_ + BATCH], 2)
        file.write(len(words).to_bytes(8, "little") + words)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Row]:
    while size := file.read(8):
        words = file.read(int.from_bytes(size, "little"))
        yield from marshal.loads(words)  # noqa: S302 (our own file, which has no name)
    file.close()


def groups(rows: Iterable[Row], width: int = 1) -> Iterator[tuple[Row, list[Row]]]:
    """Sorted rows that begin alike, together, each without its beginning."""
    held: list[Row] = []
    key: Row | None = None
    for row in rows:
        if row[:width] != key:
            if key is not None:
                yield key, held
            key, held = row[:width], []
        held.append(row[width:])
    if key is not None:
        yield key, held
