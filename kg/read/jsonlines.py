"""JSON lines -> texts: one object a line.

Fields are ``text`` and, if given, ``id``, ``title``, ``url`` and ``published``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.columns import raw
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_MARK = b"\xef\xbb\xbf"


def texts(stream: BinaryIO, place: str, options: Options, before: int = 0) -> Iterator[Raw | Rejected]:
    """One Raw or Rejected a line that is not blank; never holds more than one line.

    ``before`` is the number of lines of the file that stand before the stream.
    """
    most = options.limits.max_bytes
    number = before
    while line := stream.readline(most + 1):
        number += 1
        where = f"{place}:{number}"
        if len(line) > most:
            _skip_line(stream, line)
            reason = f"a line of more than {most:,} bytes"
            yield Rejected(where, "open", reason, "split it, or raise --limit max-bytes")
        elif line.strip(_MARK + b" \t\r\n"):
            yield _line(line, where, options)


def looks_like(head: bytes) -> bool:
    """Whether the first line of a file is a JSON object with a text."""
    first = head.removeprefix(_MARK).lstrip().split(b"\n", 1)[0]
    return first.startswith(b"{") and b'"text"' in first


def _line(line: bytes, where: str, options: Options) -> Raw | Rejected:
    try:
        return raw(_parse(line, where), options.columns, where)
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


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    """Read on to the end of a line that is too long, keeping nothing."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)
