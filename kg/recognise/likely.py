"""A stretch of a line that may be a name. "What is it made of, and where does it stand?"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.recognise.line import Atom, Context, Line
from kg.recognise.surroundings import OFTEN, rated

USUAL = 20.0
"""Occurrences in a million names above which a surname needs no more support."""


@dataclass(frozen=True)
class Likely:
    """A stretch of a line that may be a name, and the place it stands in."""

    start: int
    size: int
    family: int
    """Characters of the surname."""
    why: str
    """What licenses a name here: see ``recognise.person``."""
    line: Line
    context: Context

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + self.size

    @property
    def name(self) -> str:
        """Its characters."""
        return self.context.document.folded[self.start : self.end]

    @property
    def behind(self) -> str:
        """The four characters behind it."""
        return self.context.document.folded[self.end : self.end + 4]

    @cached_property
    def ordinary(self) -> Atom | None:
        """The dictionary word of two characters or more, no name itself, that it begins with."""
        word = next((a for a in self.line if a.start == self.start), None)
        if word is None or word.end < self.start + 2 or word.pos.startswith("nr"):
            return None
        last = self.context.lexicon.given_rates.get(self.name[-1], 0) > OFTEN and self.common
        unheard = word.pos == "ns" and word.end < self.end and not self.context.gazetteer.by_name(word.text)
        return None if unheard and last else word

    @cached_property
    def common(self) -> bool:
        """Whether its surname is usual."""
        return self.context.lexicon.surname_rates.get(self.name[: self.family], 0) > USUAL

    @cached_property
    def given(self) -> bool:
        """Whether no word stands in its way and the other characters occur in given names."""
        return self.ordinary is None and rated(self.name[self.family :], self.context)

    @property
    def likely(self) -> bool:
        """Whether its surname is usual, no word stands in its way and its characters occur in names."""
        return self.common and self.given

    @property
    def full(self) -> bool:
        """Whether the given name has two characters."""
        return self.size == self.family + 2
