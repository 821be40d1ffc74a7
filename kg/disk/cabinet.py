"""Values that change; most of them on the disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from kg.disk.shelf import Shelf

T = TypeVar("T")
ROOM = 20_000
"""Values of a cabinet that are in memory."""


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

    def append_packed(self, words: bytes) -> int:
        """Put a value that is bytes already behind the others; its number."""
        number = self._count
        self._count += 1
        self._shelf.put_packed(number, words)
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
