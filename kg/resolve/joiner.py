"""Bearers put together into persons, never against what somebody judged. Bearers go by their numbers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from kg.resolve.union import Numbers


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two texts mean one person; ``score`` orders the reasons and is no probability."""

    rule: str
    score: float


class Joiner:
    """Joins so many bearers to persons, but never two that somebody judged different."""

    def __init__(self, count: int) -> None:
        self.union = Numbers(count)
        self._apart: dict[int, set[int]] = {}
        """What stands for a set -> bearers judged different from one of it."""
        self._reasons: list[Reason | None] = [None]
        self._why = bytearray(count)
        """Number of the best reason why a bearer was joined to an earlier one."""
        self._own: dict[int, array[int]] = {}
        """What stands for a set of several -> its bearers."""

    def why(self, node: int) -> Reason | None:
        """The best reason why a bearer was joined to an earlier one; none where it was not."""
        return self._reasons[self._why[node]]

    def members(self, node: int) -> array[int]:
        """The bearers of a set."""
        root = self.union.find(node)
        return self._own.get(root) or array("I", (root,))

    def part(self, one: int, other: int) -> None:
        """Keep two bearers apart for good."""
        self._apart.setdefault(self.union.find(one), set()).add(other)
        self._apart.setdefault(self.union.find(other), set()).add(one)

    def parted(self, one: int, other: int) -> bool:
        """Whether somebody judged any of two sets different."""
        if not self._apart:
            return False
        root = self.union.find(other)
        return any(self.union.find(node) == root for node in self._apart.get(self.union.find(one), ()))

    def join(self, one: int, other: int, reason: Reason) -> bool:
        """Make two bearers one person; False where a judgement forbids it."""
        if self.parted(one, other):
            return False
        first, second = self.union.find(one), self.union.find(other)
        if first != second:
            kept = self._apart.pop(first, set()) | self._apart.pop(second, set())
            less, more = sorted((self._taken(first), self._taken(second)), key=len)
            more += less  # the shorter list is copied, so that a long one costs nothing
            self.union.join(first, second)
            self._own[min(first, second)] = more
            if kept:
                self._apart[min(first, second)] = kept
        if one != other:
            known = self.why(max(one, other))
            if known is None or reason.score > known.score:
                self._why[max(one, other)] = self._number(reason)
        return True

    def _taken(self, root: int) -> array[int]:
        """The bearers of a set that is about to grow into another."""
        return self._own.pop(root, None) or array("I", (root,))

    def _number(self, reason: Reason) -> int:
        if reason not in self._reasons:
            self._reasons.append(reason)
        return self._reasons.index(reason)
