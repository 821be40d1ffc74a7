"""What is asked of entities again and again: label and class. All else of them is on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from sys import intern

from kg.disk import Shelf
from kg.disk.rows import as_entity, entity
from kg.model import Entity


class Names(Mapping[str, str]):
    """Labels of entities by id; the entities themselves stand on a shelf, in the order they came in."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.shelf = Shelf(entity, as_entity)
        self._numbers: dict[str, int] = {}
        self._labels: list[str] = []
        self._kinds: list[str] = []
        for one in entities:
            self._numbers[one.id] = self.shelf.append(one)
            self._labels.append(one.label)
            self._kinds.append(intern(one.kind))

    def __getitem__(self, local: str) -> str:
        """The label of an entity."""
        return self._labels[self._numbers[local]]

    def __contains__(self, local: object) -> bool:
        """Whether an id is an entity's."""
        return local in self._numbers

    def __iter__(self) -> Iterator[str]:
        """Every id."""
        return iter(self._numbers)

    def __len__(self) -> int:
        """How many entities there are."""
        return len(self._labels)

    def kind(self, local: str) -> str:
        """The class of an entity; empty for what is none."""
        number = self._numbers.get(local)
        return "" if number is None else self._kinds[number]
