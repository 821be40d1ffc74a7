"""The texts themselves as media items: digest, address, date, source."""

from __future__ import annotations

import hashlib

from kg.model import Document, Ref, Text
from kg.published import stated
from kg.resolve import World, quote


def see_text(document: Document, world: World) -> None:
    """Take note of a text. Its mention is its first line, so that it too rests on words."""
    register, local = world.register, f"text/{document.id}"
    start, end = first_line(document.text)
    register.see(local, "MediaItem", name(document), quote(document, start, end), "resolve.text.id")
    register.call(local, name(document))
    register.tell(local, "sha256", Text(digest(document)))
    if document.ocr:
        register.tell(local, "ocrCertainty", document.ocr)
    if document.origin:
        register.tell(local, "declaredSource", Text(document.origin))
    if document.url:
        register.tell(local, "url", Text(document.url))
    source = world.sources.get(document.id, document.id)
    if source != document.id:
        register.tell(local, "copyOf", Ref(f"text/{source}"))
    if stated(document):
        register.tell(local, "published", Text(stated(document)))


def name(document: Document) -> str:
    """What a reader knows the text by: title, else name of its file without the ending, else id."""
    stem, dot, end = document.source.rpartition(".")
    line = end.partition(":")[2]
    bare = (f"{stem}:{line}" if line else stem) if dot and stem else document.source
    return document.title or bare or document.id


def digest(document: Document) -> str:
    """SHA-256 of the text as read."""
    return document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()


def first_line(text: str) -> tuple[int, int]:
    """Offsets of the first line that is not blank, forty characters of it at most."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return start, min(end if end >= 0 else len(text), start + 40)
