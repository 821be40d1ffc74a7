"""Words of some kinds in raw text: the longest that starts at a place, or all of them left to right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon import Lexicon, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the lexicon at a place of a text."""

    start: int
    end: int
    word: Word


@dataclass(frozen=True, slots=True)
class WordFinder:
    """Words by their first character, the longest first."""

    words: Mapping[str, tuple[Word, ...]]
    longest: int
    """Characters of the longest word."""

    @classmethod
    def of(cls, lexicon: Lexicon, *kinds: str) -> WordFinder:
        """The words of some kinds; of one text the first kind wins."""
        texts: dict[str, Word] = {}
        for kind in kinds:
            for text, word in lexicon.kind(kind).items():
                texts.setdefault(text, word)
        by_first: dict[str, list[Word]] = {}
        for text in sorted(texts, key=lambda t: (-len(t), t)):
            by_first.setdefault(text[0], []).append(texts[text])
        words = {first: tuple(found) for first, found in by_first.items()}
        return cls(words, max((len(t) for t in texts), default=0))

    def at(self, text: str, start: int, end: int | None = None) -> Found | None:
        """The longest word that starts at a place and ends by ``end``."""
        last = len(text) if end is None else end
        for word in self.words.get(text[start : start + 1], ()):
            if start + len(word.text) <= last and text.startswith(word.text, start):
                return Found(start, start + len(word.text), word)
        return None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Every word from left to right, the longest at each place, none inside another."""
        last = len(text) if end is None else min(end, len(text))
        at = start
        while at < last:
            found = self.at(text, at, last) if text[at] in self.words else None
            if found is None:
                at += 1
                continue
            yield found
            at = found.end

    def ends(self, text: str, start: int = 0, end: int | None = None) -> Word | None:
        """The longest word that a range of a text ends in."""
        last = len(text) if end is None else end
        for at in range(max(start, last - self.longest), last):
            for word in self.words.get(text[at], ()):
                if at + len(word.text) == last and text.startswith(word.text, at):
                    return word
        return None
