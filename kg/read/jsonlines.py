"""JSON lines -> documents: objects with ``text`` and optional ``id``, ``title``, ``url``, ``published``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Document
from kg.read.document import document, partial_date
from kg.read.limits import Limits
from kg.read.rejected import Rejected


def documents(stream: BinaryIO, place: str, limits: Limits, published: str) -> Iterator[Document | Rejected]:
    """One Document or Rejected a line that is not blank; never holds more than one line."""
    number = 0
    while line := stream.readline(limits.max_bytes + 1):
        number += 1
        where = f"{place}:{number}"
        if len(line) > limits.max_bytes:
            _skip_line(stream, line)
            reason = f"a line of more than {limits.max_bytes:,} bytes"
            yield Rejected(where, "open", reason, "split it, or raise --max-bytes")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _line(line, where, limits, published)


def looks_like(head: bytes) -> bool:
    """Whether the first line of a file is a JSON object with a text."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


def _line(line: bytes, where: str, limits: Limits, published: str) -> Document | Rejected:
    try:
        return _record(_parse(line, where), where, limits, published)
    except Rejected as rejected:
        return rejected


def _parse(line: bytes, where: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Rejected(where, "decode", f"not UTF-8 (byte {error.start})", "write it as UTF-8") from error
    except json.JSONDecodeError as error:
        reason = f"broken JSON: {error.msg} at character {error.pos + 1}"
        raise Rejected(where, "parse", reason, "mend the line") from error
    except (RecursionError, ValueError) as error:
        raise Rejected(where, "parse", "JSON nested or numbered beyond reason", "mend the line") from error
    if not isinstance(row, dict):
        raise Rejected(where, "parse", "a JSON value that is no object", "one object with a text a line")
    return row


def _record(row: dict[str, object], where: str, limits: Limits, published: str) -> Document:
    if "text" not in row:
        raise Rejected(where, "parse", 'no "text"', "one object with a text a line")
    given = {name: _string(row, name, where) for name in ("text", "id", "title", "url", "published")}
    try:
        date = partial_date(given["published"]) if given["published"] else published
    except ValueError as error:
        reason = f"published {given['published'][:40]!r} is no date"
        raise Rejected(where, "parse", reason, "YYYY, YYYY-MM or YYYY-MM-DD, or leave it out") from error
    return document(
        given["text"],
        place=where,
        limits=limits,
        id=given["id"],
        published=date,
        title=given["title"],
        url=given["url"],
    )


def _string(row: dict[str, object], name: str, where: str) -> str:
    """A field as a string: missing and null are empty, a number is its digits."""
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and name in {"id", "published"}:
        return str(value)
    raise Rejected(where, "parse", f'"{name}" is no string', "write it as a string")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line that is too long, keeping nothing."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)
