"""Measures of the closed vocabularies (sanctions, penalties, measures of organisation) as written.

A word that several vocabularies share (a bare "warning") takes the order of the measure named before it in
the same list, or stays without one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.lexicon import Lexicon, Word
from kg.recognise.date import numerals, read_number
from kg.recognise.line import Atom
from kg.values import MeasureValue

SCHEMES = (
    "party-sanction",
    "gov-sanction",
    "admin-sanction",
    "org-measure",
    "economic",
    "accuser-measure",
    "criminal",
    "sanction",
)
"""Vocabularies searched, the more specific first."""
WHOM = 2
"""Characters that a name inside a measure has at least (开除|某某|党籍)."""
GAP = 20
"""Characters that may stand inside a measure written around other words."""
NEAR = 8
"""Characters up to which the words in the gap belong to the measure; who is named in a longer one is read."""
SKIPPED = frozenset({"unspecified-handling", "double-expulsion"})
"""Rows that name no measure of their own."""
LED = 12
"""Characters before a penalty in which its duration may stand (六年六个月有期徒刑)."""
BLANK = r"[\s，]?"
"""What may stand between a measure and the duration behind it."""
RULE = "recognise.measure"
METHODS = ("clearing-method",)
"""Vocabularies of ways of doing, found the same way but no measures."""


class MeasureFinder:
    """One automaton over every spelling of every measure."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect the spellings; where vocabularies share one, the row without an order wins."""
        self._lex = lexicon
        self._words: dict[str, MeasureValue] = {}
        rows = [
            (s, w) for s in SCHEMES for w in lexicon.kind(f"scheme.{s}").values() if w.value not in SKIPPED
        ]
        for scheme, word in sorted(rows, key=lambda row: row[1].text != row[1].note):
            self._words.setdefault(word.text, MeasureValue(scheme, word.value, word.note))
        for scheme in METHODS:
            for text, word in lexicon.kind(f"scheme.{scheme}").items():
                self._words.setdefault(text, MeasureValue(scheme, word.value, word.note))
        for text, word in lexicon.kind("measure.accountability").items():
            self._words[text] = MeasureValue("accountability", word.value, word.note)
        for text, word in lexicon.kind("measure.bare").items():
            bare = MeasureValue("sanction", word.value, text)
            self._words[text] = bare
            self._words.update(
                {text + s: bare for s in lexicon.kind("measure.suffix") if text + s in self._words}
            )
        for text, word in lexicon.kind("measure.spelling").items():
            scheme, _, code = word.value.partition("/")
            self._words[text] = MeasureValue(scheme, code, word.note)
        self._double = {t: self._parts(w.value) for t, w in lexicon.kind("measure.double").items()}
        self._list = sorted({**self._words, **self._double})
        self._term = self._duration()
        self._led = re.compile(self._term.pattern.removeprefix(BLANK) + "$")
        self._gaps = [self._gap(w) for w in lexicon.kind("measure.gap").values()]
        splits = sorted(lexicon.kind("measure.split").values(), key=lambda w: -len(w.text))
        self._splits = [self._split(w) for w in splits]
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._list, MATCH_KIND_LEFTMOST_LONGEST)

    def _gap(self, word: Word) -> tuple[re.Pattern[str], MeasureValue, str, str]:
        """A measure written around others (U+2026 marks the gap): pattern, meaning, first and last word."""
        scheme, _, code = word.value.partition("/")
        first, *middle, last = [re.escape(p) for p in word.text.split("\u2026")]
        between = rf"[^，。；：]{{0,{GAP}}}?"
        gap = between.join(["", *middle, ""])
        pattern = re.compile(rf"{first}(?P<gap>{gap})(?P<last>{last})")
        opens, *_, closes = word.text.split("\u2026")
        return pattern, MeasureValue(scheme, code, word.note), opens, closes

    def _split(self, word: Word) -> tuple[re.Pattern[str], list[MeasureValue]]:
        """A measure written around whom it falls on (开除…党籍): the pattern and its meanings."""
        verb, thing = (re.escape(part) for part in word.text.split("\u2026"))
        pronouns = self._lex.pattern("anaphor.person")
        whom = rf"(?!{pronouns})[^，。；：、《》]{{{WHOM},{GAP}}}?"
        return re.compile(rf"(?P<verb>{verb}){whom}{thing}"), self._parts(word.value)

    def _around(self, text: str, offset: int, found: list[Atom]) -> list[Atom]:
        """The measures written around whom they fall on: their verbs replace what was found there."""
        for pattern, values in self._splits:
            for hit in pattern.finditer(text):
                start, end = hit.span("verb")
                taken = any(a.start < offset + hit.end() and offset + end < a.end for a in found)
                if taken or any(a.rule.endswith("split") and a.start == offset + start for a in found):
                    continue
                found = [a for a in found if not offset + start <= a.start < offset + end]
                ends = [start, *range(start + 1, start + len(values)), end]
                found += [
                    Atom(offset + a, offset + b, "measure", text[a:b], value=v, rule=f"{RULE}.split")
                    for a, b, v in zip(ends, ends[1:], values, strict=False)
                ]
        return found

    def _parts(self, codes: str) -> list[MeasureValue]:
        """The measures that a word for two of them means."""
        pairs = [code.split("/") for code in codes.split(",")]
        names = {(s, w.value): w.note for s, _ in pairs for w in self._lex.kind(f"scheme.{s}").values()}
        return [MeasureValue(s, c, names[s, c]) for s, c in pairs]

    def _digits(self, term: str) -> str:
        """A duration with its numbers in digits: 十一年 -> 11年."""
        return re.sub(rf"[{numerals(self._lex)}]+", lambda m: str(read_number(m.group(), self._lex)), term)

    def _duration(self) -> re.Pattern[str]:
        """What may be written behind a measure: how long it lasts."""
        numbers = numerals(self._lex)
        units = self._lex.pattern("term.unit")
        half = self._lex.pattern("term.half")
        life = self._lex.pattern("term.life")
        return re.compile(rf"{BLANK}((?:(?:\d+|[{numbers}]+)(?:{units}))+{half}?|{life})")

    def find(self, text: str, offset: int) -> list[Atom]:
        """The measures of a stretch of folded text, with the duration written behind them, in order."""
        found: list[Atom] = []
        for start, end, index in self._automaton.find(text):
            word = self._list[index]
            if word in self._double:
                found += self._both(text, offset, start, end, self._double[word])
            else:
                found.append(self._one(text, offset, start, end, self._words[word]))
        found = self._around(text, offset, found)
        for pattern, value, opens, closes in self._gaps:
            for hit in pattern.finditer(text) if opens in text and closes in text else ():
                first = hit.start() if self._near(hit) else hit.start("last")
                start, end = offset + first, offset + hit.end()
                within = [
                    a for a in found if start <= a.start and a.end <= end and a.end - a.start < end - start
                ]
                found = [a for a in found if a not in within]
                split = any(a.rule.endswith("split") and start <= a.start < end for a in within)
                if split:
                    found += within
                elif not any(a.start < end and start < a.end for a in found):
                    words = text[first : hit.end()]
                    found.append(Atom(start, end, "measure", words, value=value, rule=f"{RULE}.gap"))
        return sorted(found, key=lambda a: a.start)

    def _near(self, hit: re.Match[str]) -> bool:
        """Whether the gap belongs to the measure: short, and of whom one may be ordered to only a pronoun."""
        gap, text = hit.group("gap"), hit.string
        ordered = self._lex.begins("voice.active", text, hit.start())
        return gap in self._lex.kind("anaphor.person") if ordered and gap else len(gap) <= NEAR

    def _both(self, text: str, offset: int, start: int, end: int, values: list[MeasureValue]) -> list[Atom]:
        """A word for two measures (双开) as two atoms."""
        ranges = ((start, start + 1), (start + 1, end))
        return [
            Atom(offset + a, offset + b, "measure", text[a:b], value=value, rule=RULE)
            for (a, b), value in zip(ranges, values, strict=True)
        ]

    def _one(self, text: str, offset: int, start: int, end: int, value: MeasureValue) -> Atom:
        """A measure, with the duration behind it where it is one that has a duration."""
        term = self._term.match(text, end)
        if term and value.name in self._lex.kind("measure.with-term"):
            value = replace(value, term=self._digits(term.group(1)))
            end = term.end()
        elif value.scheme == "criminal" and value.name in self._lex.kind("measure.with-term"):
            led = self._led.search(text, max(0, start - LED), start)
            value = replace(value, term=self._digits(led.group(1))) if led else value
            start = led.start() if led else start
        life = next((w for w in self._lex.kind("term.life") if text[start:end].endswith(w)), "")
        if life and not value.term:
            value = replace(value, term=life)
        kind = "method" if value.scheme in METHODS else "measure"
        return Atom(offset + start, offset + end, kind, text[start:end], value=value, rule=RULE)
