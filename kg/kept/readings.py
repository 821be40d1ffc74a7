"""The readings of a corpus, gone through several times and never all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.disk import Picked, Shelf
from kg.disk.rows import as_document, document
from kg.model import Document
from kg.reading import Reading


class Readings(Iterable[Reading]):
    """The readings of some texts, in the order of their ids; found again each time they are gone through."""

    def __init__(self, documents: Iterable[Document], find: Callable[[Document], Reading]) -> None:
        shelf = Shelf(document, as_document)
        numbers = sorted((d.id, shelf.append(d)) for d in documents)
        self._documents = Picked(shelf, (number for _, number in numbers))
        self._find = find

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._documents)

    def __iter__(self) -> Iterator[Reading]:
        """Every reading."""
        return map(self._find, self._documents)

    def documents(self) -> Sequence[Document]:
        """Every text, without what was read in it."""
        return self._documents
