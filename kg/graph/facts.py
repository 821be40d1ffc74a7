"""The facts of a corpus while they are finished: numbered by the order of their ids, most on the disk."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from sys import intern

from kg.disk import Cabinet, Sorter, packed, unpacked
from kg.graph.built import Built
from kg.graph.criminal import EXONERATING, KIND
from kg.graph.linked import as_linked, passages
from kg.graph.linked import row as linked_row
from kg.graph.rows import as_built, made

COUNTED = "countUnit"
"""Property of a fact that counts without naming a group."""

DECIDING = frozenset({"Clearing", "Overturning", KIND})
"""Classes that clear somebody, undo something, or fall with an acquittal."""
ROOM, SMALL = 1_000, 5_000
"""Facts in memory: they are large, and seldom asked for again soon. What linking needs of them is small."""


class Facts:
    """Facts in the making."""

    def __init__(self, facts: Iterable[Built] = ()) -> None:
        self._facts = Cabinet(made, as_built, ROOM)
        self._kinds: list[str] = []
        self.counted = array("I")
        """Numbers of the facts that count somebody or something."""
        self.deciding = array("I")
        """Numbers of the facts that decide which edges may be drawn of others."""
        self.linked = Cabinet(linked_row, as_linked, SMALL)
        """The same facts as far as they are linked to others."""
        self.places = Sorter()
        """Texts, each with the numbers of the facts it tells of, and the places; only once."""
        for fact in facts:
            self.add(packed(made(fact)))

    def add(self, words: bytes) -> None:
        """Put a fact that is a packed row behind the others."""
        number = self._facts.append_packed(words)
        local, kind, drafts, roles, properties, *_ = unpacked(words)
        self.linked.append_packed(packed((local, kind, roles)))
        self._kinds.append(intern(kind))
        if any(p[0] == COUNTED for p in properties) or any(groups for *_, groups in drafts):
            self.counted.append(number)
        if kind in DECIDING or any(filler in EXONERATING for _, filler in roles):
            self.deciding.append(number)
        for doc, places in passages(drafts).items():
            self.places.add((doc, number, places))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._facts)

    def __getitem__(self, number: int) -> Built:
        """A fact to look at."""
        return self._facts[number]

    def __iter__(self) -> Iterator[Built]:
        """Every fact in order, to look at."""
        return (self._facts[number] for number in range(len(self)))

    def decisions(self) -> Iterator[Built]:
        """The facts that decide which edges may be drawn of others."""
        return (self._facts[number] for number in self.deciding)

    def change(self, number: int) -> Built:
        """A fact to change."""
        return self._facts.change(number)

    def done_linking(self) -> None:
        """Let go of what linking needed."""
        self.linked = Cabinet(linked_row, as_linked, SMALL)

    def kind(self, number: int) -> str:
        """The class of a fact, which need not be looked at for that."""
        return self._kinds[number]

    def numbers(self, kinds: Collection[str]) -> Iterator[int]:
        """The numbers of the facts of some classes."""
        return (number for number, kind in enumerate(self._kinds) if kind in kinds)

    def of(self, kinds: Collection[str]) -> Iterator[Built]:
        """The facts of some classes in order, to look at."""
        return (self._facts[number] for number in self.numbers(kinds))
