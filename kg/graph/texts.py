"""The texts themselves as media items: digest, address, date, source."""

from __future__ import annotations

import hashlib

from kg.model import Document, Ref, Text
from kg.resolve import World, quote


def see_text(document: Document, world: World) -> None:
    """Take note of a text. Its mention is its first line, so that it too rests on words."""
    register, local = world.register, f"text/{document.id}"
    start, end = first_line(document.text)
    register.see(
        local, "MediaItem", document.title or document.id, quote(document, start, end), "resolve.text.id"
    )
    register.call(local, document.title or document.id)
    digest = document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()
    register.tell(local, "sha256", Text(digest))
    if document.url:
        register.tell(local, "url", Text(document.url))
    source = world.sources.get(document.id, document.id)
    if source != document.id:
        register.tell(local, "copyOf", Ref(f"text/{source}"))
    if document.published:
        register.tell(local, "published", Text(document.published))


def first_line(text: str) -> tuple[int, int]:
    """Offsets of the first line that is not blank, forty characters of it at most."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, min(end if end >= 0 else len(text), start + 40)
