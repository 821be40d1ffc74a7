"""A stretch of a line that may be a name. "What is it made of, and where does it stand?"."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.recognise.line import Atom, Context, Line, starting
from kg.recognise.surroundings import OFTEN, rated

USUAL = 20.0
"""Occurrences in a million names above which a surname needs no more support."""


@dataclass(eq=False)
class Likely:
    """A stretch of a line that may be a name, and the place it stands in; like an atom, never changed."""

    start: int
    size: int
    family: int
    """Characters of the surname."""
    why: str
    """What licenses a name here: see ``recognise.person``."""
    line: Line
    context: Context
    end: int = field(init=False)
    """The offset behind it."""
    name: str = field(init=False)
    """Its characters."""
    behind: str = field(init=False)
    """The four characters behind it."""
    first: Atom | None = field(init=False)
    """The word that it begins with."""
    ordinary: Atom | None = field(init=False)
    """The dictionary word of two characters or more, no name itself, that it begins with."""
    common: bool = field(init=False)
    """Whether its surname is usual."""
    given: bool = field(init=False)
    """Whether no word stands in its way and the other characters occur in given names."""
    likely: bool = field(init=False)
    """Whether its surname is usual, no word stands in its way and its characters occur in names."""
    full: bool = field(init=False)
    """Whether the given name has two characters."""

    def __post_init__(self) -> None:
        """Look once at what most rules ask."""
        text = self.context.document.folded
        self.end = self.start + self.size
        self.name, self.behind = text[self.start : self.end], text[self.end : self.end + 4]
        self.first = starting(self.line, self.start)
        self.common = self.context.lexicon.surname_rates.get(self.name[: self.family], 0) > USUAL
        self.ordinary = self._ordinary()
        self.given = self.ordinary is None and rated(self.name[self.family :], self.context)
        self.likely = self.common and self.given
        self.full = self.size == self.family + 2

    def _ordinary(self) -> Atom | None:
        """The word it begins with, unless that is a name or one that nobody hears in it."""
        word = self.first
        if word is None or word.end < self.start + 2 or word.pos.startswith("nr"):
            return None
        last = self.context.lexicon.given_rates.get(self.name[-1], 0) > OFTEN and self.common
        unheard = word.pos == "ns" and word.end < self.end and not self.context.gazetteer.by_name(word.text)
        return None if unheard and last else word
