"""Inputs -> Documents. "What texts are there?" One bad input never stops the others.

``read`` yields, for every text it finds, a Document, a Rejected (set aside, with the reason) or a
Known (a repetition), so that what goes in can be counted against what comes out.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kg.model import Document
from kg.read import archive, formats, jsonlines
from kg.read.decode import UndecodableError, decode
from kg.read.document import document, partial_date, safe_id, text_id
from kg.read.kinds import kind
from kg.read.options import Columns, Limits, Options
from kg.read.raw import Raw
from kg.read.rejected import Known, Rejected
from kg.read.walk import STDIN, files, reason

__all__ = [
    "Columns",
    "Document",
    "Known",
    "Limits",
    "Options",
    "Raw",
    "Rejected",
    "document",
    "partial_date",
    "read",
    "safe_id",
]

_HEAD = 65_536


def read(inputs: Iterable[str], options: Options) -> Iterator[Document | Rejected | Known]:
    """Every text of the inputs (files, folders, ``-``), in the order named, folders sorted.

    A text that stands twice under one id is Known the second time; one id for two texts is Rejected.
    """
    seen: dict[str, str] = {}
    for named in inputs:
        for found in _named(named, options):
            yield _checked(found, options, seen) if isinstance(found, Raw) else found


def _checked(raw: Raw, options: Options, seen: dict[str, str]) -> Document | Rejected | Known:
    try:
        made = document(raw, options)
    except Rejected as rejected:
        return rejected
    digest = text_id(made.text)
    earlier = seen.get(made.id)
    if earlier is None:
        seen[made.id] = digest
        return made
    if earlier == digest:
        return Known(made.source, made.id)
    return Rejected(raw.place, "check", f"id {made.id} stands for another text already", "give it its own id")


def _named(named: str, options: Options) -> Iterator[Raw | Rejected]:
    if named == STDIN:
        yield from _stream(sys.stdin.buffer, "standard input", "", options)
        return
    for path in files(named):
        if isinstance(path, Rejected):
            yield path
        else:
            yield from _file(path, options)


def _file(path: Path, options: Options) -> Iterator[Raw | Rejected]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), path.suffix.lower(), options)
    except OSError as error:
        yield Rejected(str(path), "open", reason(error), "check the file and its permissions")


def _stream(stream: BinaryIO, place: str, suffix: str, options: Options) -> Iterator[Raw | Rejected]:
    """The texts of an open file; JSON lines are read line by line, everything else as a whole."""
    head = stream.peek(_HEAD) if isinstance(stream, io.BufferedReader) else b""
    if kind(head, suffix) == "jsonl":
        yield from jsonlines.texts(stream, place, options)
        return
    most = options.limits.max_bytes
    data = stream.read(most + 1)
    if len(data) > most:
        yield Rejected(place, "open", f"more than {most:,} bytes", "split it, or raise --limit max-bytes")
    else:
        yield from _bytes(data, place, suffix, options, 0)


def _bytes(data: bytes, place: str, suffix: str, options: Options, depth: int) -> Iterator[Raw | Rejected]:
    """The texts of a file at hand, archives opened as deep as the limit allows."""
    found = kind(data[:_HEAD], suffix)
    if found == "zip":
        found = archive.office(data) or found
    if found in archive.KINDS:
        yield from _archive(found, data, place, options, depth)
    elif found == "jsonl":
        yield from jsonlines.texts(io.BytesIO(data), place, options)
    elif formats.known(found):
        yield from formats.texts(found, data, place, options)
    else:
        yield _text(data, place)


def _archive(found: str, data: bytes, place: str, options: Options, depth: int) -> Iterator[Raw | Rejected]:
    if depth >= options.limits.max_depth:
        yield Rejected(place, "open", "archives nested too deep", "unpack it, or raise --limit max-depth")
        return
    for member in archive.members(found, data, place, options.limits):
        if isinstance(member, Rejected):
            yield member
        else:
            name, content = member
            where = f"{place}!{name}" if name else place
            suffix = PurePosixPath(name).suffix.lower()
            yield from _bytes(content, where, suffix, options, depth + 1)


def _text(data: bytes, place: str) -> Raw | Rejected:
    try:
        return Raw(text=decode(data), place=place)
    except UndecodableError as error:
        return Rejected(place, "decode", str(error), "convert it to UTF-8")
