"""Values on the disk, found again by number."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from kg.disk.scratch import Scratch

T = TypeVar("T")
PAGE = 1 << 20
"""Bytes of a shelf that wait to be written."""


def itself(row: Any) -> Any:
    """A value that is a row already."""
    return row


def packed(row: Any) -> bytes:
    """A row as bytes: a fifth of the memory, for rows that wait by thousands to be handed out in order."""
    return marshal.dumps(row, 2)


def unpacked(words: bytes) -> Any:
    """The row of some bytes that this process has packed."""
    return marshal.loads(words)  # noqa: S302 (our own words)


class Shelf(Sequence[T], Generic[T]):
    """Values by number. What is taken off is a copy: to change one, put it back."""

    def __init__(self, pack: Callable[[T], Any] = itself, unpack: Callable[[Any], T] = itself) -> None:
        self._pack, self._unpack = pack, unpack
        self._scratch: Scratch | None = None
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
        self.put_packed(number, packed(row))

    def put_packed(self, number: int, words: bytes) -> None:
        """Put a value that is bytes already in its place."""
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
        if self._scratch is None or start >= self._written:
            words = bytes(self._page[start - self._written : start - self._written + size])
        else:
            self._scratch.file.seek(start)
            words = self._scratch.file.read(size)
        return unpacked(words)

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
        self._scratch = self._scratch or Scratch()
        self._scratch.file.seek(self._written)
        self._scratch.write(self._page)
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
