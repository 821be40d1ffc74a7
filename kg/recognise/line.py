"""The working form of a sentence: a list of atoms that rules replace, step by step, by larger ones.

A cascade of small chunkers (Abney 1996, "Partial parsing via finite-state cascades"): each rule sees what
the ones before it found, so a body can be built from places and a designation from bodies and titles.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from kg.gazetteer import Gazetteer, Place
from kg.lexicon import Lexicon, remembered
from kg.model import Document, Issue, Refusal
from kg.values import PlaceValue

WORD, PUNCT, NUMBER = "word", "punct", "number"
CUES = ("name.address", "name.cue", "bracket.person", "name.kin-of", "particle.of", "list.join", "etc")
"""Kinds of words that may speak for a name right before them, wherever it stands."""


@dataclass(unsafe_hash=True, slots=True)
class Atom:
    """A stretch of the document with what is known of it. Offsets are the document's.

    Rules replace atoms and never change one (tests/recognise/test_line.py). Only for speed it is not frozen:
    a frozen one takes six times as long to make, and there are several for each word of a text.
    """

    start: int
    end: int
    kind: str
    text: str
    """Folded words."""
    pos: str = ""
    """Part of speech of an ordinary word (jieba tag set)."""
    value: Any = None
    rule: str = ""


Line = list[Atom]
START = attrgetter("start")


@dataclass
class Context:
    """What rules may look at and write to while one document is read."""

    document: Document
    lexicon: Lexicon
    gazetteer: Gazetteer
    focus: list[Place] = field(default_factory=list)
    """Divisions named in the sentences before, in order."""
    places: dict[str, PlaceValue] = field(default_factory=dict)
    """Villages and townships named in full so far, by name."""
    starts: set[str] = field(default_factory=set)
    """First characters of those."""
    names: dict[str, str] = field(default_factory=dict)
    """Person names found so far, each with the rule that vouches for it."""
    sizes: dict[str, list[int]] = field(default_factory=dict)
    """First character -> lengths of the names that begin with it, the longest first."""
    issues: list[Issue] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    dotted: bool = field(init=False)
    """Whether the text holds the dot that joins the parts of a name."""
    surnames: frozenset[str] = field(init=False)
    """The characters that names begin with."""
    cues: frozenset[int] = field(init=False)
    """Where words begin that may stand right behind a name and speak for it (某某|同志)."""
    searched: dict[int, tuple[Line, int]] = field(default_factory=dict)
    """Start of a line -> the line as last searched for known names, and how many there were."""
    votes: dict[str, int] = field(default_factory=dict)
    """How often names stand where the next word is told from them, by name."""
    _times: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look once what names the text may hold."""
        self.surnames = surname_starts(self.lexicon)
        self.dotted = "\u00b7" in self.document.folded
        told = cue_words(self.lexicon)
        self.cues = frozenset([m[0] for m in told.find_overlapping(self.document.folded)] if told else ())

    def keep(self, value: PlaceValue) -> None:
        """Remember a village or township named in full, the first of a name."""
        self.places.setdefault(value.name, value)
        self.starts.add(value.name[0])

    def vouch(self, name: str, why: str) -> None:
        """Remember a person's name with the rule that vouches for it, the first of a name."""
        self.names.setdefault(name, why)
        sizes = self.sizes.setdefault(name[0], [])
        if len(name) not in sizes:
            sizes.append(len(name))
            sizes.sort(reverse=True)

    def times(self, text: str) -> int:
        """How often the document holds some words."""
        if text not in self._times:
            self._times[text] = self.document.folded.count(text)
        return self._times[text]


@remembered
def surname_starts(lexicon: Lexicon) -> frozenset[str]:
    """The first characters of surnames, and of the words that names without one are made of."""
    return frozenset(name[0] for name in (*lexicon.surname_rates, *lexicon.kind("name.part")))


@remembered
def cue_words(lexicon: Lexicon) -> CharwiseDoubleArrayAhoCorasick | None:
    """An automaton of the words that may speak for a name right before them; none where there are none."""
    words = {word for kind in CUES for word in lexicon.kind(kind)}
    return CharwiseDoubleArrayAhoCorasick(sorted(words), MATCH_KIND_STANDARD) if words else None


Rule = Callable[[Line, Context], Line]


def merge(line: Line, first: int, last: int, kind: str, rule: str, value: Any = None) -> Atom:
    """One atom for ``line[first:last]``."""
    text = "".join(a.text for a in line[first:last])
    return Atom(line[first].start, line[last - 1].end, kind, text, value=value, rule=rule)


def split(line: Line, position: int) -> Line:
    """The line with an atom boundary at a document offset; a word cut in two keeps no part of speech."""
    behind = first_from(line, position)
    atom = line[behind - 1] if behind else None
    if atom is None or atom.end <= position or atom.kind != WORD:
        return line
    cut = position - atom.start
    before = replace(atom, end=position, text=atom.text[:cut], pos="")
    rest = replace(atom, start=position, text=atom.text[cut:], pos="")
    return [*line[: behind - 1], before, rest, *line[behind:]]


def first_from(line: Line, offset: int) -> int:
    """The index of the first atom that starts at a document offset or behind it."""
    return bisect_left(line, offset, key=START)


def ending(line: Line, offset: int) -> Atom | None:
    """The atom that ends at a document offset."""
    at = first_from(line, offset) - 1
    return line[at] if at >= 0 and line[at].end == offset else None


def holding(line: Line, offset: int) -> Atom | None:
    """The atom that a character of the document lies in."""
    at = first_from(line, offset + 1) - 1
    return line[at] if at >= 0 and offset < line[at].end else None


def starting(line: Line, offset: int) -> Atom | None:
    """The atom that starts at a document offset."""
    at = first_from(line, offset)
    return line[at] if at < len(line) and line[at].start == offset else None
