"""Words of a sentence: dictionary segmentation (jieba's dictionary through rjieba) with our lexicon added.

No statistical guessing of unknown words: what the dictionary does not hold falls apart into single
characters, which is just what tells a name apart from the words around it.
"""

from __future__ import annotations

import re

import rjieba

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon, remembered
from kg.recognise.line import NUMBER, PUNCT, WORD, Atom, Line

OFFICIAL, OURS = 60_000, 40_000
"""Frequencies of added words: high enough to win over their parts, low enough to yield to longer ones."""
SELDOM = 1
"""Frequency of a county's name that mostly is two words (时任|县委书记)."""
UNADDED = (
    "given",
    "surname",
    "name.",
    "inner.stop",
    "noise",
    "time",
    "bracket",
    "measure.gap",
    "clause.act",
    "doc.generic",
)
"""Kinds whose words are characters or patterns, not words to cut by."""
BLANK = re.compile(r"\s+")
DIGITS = re.compile(r"\d+(?:\.\d+)?%?")


class Tokenizer:
    """Cuts folded text into atoms; the dictionary is loaded once."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Add the lexicon and the official place names to the dictionary."""
        self._jieba = rjieba.Jieba()
        self._cut = remembered(self._pieces)
        self._heads, self._titles = lexicon.family("head"), lexicon.family("title")
        self._adverbs, self._markers = lexicon.kind("seam.adverb"), lexicon.kind("prep.object")
        self._mores = {w[0] for w in lexicon.kind("count.more")}
        self._provinces = {name for name, _ in gazetteer.names() if len(name) == 2 and wide(name, gazetteer)}
        self._myriads, self._classifiers = set(lexicon.kind("seam.count")), lexicon.kind("count.classifier")
        self._endings = lexicon.kind("place.suffix")
        self._suffixes = lexicon.kind("head.suffix")
        self._holds = lexicon.kind("mod.holds")
        self._tails = lexicon.kind("seam.tail")
        self._lasts = lexicon.kind("seam.last")
        self._leaders, self._agencies = lexicon.kind("leader.suffix"), lexicon.kind("agency")
        self._firsts = lexicon.kind("seam.first")
        self._parties = lexicon.kind("party.person")
        self._levels = lexicon.kind("seam.level")
        self._places = {name for name, _ in gazetteer.names() if len(name) > 1}
        self._ours = {**lexicon.kind("agency"), **self._titles}
        for name, official in gazetteer.names():
            if len(name) == 2 and self._pair(*name):
                self._jieba.add_word(name, SELDOM, "ns")
            elif len(name) > 1 and (official or len(name) > 2 or wide(name, gazetteer)):
                self._jieba.add_word(name, OFFICIAL, "ns")
        for kind, words in lexicon.by_kind.items():
            if not kind.startswith(UNADDED):
                for text in words:
                    if len(text) > 1:
                        self._jieba.add_word(text, OURS, "n")

    def atoms(self, text: str, offset: int) -> Line:
        """The atoms of a stretch of folded text that starts at a document offset; blanks are dropped."""
        out: Line = []
        at = offset
        for word, pos in self._jieba.tag(text, hmm=False):
            start = at
            for size, kind, part, tag in self._cut(word, pos):
                out.append(Atom(start, start + size, kind, part, tag))
                start += size
            at += len(word)
        return out

    def _pieces(self, word: str, pos: str) -> tuple[tuple[int, str, str, str], ...]:
        """The atoms of a word of the dictionary: length, kind, text, part of speech; a blank has none."""
        if not word.strip():
            return ()
        cut = self._seam(word, pos)
        rest = (len(word) - cut, _kind(word[cut:], pos), word[cut:], pos)
        return ((cut, WORD, word[:cut], "n"), rest) if cut else (rest,)

    def _seam(self, word: str, pos: str) -> int:
        """Where a dictionary word is two of ours (head and title, level and head, place and head), or 0."""
        if len(word) == 2:
            return int(self._pair(word[0], word[1]))
        if self._leads_with_province(word, pos):
            return max(n for n in range(2, len(word) - 1) if word[:n] in self._places)  # 北京市|第二中级…
        if self._two_places(word):
            return 2
        if len(word) < 3 or word in self._ours or (len(word) > 3 and word in self._heads):
            return 0
        return self._edge(word) or self._parts(word)

    def _pair(self, first: str, second: str) -> bool:
        """Whether two characters are a count and its classifier, or an adverb and an object marker."""
        counted = first in self._myriads | self._mores and second in self._classifiers
        held = first in self._holds and second in self._levels  # 时任|县委书记 holds no county of 任县
        return (
            counted
            or held
            or (first == second and first in self._endings)
            or (first in self._adverbs and second in self._markers)
        )

    def _leads_with_province(self, word: str, pos: str) -> bool:
        """Whether a body or place of the dictionary begins with the short name of a province."""
        named = pos in ("nt", "ns") and word[:2] in self._provinces
        return len(word) > 4 and named and word not in self._ours and word not in self._places

    def _two_places(self, word: str) -> bool:
        """Whether a word of the dictionary is two short names of places together."""
        return len(word) == 4 and word not in self._places and {word[:2], word[2:]} <= self._places

    def _edge(self, word: str) -> int:
        """Where a count, a tail of a title, a leader's or another last character splits off, or 0."""
        last = len(word) - 1
        if word[0] in self._myriads and word[1:] in self._classifiers:
            return 1
        if word[-2:] in self._tails and word[:-2] in self._titles:
            return last - 1
        body = word[:-1] in self._heads or word[:-1] in self._agencies
        if word[-1] in self._lasts or (word[-1] in self._leaders and body):
            return last
        return int(word[0] in self._firsts and word[1:] in self._parties)

    def _parts(self, word: str) -> int:
        """Where a head meets its title, or a place or level its head; 0 if nowhere."""
        for n in range(1, len(word) - 1):
            first, second = word[:n], word[n:]
            headed = (first in self._heads or first in self._agencies) if n > 1 else first in self._suffixes
            if headed and second in self._titles:
                return n
            place = n > 1 and first in self._places
            level = first in self._levels and word not in self._heads
            if second in self._heads and (place or level):
                return n
        return 0


def wide(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a short name stands for a province."""
    return any(place.level == "province" for place in gazetteer.by_name(name))


def _kind(word: str, pos: str) -> str:
    """Whether an atom is punctuation, a number or a word."""
    if DIGITS.fullmatch(word):
        return NUMBER
    if pos == "x" and not word.isalnum():
        return PUNCT
    return WORD
