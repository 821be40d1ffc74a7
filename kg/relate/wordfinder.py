"""Words of some kinds in raw text: the longest that starts at a place, or all of them left to right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.lexicon import Lexicon, Word, lengths, remembered


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the lexicon at a place of a text."""

    start: int
    end: int
    word: Word


@dataclass(frozen=True, slots=True, eq=False)
class WordFinder:
    """Words by their text, and one automaton over all of them."""

    words: Mapping[str, Word]
    starting: Mapping[str, tuple[int, ...]]
    """First character -> lengths of the words that begin with it, the longest first."""
    ending: Mapping[str, tuple[int, ...]]
    """Last character -> lengths of the words that end in it, the longest first."""
    found: tuple[Word, ...]
    """The words as the automaton numbers them."""
    automaton: CharwiseDoubleArrayAhoCorasick | None
    """None where there is no word."""

    @classmethod
    def of(cls, lexicon: Lexicon, *kinds: str) -> WordFinder:
        """The words of some kinds; of one text the first kind wins."""
        words: dict[str, Word] = {}
        for kind in kinds:
            for text, word in lexicon.kind(kind).items():
                words.setdefault(text, word)
        starting, ending = lengths(words, 0), lengths(words, -1)
        automaton = (
            CharwiseDoubleArrayAhoCorasick(list(words), MATCH_KIND_LEFTMOST_LONGEST) if words else None
        )
        return cls(words, starting, ending, tuple(words.values()), automaton)

    def at(self, text: str, start: int, end: int | None = None) -> Found | None:
        """The longest word that starts at a place and ends by ``end``."""
        last = len(text) if end is None else min(end, len(text))
        for size in self.starting.get(text[start : start + 1], ()):
            word = self.words.get(text[start : start + size]) if start + size <= last else None
            if word is not None:
                return Found(start, start + size, word)
        return None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Every word from left to right, the longest at each place, none inside another."""
        if self.automaton is not None:
            for begin, stop, number in self.automaton.find(text[start:end]):
                yield Found(start + begin, start + stop, self.found[number])

    def ends(self, text: str, start: int = 0, end: int | None = None) -> Word | None:
        """The longest word that a range of a text ends in."""
        last = len(text) if end is None else end
        for size in self.ending.get(text[last - 1 : last], ()):
            word = self.words.get(text[last - size : last]) if last - size >= start else None
            if word is not None:
                return word
        return None


@remembered
def finders(lexicon: Lexicon) -> dict[tuple[str, ...], WordFinder]:
    """The finders of a lexicon by their kinds, each made when it is first asked for."""
    return {}
