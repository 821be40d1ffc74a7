"""Archives (ZIP, tar, gzip) -> the files in them, in memory; nothing is unpacked to the disk.

So a member's name can lead nowhere. What an archive may unpack to is limited before and while it is read.
"""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from kg.read.options import Limits
from kg.read.rejected import Rejected

Member = tuple[str, bytes]
"""Name inside the archive, content."""
Readable = IO[bytes] | gzip.GzipFile
Opener = Callable[[], Readable]
Entry = tuple[str, Opener]
"""Name inside the archive, and what opens it."""

KINDS = ("zip", "tar", "gzip")
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
    "META-INF/container.xml": "epub",
}
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    RuntimeError,
    ArithmeticError,
    LookupError,
    ValueError,
)
"""What the packages of archives raise on damaged ones: offsets outside the file, names in no encoding …"""
_HIDDEN = (".", "__MACOSX")


def office(data: bytes) -> str:
    """``docx``, ``xlsx``, ``pptx`` or ``epub`` for a ZIP that is a document of that kind; else empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except _BROKEN:
        return ""
    return next((kind for name, kind in _OFFICE.items() if name in names), "")


def members(kind: str, data: bytes, place: str, limits: Limits) -> Iterator[Member | Rejected]:
    """The files of an archive, sorted by name; a member that cannot be read is Rejected, and so is a bomb."""
    budget = _Budget(limits.max_expanded)
    try:
        for name, open_ in _entries(kind, data, place, limits):
            yield from _member(name, open_, place, budget)
    except Rejected as rejected:
        yield rejected
    except _BROKEN as error:
        yield Rejected(place, "open", f"broken {kind}: {type(error).__name__}", "make the archive again")


def _entries(kind: str, data: bytes, place: str, limits: Limits) -> list[Entry]:
    if kind == "gzip":
        return [("", lambda: gzip.GzipFile(fileobj=io.BytesIO(data)))]
    entries = _zip(data) if kind == "zip" else _tar(data)
    if len(entries) > limits.max_members:
        reason = f"{len(entries):,} files, more than {limits.max_members:,}"
        raise Rejected(place, "open", reason, "raise --limit max-members if you trust it")
    return sorted(entries, key=lambda entry: entry[0])


class _Budget:
    """Bytes left to unpack; raises Rejected when they are used up."""

    def __init__(self, size: int) -> None:
        self.size = self.left = size

    def read(self, stream: Readable, place: str) -> bytes:
        data = stream.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            reason = f"unpacks to more than {self.size:,} bytes"
            raise Rejected(place, "open", reason, "raise --limit max-expanded if you trust it")
        return data


def _member(name: str, open_: Opener, place: str, budget: _Budget) -> Iterator[Member | Rejected]:
    where = f"{place}!{name}" if name else place
    try:
        with open_() as stream:
            yield name, budget.read(stream, where)
    except _BROKEN as error:
        locked = isinstance(error, RuntimeError) and "password" in str(error)
        yield Rejected(where, "open", "locked with a password" if locked else "broken", "unpack it yourself")


def _zip(data: bytes) -> list[Entry]:
    packed = zipfile.ZipFile(io.BytesIO(data))  # members are opened later
    return [
        (entry.filename, lambda entry=entry: packed.open(entry))  # type: ignore[misc]
        for entry in packed.infolist()
        if not entry.is_dir() and _shown(entry.filename)
    ]


def _tar(data: bytes) -> list[Entry]:
    packed = tarfile.open(fileobj=io.BytesIO(data))  # noqa: SIM115 (members are opened later)
    return [
        (entry.name, lambda entry=entry: packed.extractfile(entry))  # type: ignore[misc]
        for entry in packed
        if entry.isfile() and _shown(entry.name)
    ]


def _shown(name: str) -> bool:
    return not any(part.startswith(_HIDDEN) for part in name.split("/") if part not in {"", ".", ".."})
