"""Sets that grow together: which of many things are one."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets over sortable items (Tarjan 1975); the smallest item stands for its set."""

    def __init__(self, items: Iterable[T]) -> None:
        self._parent = {i: i for i in items}

    def find(self, item: T) -> T:
        """The item that stands for the set of this one."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, one: T, other: T) -> None:
        """Make two sets one."""
        first, second = sorted((self.find(one), self.find(other)))  # type: ignore[type-var]
        self._parent[second] = first

    def sets(self) -> list[list[T]]:
        """The sets, each sorted, in the order of their smallest items."""
        found: dict[T, list[T]] = {}
        for item in sorted(self._parent):  # type: ignore[type-var]
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


class Numbers:
    """Disjoint sets over numbers from nought, in four bytes each; the smallest stands for its set."""

    def __init__(self, count: int = 0) -> None:
        self._parent = array("I", range(count))

    def grow(self, count: int) -> None:
        """Let there be so many numbers."""
        self._parent.extend(range(len(self._parent), count))

    def find(self, item: int) -> int:
        """The number that stands for the set of this one."""
        parent = self._parent
        root = item
        while parent[root] != root:
            root = parent[root]
        while parent[item] != root:
            parent[item], item = root, parent[item]
        return root

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        first, second = self.find(one), self.find(other)
        self._parent[max(first, second)] = min(first, second)
