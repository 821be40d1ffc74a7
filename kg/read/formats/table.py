"""CSV and TSV: one text a row, columns named by the first line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kg.read.columns import raw
from kg.read.decode import decode
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """One Raw or Rejected a row; the separator is what the first line has most of: comma, tab, semicolon."""
    text = decode(data)
    first = text.split("\n", 1)[0]
    separator = max(",\t;", key=first.count)
    csv.field_size_limit(max(options.limits.max_bytes, 1))
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    for row in rows:
        try:
            yield raw(row, options.columns, f"{place}:{rows.line_num}")
        except Rejected as rejected:
            yield rejected
