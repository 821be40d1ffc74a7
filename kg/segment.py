"""Document -> sentences, with true offsets. "Where does one statement end and the next begin?"

Line breaks are not trusted alone: web texts lose them, so headings run into the body. Boilerplate
(captions, footers, buttons, contact lines) is found here and kept away from the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Document, Span
from kg.private import find as find_private
from kg.private import possible as may_be_private

SENTENCE_END = re.compile(r"(?:[。！？；;!?]|\n|\\r\\n|\\n|……|…)[”’」』）)]?")
"""Ends of a sentence in folded text; literal backslash-n sequences occur in scraped files."""


LONGEST_SENTENCE = 1200
"""Characters beyond which a stretch without a full stop is cut at a comma."""
LONG_LINE = 40
"""Characters of a line that was broken to fit a page rather than to begin a paragraph."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a document between two ends; ``paragraph`` counts line breaks before it."""

    span: Span
    text: str
    """Folded words of the span."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Segments:
    """Sentences of the body, and the boilerplate spans that were kept out, each with its kind."""

    sentences: tuple[Sentence, ...]
    noise: tuple[tuple[Span, str], ...]


def segment(document: Document, lexicon: Lexicon) -> Segments:
    """Cut a document into sentences and boilerplate; nothing of the text is changed."""
    noise = tuple(find_noise(document, lexicon))
    blocked = [(span.start, span.end) for span, _ in noise]
    sentences = [
        Sentence(Span(document.id, start, end), document.folded[start:end], paragraph)
        for start, end, paragraph in cut(document.folded, blocked)
    ]
    return Segments(tuple(sentences), noise)


def find_noise(document: Document, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """Stretches that belong to the page, not to the text: by the patterns of ``noise.*``, and personal data.

    Of two that overlap the one that begins first, and of those the longer, is kept.
    """
    found: list[tuple[int, int, str]] = []
    if may_be_private(document.folded):
        found += [(start, end, "contact") for start, end in find_private(document.text)]
    for word in lexicon.family("noise").values():
        kind = word.kind.partition(".")[2]
        found += [(m.start(), m.end(), kind) for m in re.finditer(word.text, document.folded)]
    last = 0
    for start, end, kind in sorted(found, key=lambda n: (n[0], -n[1], n[2])):
        if start >= last:
            yield Span(document.id, start, end), kind
            last = end


def wrapped(text: str, match: re.Match[str]) -> bool:
    """Whether a line break only wraps a line: it follows a comma, or a long line cut inside a sentence."""
    if match.group() != "\n" or match.start() == 0:
        return False
    before = text[match.start() - 1]
    line = match.start() - text.rfind("\n", 0, match.start()) - 1
    after = text[match.end() : match.end() + 1]
    return before in "，、" or (line >= LONG_LINE and before.isalnum() and after.isalnum())


def shortened(text: str, ends: list[int]) -> Iterator[int]:
    """The ends, with more inside what runs on too long: after the last comma in reach, or at the limit.

    No sentence of a notice is so long; without the limit a text without full stops would take time that
    grows with the square of its length.
    """
    start = 0
    for end in ends:
        while end - start > LONGEST_SENTENCE:
            limit = start + LONGEST_SENTENCE
            comma = max(text.rfind(mark, start, limit) for mark in "，、,；")
            start = comma + 1 if comma > start else limit
            yield start
        yield end
        start = end


def cut(text: str, blocked: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of each sentence, blocked ranges left out."""
    ends = sorted(
        {m.end() for m in SENTENCE_END.finditer(text) if not wrapped(text, m)}
        | {e for pair in blocked for e in pair}
        | {len(text)}
    )
    start = paragraph = 0
    for end in shortened(text, ends):
        inside = any(s <= start and end <= e for s, e in blocked)
        if end > start and text[start:end].strip() and not inside:
            yield start, end, paragraph
        paragraph += text.count("\n", start, end) + text.count("\\n", start, end)
        start = max(start, end)
