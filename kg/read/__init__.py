"""Inputs -> Documents. "What texts are there?" One bad input never stops the others.

``read`` yields, for every text it finds, a Document, a Rejected (set aside, with the reason) or a
Known (a repetition), so that what goes in can be counted against what comes out.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from kg.model import Document
from kg.read import archive, formats, jsonlines
from kg.read.decode import UndecodableError, decode
from kg.read.document import ID_LENGTH, document, partial_date, safe_id, text_id
from kg.read.kinds import kind, word
from kg.read.options import Columns, Limits, Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Known, Rejected
from kg.read.walk import ADDRESS, NO_NETWORK, STDIN, files, reason
from kg.read.worker import Worker

if TYPE_CHECKING:
    from kg.read.fetch import Fetcher

__all__ = [
    "Columns",
    "Document",
    "Known",
    "Limits",
    "Options",
    "Raw",
    "Rejected",
    "checked",
    "document",
    "every",
    "once",
    "partial_date",
    "read",
    "safe_id",
]

_HEAD = 65_536


def read(inputs: Iterable[str], options: Options) -> Iterator[Document | Rejected | Known]:
    """Every text of the inputs (files, folders, ``-``), in the order named, folders sorted.

    A text that stands twice under one id is Known the second time; one id for two texts is Rejected.
    """
    return once(every(inputs, options))


def every(inputs: Iterable[str], options: Options) -> Iterator[Document | Rejected]:
    """Every text of the inputs, those that stand twice too."""
    with Worker(options) as worker:
        reader = _Reader(options, worker)
        for named in inputs:
            for found in _accounted(named, reader.named(named)):
                yield checked(found, options) if isinstance(found, Raw) else found


def once(found: Iterable[Document | Rejected]) -> Iterator[Document | Rejected | Known]:
    """Texts as they are found, each kept once."""
    seen: dict[str, str] = {}
    for one in found:
        yield _first(one, seen) if isinstance(one, Document) else one


def _accounted(place: str, found: Iterator[Raw | Rejected]) -> Iterator[Raw | Rejected]:
    """What was found; one Rejected where that is nothing, so that no input goes uncounted."""
    count = 0
    for count, one in enumerate(found, 1):  # noqa: B007 (counted for after the loop)
        yield one
    if not count:
        yield Rejected(place, "check", "no text in it", "nothing, or leave it out")


def checked(raw: Raw, options: Options) -> Document | Rejected:
    """The document of a text, or why it is none."""
    try:
        return document(raw, options)
    except Rejected as rejected:
        return rejected


def _first(made: Document, seen: dict[str, str]) -> Document | Rejected | Known:
    """A document where it is the first of its id."""
    digest = made.sha256[:ID_LENGTH] or text_id(made.text)
    earlier = seen.get(made.id)
    if earlier is None:
        seen[made.id] = digest
        return made
    if earlier == digest:
        return Known(made.source, made.id)
    return Rejected(
        made.source, "check", f"id {made.id} stands for another text already", "give it its own id"
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Opens what is named and hands each file to what reads its kind."""

    options: Options
    worker: Worker
    fetchers: list[Fetcher] = field(default_factory=list)
    """What goes to the network, once it was wanted."""

    def named(self, named: str) -> Iterator[Raw | Rejected]:
        """The texts behind one input of the caller; a row that only links to its text is followed."""
        if self.options.network and ADDRESS.match(named):
            yield from self.address(named, named)
            return
        for found in self.local(named):
            linked = isinstance(found, Raw) and not found.text.strip() and ADDRESS.match(found.url)
            if linked and isinstance(found, Raw):
                yield from (_told(one, found) for one in self.address(found.url, found.place))
            else:
                yield found

    def address(self, url: str, place: str) -> Iterator[Raw | Rejected]:
        """The texts at an address, where the network may be gone to."""
        if not self.options.network:
            yield Rejected(place, "open", *NO_NETWORK)
            return
        try:
            from kg.read.fetch import Fetcher

            if not self.fetchers:
                self.fetchers.append(Fetcher(self.options.limits))
            found = self.fetchers[0].fetch(url)
        except ImportError as error:
            yield Rejected(
                place, "open", f"the network needs {error.name}", "pip install 'cadre-kg[network]'"
            )
        except Rejected as rejected:
            reason = rejected.reason if place == url else f"{url}: {rejected.reason}"
            yield Rejected(place, rejected.stage, reason, rejected.advice)
        else:
            suffix = PurePosixPath(urlsplit(found.url).path).suffix.lower()
            for one in _accounted(place, self.content(found.content, place, suffix, 0)):
                yield replace(one, url=found.url) if isinstance(one, Raw) else one

    def local(self, named: str) -> Iterator[Raw | Rejected]:
        """The texts behind a path, or standard input."""
        if named == STDIN:
            yield from self.stream(sys.stdin.buffer, "standard input", "")
            return
        for path in files(named):
            if isinstance(path, Rejected):
                yield path
            else:
                yield from self.file(path)

    def file(self, path: Path) -> Iterator[Raw | Rejected]:
        """The texts of a file on the disk."""
        try:
            with path.open("rb") as stream:
                found = self.stream(stream, str(path), path.suffix.lower())
                yield from _accounted(str(path), found)
        except OSError as error:
            yield Rejected(str(path), "open", reason(error), "check the file and its permissions")

    def stream(self, stream: BinaryIO, place: str, suffix: str) -> Iterator[Raw | Rejected]:
        """The texts of an open file; JSON lines are read line by line, everything else as a whole."""
        head = stream.peek(_HEAD) if isinstance(stream, io.BufferedReader) else b""
        if kind(head, suffix) == "jsonl":
            yield from jsonlines.texts(stream, place, self.options)
            return
        most = self.options.limits.max_bytes
        data = stream.read(most + 1)
        if len(data) > most:
            advice = "split it, or raise --limit max-bytes"
            yield Rejected(place, "open", f"more than {most:,} bytes", advice)
        else:
            yield from self.content(data, place, suffix, 0)

    def content(self, data: bytes, place: str, suffix: str, depth: int) -> Iterator[Raw | Rejected]:
        """The texts of a file at hand; archives are opened as deep as the limit allows."""
        found = kind(data[:_HEAD], suffix)
        if found == "zip":
            found = archive.office(data) or found
        if found == "ole" and word(data):
            found = "doc"
        if found in archive.KINDS:
            yield from self.archive(found, data, place, depth)
        elif found == "jsonl":
            yield from jsonlines.texts(io.BytesIO(data), place, self.options)
        elif formats.foreign(found):
            yield from self.worker.texts(found, data, place)
        elif formats.known(found):
            yield from self.here(found, data, place)
        else:
            yield _text(data, place)

    def here(self, found: str, data: bytes, place: str) -> Iterator[Raw | Rejected]:
        """The texts of a file that this process parses itself."""
        for one in formats.texts(found, data, place, self.options):
            if not isinstance(one, Working):
                yield one

    def archive(self, found: str, data: bytes, place: str, depth: int) -> Iterator[Raw | Rejected]:
        """The texts of the files in an archive."""
        if depth >= self.options.limits.max_depth:
            advice = "unpack it, or raise --limit max-depth"
            yield Rejected(place, "open", "archives nested too deep", advice)
            return
        for member in archive.members(found, data, place, self.options.limits):
            if isinstance(member, Rejected):
                yield member
            else:
                name, content = member
                where = f"{place}!{name}" if name else place
                inside = self.content(content, where, PurePosixPath(name).suffix.lower(), depth + 1)
                yield from _accounted(where, inside)


def _told(found: Raw | Rejected, row: Raw) -> Raw | Rejected:
    """A text that was fetched, with what the row that links to it says of it."""
    if isinstance(found, Rejected):
        return found
    published, basis = (row.published, row.basis) if row.published else (found.published, found.basis)
    title = row.title or found.title
    return replace(found, id=row.id, title=title, published=published, basis=basis)


def _text(data: bytes, place: str) -> Raw | Rejected:
    try:
        return Raw(text=decode(data), place=place)
    except UndecodableError as error:
        return Rejected(place, "decode", str(error), "convert it to UTF-8")
