"""Someone who watches a long build: told of every text that is read and of every step; or nobody."""

from __future__ import annotations


class Watch:
    """Hears and says nothing; the command line has one that does."""

    def expect(self, texts: int) -> None:
        """So many texts are to be read."""

    def read(self, doubts: int, *, before: bool = False) -> None:
        """One more text is done, with so many doubts about it; ``before``: by an earlier build."""

    def step(self, what: str) -> None:
        """Something else begins, in words for a person."""


NOBODY = Watch()
