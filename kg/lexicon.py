"""The words of ``ontology/lexicon``: loads, checks and answers "what kind of word is this?".

Every file has the columns ``text kind value note source``, sorted by text. ``kind`` is what rules ask for
(``title.party``, ``head.core``, ``prep.agent`` …); ``value`` and ``note`` are what the kind says they are
(``ontology/README.md`` lists the kinds).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.errors import OntologyError

COLUMNS = ("text", "kind", "value", "note", "source")
NONE: frozenset[str] = frozenset()
"""The kinds of a word that the lexicon does not hold."""
remembered = lru_cache(maxsize=2**16)
"""Decorates a rule about a word and the lexicon: a few thousand words make up most of every text."""
FRAME_COLUMNS = ("event", "voice", "role", "kinds", "positions", "need", "source")


@dataclass(frozen=True, slots=True)
class Word:
    """One row of the lexicon."""

    text: str
    kind: str
    value: str
    note: str
    source: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All words by kind; a text may have several kinds. One lexicon is equal to itself only."""

    by_kind: Mapping[str, Mapping[str, Word]]
    frames: Mapping[tuple[str, str], tuple[tuple[str, str, str, str], ...]] = field(default_factory=dict)
    """(event, voice) -> rows of role, kinds, positions, need."""
    kinds: Mapping[str, frozenset[str]] = field(init=False, repr=False)
    """Text -> the kinds it is a word of."""
    titles: Mapping[str, Word] = field(init=False, repr=False)
    """The words that are titles wherever they stand."""
    surname_rates: Mapping[str, float] = field(init=False, repr=False)
    """Surname -> occurrences in a million names."""
    given_rates: Mapping[str, float] = field(init=False, repr=False)
    """Character of given names -> occurrences in a million names."""
    _families: dict[str, Mapping[str, Word]] = field(default_factory=dict, compare=False, repr=False)
    _patterns: dict[tuple[str, ...], str] = field(default_factory=dict, compare=False, repr=False)
    _lengths: dict[str, Mapping[str, tuple[int, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        """Answer once what every text asks."""
        weak = self.kind("title.weak")
        titles = {text: word for text, word in self.family("title").items() if text not in weak}
        object.__setattr__(self, "kinds", kinds_of(self.by_kind))
        object.__setattr__(self, "titles", titles)
        object.__setattr__(self, "surname_rates", rates(self.kind("surname")))
        object.__setattr__(self, "given_rates", rates(self.kind("given")))

    @classmethod
    def load(cls, folder: Path) -> Lexicon:
        """Read the words of an ontology folder: ``lexicon/*.tsv`` and the spellings of ``schemes/*.tsv``.

        Raises:
            OntologyError: a row has not five columns, or no text, kind or source.
        """
        kinds: dict[str, dict[str, Word]] = {}
        schemes = (w for path in sorted((folder / "schemes").glob("*.tsv")) for w in read_scheme(path))
        lexicon = (w for path in sorted((folder / "lexicon").glob("*.tsv")) for w in read_words(path))
        for word in (*schemes, *lexicon):
            kinds.setdefault(word.kind, {}).setdefault(word.text, word)
        return cls(kinds, read_frames(folder / "frames.tsv"))

    def kind(self, kind: str) -> Mapping[str, Word]:
        """The words of exactly this kind, by text."""
        return self.by_kind.get(kind, {})

    def family(self, prefix: str) -> Mapping[str, Word]:
        """The words of every kind that starts with ``prefix.``; of one text the first kind wins."""
        if prefix not in self._families:
            self._families[prefix] = self._gather(prefix)
        return self._families[prefix]

    def _gather(self, prefix: str) -> dict[str, Word]:
        found: dict[str, Word] = {}
        for kind in sorted(self.by_kind):
            if kind.startswith(f"{prefix}."):
                for text, word in self.by_kind[kind].items():
                    found.setdefault(text, word)
        return found

    def pattern(self, *kinds: str) -> str:
        """A regular-expression alternation of the words of some kinds, longest first."""
        if kinds not in self._patterns:
            longest = sorted({w for k in kinds for w in self.kind(k)}, key=lambda w: (-len(w), w))
            self._patterns[kinds] = "(?:" + "|".join(re.escape(w) for w in longest) + ")"
        return self._patterns[kinds]

    def begins(self, kind: str, text: str, start: int = 0) -> bool:
        """Whether a word of a kind stands at an offset; its time does not grow with the number of words."""
        words = self.kind(kind)
        if kind not in self._lengths:
            self._lengths[kind] = lengths(words, 0)
        for size in self._lengths[kind].get(text[start : start + 1], ()):
            if text[start : start + size] in words:
                return True
        return False

    def is_a(self, text: str, *kinds: str) -> bool:
        """Whether the text is a word of one of these kinds."""
        known = self.kinds.get(text)
        return known is not None and not known.isdisjoint(kinds)

    def among(self, texts: Iterable[str]) -> frozenset[str]:
        """The kinds of some words together: a rule looks no further where those it hangs on are missing."""
        known = self.kinds
        return NONE.union(*[known[text] for text in texts if text in known])

    def value(self, kind: str, text: str) -> str:
        """The value column of a word, or an empty string."""
        word = self.by_kind.get(kind, {}).get(text)
        return word.value if word else ""


def lengths(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    """The lengths of words by their character at an index, the longest first."""
    found: dict[str, set[int]] = {}
    for text in words:
        found.setdefault(text[at], set()).add(len(text))
    return {char: tuple(sorted(sizes, reverse=True)) for char, sizes in found.items()}


def kinds_of(by_kind: Mapping[str, Mapping[str, Word]]) -> dict[str, frozenset[str]]:
    """Text -> the kinds it is a word of."""
    found: dict[str, set[str]] = {}
    for kind, words in by_kind.items():
        for text in words:
            found.setdefault(text, set()).add(kind)
    return {text: frozenset(of) for text, of in found.items()}


def rates(words: Mapping[str, Word]) -> dict[str, float]:
    """Text -> how often it occurs in a million names."""
    return {text: float(word.value) for text, word in words.items()}


def read_words(path: Path) -> Iterable[Word]:
    """The rows of one file, checked."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise OntologyError(path.name, 1, f"the header must be {' '.join(COLUMNS)}")
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not (cells[0] and cells[1] and cells[4]):
            raise OntologyError(path.name, number, "a row needs text, kind, value, note and source")
        yield Word(*cells)


def read_scheme(path: Path) -> Iterable[Word]:
    """Every spelling of a closed vocabulary as a word of kind ``scheme.NAME``: value = code, note = name."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    for number, line in enumerate(lines, 2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise OntologyError(path.name, number, f"a row needs {len(columns)} columns")
        row = dict(zip(columns, cells, strict=True))
        for text in dict.fromkeys([row["name"], row["zh"], *row["variants"].split("|")]):
            if text:
                yield Word(text, f"scheme.{path.stem}", row["code"], row["name"], row["source"])


def read_frames(path: Path) -> dict[tuple[str, str], tuple[tuple[str, str, str, str], ...]]:
    """The frames table: which roles an event has, filled by what kind of thing standing where."""
    table: dict[tuple[str, str], tuple[tuple[str, str, str, str], ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(FRAME_COLUMNS):
            raise OntologyError(path.name, number, f"a row needs {', '.join(FRAME_COLUMNS)}")
        event, voice, role, kinds, positions, need, _ = cells
        table[event, voice] = (*table.get((event, voice), ()), (role, kinds, positions, need))
    return table
