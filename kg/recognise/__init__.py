"""Sentence -> mentions. "Where is something named?".

The order is the file: marked titles, measures and dates are found in the raw words of a sentence and masked;
the rest is cut into words; then each rule chunks what the rules before it found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Document
from kg.recognise.agency import agency
from kg.recognise.date import DateFinder
from kg.recognise.document import find_documents, find_unmarked
from kg.recognise.framed import framed
from kg.recognise.group import group
from kg.recognise.known import known_persons, persons_again
from kg.recognise.line import NUMBER, Atom, Context, Line, Rule
from kg.recognise.measure import MeasureFinder
from kg.recognise.person import person
from kg.recognise.place import place
from kg.recognise.title import title
from kg.recognise.tokens import Tokenizer
from kg.segment import Sentence

DECIMAL = re.compile(r"\d+\.\d+")
RULES: tuple[tuple[str, Rule], ...] = (
    ("place", place),
    ("title", title),
    ("framed", framed),
    ("agency", agency),
    ("person", person),
)
"""First pass, sentence by sentence."""
LATER: tuple[tuple[str, Rule], ...] = (
    ("known", known_persons),
    ("person", persons_again),
    ("known", known_persons),
    ("group", group),
)
"""Second pass, when every vouched name of the document is known."""


@dataclass(frozen=True)
class Recogniser:
    """What is compiled once and used for every document."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    tokenizer: Tokenizer
    dates: DateFinder
    measures: MeasureFinder

    @classmethod
    def build(cls, lexicon: Lexicon, gazetteer: Gazetteer) -> Recogniser:
        """Compile the automata and patterns from the words of the ontology."""
        return cls(
            lexicon, gazetteer, Tokenizer(lexicon, gazetteer), DateFinder(lexicon), MeasureFinder(lexicon)
        )

    def context(self, document: Document) -> Context:
        """A fresh context for one document."""
        return Context(document, self.lexicon, self.gazetteer)

    def recognise(self, sentences: tuple[Sentence, ...], context: Context) -> list[Line]:
        """The atoms of every sentence."""
        lines = []
        for sentence in sentences:
            line = self.words(sentence, context)
            for _, rule in RULES:
                line = rule(line, context)
            context.focus.extend(a.value.place for a in line if a.kind == "place" and a.value.place)
            lines.append(line)
        for _, rule in LATER:
            lines = [rule(line, context) for line in lines]
        return lines

    def words(self, sentence: Sentence, context: Context) -> Line:
        """Words of a sentence around the masked titles, measures and dates."""
        text, offset = sentence.text, sentence.span.start
        masks: list[Atom] = []
        for found in (
            find_documents(text, offset, context),
            self.measures.find(text, offset),
            self.dates.find(text, offset),
            decimals(text, offset),
        ):
            masks += [a for a in found if not any(m.start < a.end and a.start < m.end for m in masks)]
        masks += find_unmarked(text, offset, [m for m in masks if m.kind == "document"], context)
        masks = outermost(masks)
        line: Line = []
        at = offset
        for mask in masks:
            line += self.tokenizer.atoms(text[at - offset : mask.start - offset], at)
            line.append(mask)
            at = mask.end
        return line + self.tokenizer.atoms(text[at - offset :], at)


def decimals(text: str, offset: int) -> list[Atom]:
    """Numbers with a point, which the segmenter would cut in three."""
    if "." not in text:
        return []
    return [Atom(offset + m.start(), offset + m.end(), NUMBER, m.group()) for m in DECIMAL.finditer(text)]


def outermost(masks: list[Atom]) -> list[Atom]:
    """The masks in order, those inside another left out."""
    kept: list[Atom] = []
    for mask in sorted(masks, key=lambda m: (m.start, -m.end)):
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return kept
