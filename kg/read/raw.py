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
