"""Inputs -> Documents. "What texts are there?" One bad input never stops the others.

``read`` yields, for every text it finds, a Document, a Rejected (set aside, with the reason) or a
Known (a repetition), so that what goes in can be counted against what comes out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kg.model import Document
from kg.read import jsonlines
from kg.read.decode import UndecodableError, decode
from kg.read.document import document, partial_date, safe_id, text_id
from kg.read.limits import Limits
from kg.read.rejected import Known, Rejected
from kg.read.walk import STDIN, files, reason

__all__ = ["Document", "Known", "Limits", "Options", "Rejected", "partial_date", "read", "safe_id"]

_HEAD = 65_536
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller says of all inputs."""

    published: str = ""
    """Date for texts that bring none: EDTF, may be partial."""
    limits: Limits = field(default_factory=Limits)


def read(inputs: Iterable[str], options: Options) -> Iterator[Document | Rejected | Known]:
    """Every text of the inputs (files, folders, ``-``), in the order named, folders sorted.

    A text that stands twice under one id is Known the second time; one id for two texts is Rejected.
    """
    seen: dict[str, str] = {}
    for named in inputs:
        for found in _named(named, options):
            yield _once(found, seen) if isinstance(found, Document) else found


def _once(found: Document, seen: dict[str, str]) -> Document | Rejected | Known:
    digest = text_id(found.text)
    earlier = seen.setdefault(found.id, digest)
    if earlier is digest:  # just put there
        return found
    if earlier == digest:
        return Known(found.source, found.id)
    return Rejected(
        found.source, "check", f"id {found.id} stands for another text already", "give it its own id"
    )


def _named(named: str, options: Options) -> Iterator[Document | Rejected]:
    if named == STDIN:
        yield from _stream(sys.stdin.buffer, "standard input", "", options)
        return
    for path in files(named):
        if isinstance(path, Rejected):
            yield path
        else:
            yield from _file(path, options)


def _file(path: Path, options: Options) -> Iterator[Document | Rejected]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), path.suffix.lower(), options)
    except OSError as error:
        yield Rejected(str(path), "open", reason(error), "check the file and its permissions")


def _stream(stream: BinaryIO, place: str, suffix: str, options: Options) -> Iterator[Document | Rejected]:
    head = stream.peek(_HEAD) if hasattr(stream, "peek") else b""
    if suffix in _LINES or jsonlines.looks_like(head):
        yield from jsonlines.documents(stream, place, options.limits, options.published)
    else:
        yield _text(stream, place, options)


def _text(stream: BinaryIO, place: str, options: Options) -> Document | Rejected:
    limits = options.limits
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        return Rejected(
            place, "open", f"more than {limits.max_bytes:,} bytes", "split it, or raise --max-bytes"
        )
    try:
        return document(decode(data), place=place, limits=limits, published=options.published)
    except UndecodableError as error:
        return Rejected(place, "decode", str(error), "convert it to UTF-8")
    except Rejected as rejected:
        return rejected
