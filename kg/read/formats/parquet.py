"""Parquet tables: one text a row, columns named by the caller (pyarrow)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from kg.read.columns import raw
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """One Raw a row, batch by batch."""
    return rows(pq.ParquetFile(io.BytesIO(data)), place, options)


def group(path: Path, number: int, before: int, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The same for one row group of a file; ``before`` is the number of rows before it."""
    return rows(pq.ParquetFile(path), place, options, [number], before)


def rows(
    table: pq.ParquetFile, place: str, options: Options, groups: list[int] | None = None, before: int = 0
) -> Iterator[Raw | Rejected]:
    """The rows of a table, or of some of its groups."""
    columns = [c for c in options.columns.names() if c in table.schema_arrow.names]
    number = before
    for batch in table.iter_batches(row_groups=groups, columns=columns):
        for row in batch.to_pylist():
            number += 1
            try:
                yield raw(row, options.columns, f"{place}:{number}")
            except Rejected as rejected:
                yield rejected
