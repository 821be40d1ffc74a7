"""Inputs -> pieces that machines can read apart: a stretch of JSON lines, a row group of Parquet, a file.

Pieces stand in the order in which one machine would read them, and rows keep the numbers they have in the
whole file, so that places in messages are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import InputError
from kg.read import Options, Rejected
from kg.read.kinds import kind
from kg.read.walk import STDIN, files

SIZE = 4_000_000
"""Bytes of JSON lines in one piece, to the next end of a line."""
_HEAD = 65_536


class Piece(NamedTuple):
    """Some of an input."""

    shown: str
    """The file as the caller named it, for messages."""
    path: str
    """The same from the root, for other machines."""
    kind: str
    """``lines`` | ``rows`` | ``file`` | ``none`` (nothing to read: see ``reason``)."""
    start: int = 0
    """First byte, or number of the row group."""
    size: int = 0
    """Bytes."""
    first: int = 0
    """Lines or rows before it."""
    reason: tuple[str, ...] = ()
    """Arguments of the Rejected that stands for it."""


def pieces(inputs: Sequence[str], options: Options) -> Iterator[Piece]:
    """The pieces of the inputs, in order. Raises InputError for standard input, which no machine shares."""
    for named in inputs:
        if named == STDIN:
            raise InputError("-", "standard input is read by the local engine only; name a file")
        found = False
        for path in files(named):
            found = True
            if isinstance(path, Rejected):
                yield Piece(named, path.place, "none", reason=path.arguments)
            else:
                yield from _of_file(path.resolve(), str(path), options)
        if not found:
            yield Piece(named, named, "none", reason=nothing(named).arguments)


def nothing(place: str) -> Rejected:
    """What stands for an input without a text."""
    return Rejected(place, "check", "no text in it", "nothing, or leave it out")


def _of_file(path: Path, shown: str, options: Options) -> Iterator[Piece]:
    """The pieces of one file; one that cannot be cut, or opened, is a piece by itself."""
    try:
        with path.open("rb") as stream:
            found = kind(stream.read(_HEAD), path.suffix.lower())
        size = path.stat().st_size
        if found == "jsonl":
            yield from _lines(shown, path)
            return
        if found == "parquet" and size <= options.limits.max_bytes:
            yield from _rows(shown, path)
            return
    except (OSError, ImportError, ValueError):
        pass  # whoever reads the file says what is wrong with it
    yield Piece(shown, str(path), "file")


def _lines(shown: str, path: Path) -> Iterator[Piece]:
    """Stretches of whole lines."""
    with path.open("rb") as stream:
        start = first = 0
        while block := stream.read(SIZE):
            block += stream.readline()
            yield Piece(shown, str(path), "lines", start, len(block), first)
            start += len(block)
            first += block.count(b"\n")


def _rows(shown: str, path: Path) -> Iterator[Piece]:
    """Row groups."""
    import pyarrow.parquet as pq

    about = pq.ParquetFile(path).metadata
    first = 0
    for number in range(about.num_row_groups):
        yield Piece(shown, str(path), "rows", number, 0, first)
        first += about.row_group(number).num_rows
