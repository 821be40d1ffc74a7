"""Evidence cut out of a document's own text, never out of its folded form."""

from __future__ import annotations

import unicodedata

from kg.model import Document, Evidence, Span


def quote(document: Document, start: int, end: int) -> Evidence:
    """The words from ``start`` up to ``end`` as evidence."""
    return Evidence(Span(document.id, start, end), document.text[start:end])


def trimmed(document: Document, start: int, end: int) -> Evidence:
    """The same without blanks and separating marks at either end; brackets and quotation marks stay."""
    text = document.text
    while end - start > 1 and separates(text[end - 1]):
        end -= 1
    while end - start > 1 and separates(text[start]):
        start += 1
    return quote(document, start, end)


def separates(char: str) -> bool:
    """Whether a character is a blank or a mark that ends or joins clauses (Unicode category Po)."""
    return char.isspace() or unicodedata.category(char) == "Po"
