"""Quotes in their context: the words around each span, cut once a document and shared.

The page never holds a whole text. It holds passages: the sentence of each quote and a little
around it, overlapping ones joined. Personal data (issue ``N01``, and what ``kg.private`` finds) is blanked
in them, character for character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Document, Evidence, Issue, Span
from kg.private import BLANK, find

REACH = 60
"""Code points of context on each side, before the cut moves to a sentence end."""
_STOPS = "\u3002\uff01\uff1f\n\u2026"


@dataclass(frozen=True, slots=True)
class Passages:
    """All passages of a page, and where each span lies in them, in UTF-16 units for the browser."""

    texts: tuple[str, ...]
    starts: dict[str, tuple[tuple[int, int], ...]]
    """Document id -> sorted (start in the document, index into ``texts``)."""

    def locate(self, span: Span) -> tuple[int, int, int]:
        """``(passage, from, to)`` in UTF-16 units; ``(-1, 0, 0)`` when the document is not at hand."""
        rows = self.starts.get(span.doc, ())
        at = bisect_right(rows, (span.start, len(self.texts))) - 1
        if at < 0:
            return -1, 0, 0
        start, index = rows[at]
        text = self.texts[index]
        lead = units(text[: span.start - start])
        return index, lead, lead + units(text[span.start - start : span.end - start])


BASIC_PLANE = 0xFFFF
"""Code points above take two UTF-16 units."""


def units(text: str) -> int:
    """Length in UTF-16 code units, which is how a browser counts."""
    return len(text) + sum(1 for c in text if ord(c) > BASIC_PLANE)


def passages(
    documents: Iterable[Document], evidence: Iterable[Evidence], issues: Iterable[Issue]
) -> Passages:
    """Cut the passages that the evidence needs."""
    spans: dict[str, list[Span]] = {}
    for item in evidence:
        spans.setdefault(item.span.doc, []).append(item.span)
    private: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue.code == "N01":
            private.setdefault(issue.doc, []).append(issue)
    texts: list[str] = []
    starts: dict[str, tuple[tuple[int, int], ...]] = {}
    for doc in sorted(documents, key=lambda d: d.id):
        wanted = spans.get(doc.id, [])
        text = _blanked(doc.text, private.get(doc.id, []), wanted)
        rows = []
        for a, b in _joined(sorted(_window(text, s) for s in wanted)):
            rows.append((a, len(texts)))
            texts.append(text[a:b])
        starts[doc.id] = tuple(rows)
    return Passages(tuple(texts), starts)


def _blanked(text: str, issues: Iterable[Issue], keep: Iterable[Span]) -> str:
    """The text of the same length without personal data; a span used as evidence is never touched."""
    cuts = [(i.start, i.end) for i in issues] + list(find(text))
    if not cuts:
        return text
    letters = list(text)
    for a, b in cuts:
        letters[a:b] = BLANK * (b - a)
    for span in keep:
        letters[span.start : span.end] = text[span.start : span.end]
    return "".join(letters)


def _window(text: str, span: Span) -> tuple[int, int]:
    """The span with context, moved inwards to a sentence end where one lies in reach."""
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    before = max((text.rfind(c, low, span.start) for c in _STOPS), default=-1)
    after = [i for i in (text.find(c, max(span.start, span.end - 1), high) for c in _STOPS) if i >= 0]
    return (before + 1 if before >= 0 else low), (max(span.end, min(after) + 1) if after else high)


def _joined(windows: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping or touching windows made one."""
    out: list[tuple[int, int]] = []
    for a, b in windows:
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out
