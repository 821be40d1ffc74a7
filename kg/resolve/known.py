"""The bearers of a corpus by number, in the order of their texts and names: many millions fit into memory.

What many bearers have in common (a name, a post, nothing at all) is kept once; a bearer is put together when
it is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import Any

from kg.resolve.bearer import Bearer
from kg.resolve.judgements import Anchor
from kg.resolve.masks import masked


class Known:
    """Bearers by number."""

    def __init__(self, bearers: Iterable[Bearer] = ()) -> None:
        self._docs: list[str] = []
        self._starts = array("I")
        """Number of the first bearer of each text."""
        self._of = array("I")
        """Number of the text of each bearer."""
        self.names: list[str] = []
        self._rest: list[tuple[Any, ...]] = []
        """What is told of each, one object for all of whom the same is told."""
        shared: dict[Any, Any] = {}
        for one in bearers:
            if not self._docs or self._docs[-1] != one.doc:
                self._docs.append(one.doc)
                self._starts.append(len(self.names))
            self._of.append(len(self._docs) - 1)
            self.names.append(intern(one.name))
            told = frozenset(one.offices), frozenset(one.happenings), frozenset(one.places), one.source
            told = tuple(shared.setdefault(part, part) for part in told)
            self._rest.append(shared.setdefault(told, told))

    def in_order(self) -> Known:
        """The same in the order of texts and names, which is that of the numbers."""
        if all(one < other for one, other in pairwise(self._docs)):
            return self
        return Known(sorted(map(self.__getitem__, range(len(self))), key=place))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.names)

    def __getitem__(self, number: int) -> Bearer:
        """A bearer."""
        offices, happenings, places, source = self._rest[number]
        return Bearer(self.names[number], self.doc(number), offices, "", happenings, places, source)

    def anchor(self, number: int) -> Anchor:
        """Text and name of a bearer."""
        return self.doc(number), self.names[number]

    def let_go(self) -> None:
        """Forget what is told of each; texts and names stay."""
        self._rest = []

    def doc(self, number: int) -> str:
        """The text of a bearer."""
        return self._docs[self._of[number]]

    def masked(self, number: int) -> bool:
        """Whether the given name is left out."""
        return masked(self.names[number])

    def of_text(self, number: int) -> range:
        """All bearers of the text of one."""
        text = self._of[number]
        return range(
            self._starts[text], self._starts[text + 1] if text + 1 < len(self._starts) else len(self)
        )

    def number(self, anchor: Anchor) -> int | None:
        """The number of a name in a text."""
        doc, name = anchor
        text = bisect_left(self._docs, doc)
        if text == len(self._docs) or self._docs[text] != doc:
            return None
        return next((n for n in self.of_text(self._starts[text]) if self.names[n] == name), None)


def place(bearer: Bearer) -> Anchor:
    """Text and name."""
    return bearer.doc, bearer.name


class Ids(Mapping[Anchor, str]):
    """What each name of each text means, by text and name."""

    def __init__(self, known: Known, ids: Sequence[str]) -> None:
        self._known, self._ids = known, ids

    def __getitem__(self, anchor: Anchor) -> str:
        """The id of a person."""
        number = self._known.number(anchor)
        if number is None:
            raise KeyError(anchor)
        return self._ids[number]

    def __iter__(self) -> Iterator[Anchor]:
        """Every text and name."""
        return ((self._known.doc(n), name) for n, name in enumerate(self._known.names))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ids)
