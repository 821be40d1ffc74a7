"""A text as found in a file, before it is checked and becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """A text and what its file says of it; every field but the text may be empty."""

    text: str
    place: str
    """File, file:line, or file!member, for messages."""
    id: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    """As written in the file; checked when the Document is made."""
    basis: str = "given"
    """How the file tells that date, as in ``Document.published_basis``."""
    dates: tuple[str, ...] = ()
    """Every date of publication that the file declares, as written."""
    origin: str = ""
    """As in ``Document.origin``."""
    ocr: float = 0.0
    """As in ``Document.ocr``."""


@dataclass(frozen=True, slots=True)
class Working:
    """A sign of life of a parser that is at a long file (a page was recognised); the clock starts anew."""

    place: str
