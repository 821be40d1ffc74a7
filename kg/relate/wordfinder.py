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
        return cls({first: tuple(words) for first, words in by_first.items()})

    def at(self, text: str, start: int, end: int | None = None) -> Found | None:
        """The longest word that starts at a place and ends by ``end``."""
        last = len(text) if end is None else end
        for word in self.words.get(text[start : start + 1], ()):
            if start + len(word.text) <= last and text.startswith(word.text, start):
                return Found(start, start + len(word.text), word)
        return None

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Every word from left to right, the longest at each place, none inside another."""
        last = len(text) if end is None else end
        at = start
        while at < last:
            found = self.at(text, at, last) if text[at] in self.words else None
            if found is None:
                at += 1
                continue
            yield found
            at = found.end

    def ends(self, text: str) -> Word | None:
        """The longest word that a text ends in."""
        for size in range(len(text), 0, -1):
            found = self.at(text, len(text) - size)
            if found is not None and found.end == len(text):
                return found.word
        return None
