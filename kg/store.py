"""The texts of a build folder: kept beside the graph, so that a later build adds to it, not starts anew.

``texts.jsonl`` holds every text with personal data blanked, character for character, and the digest of the
text as it was read. A graph is always made of texts in this form, so that adding ten texts one by one, in any
order, gives the same bytes as building them at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.disk import Picked, Shelf
from kg.disk.rows import as_document, document
from kg.errors import InputError
from kg.fold import fold
from kg.model import Document
from kg.private import mask

NAME = "texts.jsonl"
LOCK = ".lock"
FIELDS = ("id", "text", "title", "url", "published", "published_basis", "sha256")
SELDOM = ("dates", "origin", "ocr")
"""Fields that are written only where they say something."""
SOURCE = "source"
"""Name of the file; texts kept before it was noted have none."""


def kept(document: Document) -> Document:
    """A document in the form it is kept in: personal data blanked, the digest of the text as read noted.

    Of the source the name of the file stays, and only for a text that brings no other name: the same texts in
    other files give the same bytes, and where a file lay on this machine is nobody's business.
    """
    text = mask(document.text)
    digest = document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()
    named = document.title or not digest.startswith(document.id)
    source = "" if named else mask(file_name(document.source))
    origin = mask(document.origin)
    return replace(document, text=text, folded=fold(text), source=source, origin=origin, sha256=digest)


def file_name(source: str) -> str:
    """The last part of ``folder/file``, ``archive!folder/file`` or ``file:line``; none for standard input."""
    return re.split(r"[/\\!]", source)[-1]


def merged(old: Iterable[Document], new: Iterable[Document]) -> Sequence[Document]:
    """Old and new texts in the order of their ids; a new text takes the place of one of its id or address."""
    shelf = Shelf(document, as_document)
    numbers: dict[str, int] = {}
    addresses: dict[str, str] = {}
    for one in map(kept, new):
        numbers[one.id], addresses[one.id] = shelf.append(one), one.url
    fresh, taken = frozenset(numbers), frozenset(filter(None, addresses.values()))
    for one in old:
        if one.id not in fresh and one.url not in taken:
            numbers[one.id] = shelf.append(one)
    return Picked(shelf, (numbers[local] for local in sorted(numbers)))


def lines(documents: Iterable[Document]) -> Iterator[str]:
    """The content of the file."""
    for one in documents:
        row = {name: getattr(one, name) for name in (*FIELDS, SOURCE)}
        row |= {name: getattr(one, name) for name in SELDOM if getattr(one, name)}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def load(out: Path) -> list[Document]:
    """The texts of a build folder; none where it has none. Raises InputError for a broken file."""
    return list(stream(out))


def stream(out: Path) -> Iterator[Document]:
    """The same one after the other."""
    path = out / NAME
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8", newline="\n") as content:
            for number, line in enumerate(content, 1):
                if line.rstrip("\n"):
                    yield _document(line, f"{path}:{number}")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "cannot be read; build anew with --fresh") from error


def _document(line: str, place: str) -> Document:
    try:
        row = json.loads(line)
        values: dict[str, Any] = {name: str(row[name]) for name in FIELDS}
        seldom: dict[str, Any] = {"dates": tuple(map(str, row.get("dates", ())))}
        seldom |= {"origin": str(row.get("origin", "")), "ocr": float(row.get("ocr", 0))}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(place, "broken; build anew with --fresh") from error
    source = str(row.get(SOURCE, ""))
    return Document(folded=fold(values["text"]), source=source, **seldom, **values)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold a build folder for one process; raises InputError where another does. A killed one lets go."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise InputError(str(out), f"cannot be written: {(error.strerror or str(error)).lower()}") from error
    try:
        _take(handle, out)
        yield
    finally:
        os.close(handle)


def _take(handle: int, out: Path) -> None:
    """Lock an open file, where the system can; the lock ends with the process."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise InputError(
            str(out), "another process is building into it; try again when it is done"
        ) from error
