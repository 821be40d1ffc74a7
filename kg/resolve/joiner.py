"""Bearers of names put together into persons, never against what somebody judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.resolve.judgements import Anchor
from kg.resolve.union import Union


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two texts mean one person; ``score`` orders the reasons and is no probability."""

    rule: str
    score: float


@dataclass
class Joiner:
    """Joins bearers to persons, but never two that somebody judged different."""

    union: Union[Anchor]
    apart: dict[Anchor, set[Anchor]] = field(default_factory=dict)
    """What stands for a set -> bearers judged different from one of it."""
    why: dict[Anchor, Reason] = field(default_factory=dict)

    own: dict[Anchor, list[Anchor]] = field(default_factory=dict)
    """What stands for a set of several -> its bearers."""

    def members(self, node: Anchor) -> list[Anchor]:
        """The bearers of a set."""
        root = self.union.find(node)
        return self.own.get(root, [root])

    def part(self, one: Anchor, other: Anchor) -> None:
        """Keep two bearers apart for good."""
        self.apart.setdefault(self.union.find(one), set()).add(other)
        self.apart.setdefault(self.union.find(other), set()).add(one)

    def parted(self, one: Anchor, other: Anchor) -> bool:
        """Whether somebody judged any of two sets different."""
        root = self.union.find(other)
        return any(self.union.find(node) == root for node in self.apart.get(self.union.find(one), ()))

    def join(self, one: Anchor, other: Anchor, reason: Reason) -> bool:
        """Make two bearers one person; False where a judgement forbids it."""
        if self.parted(one, other):
            return False
        kept = self.apart.pop(self.union.find(one), set()) | self.apart.pop(self.union.find(other), set())
        if self.union.find(one) != self.union.find(other):
            less, more = sorted((self._taken(one), self._taken(other)), key=len)
            more += less  # the shorter list is copied, so that a long one costs nothing
            self.union.join(one, other)
            self.own[self.union.find(one)] = more
        if kept:
            self.apart[self.union.find(one)] = kept
        for node in {one, other} - {min(one, other)}:
            known = self.why.get(node)
            self.why[node] = reason if known is None or reason.score > known.score else known
        return True

    def _taken(self, node: Anchor) -> list[Anchor]:
        """The bearers of a set that is about to grow into another."""
        root = self.union.find(node)
        return self.own.pop(root, [root])
