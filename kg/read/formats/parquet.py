"""Parquet tables: one text a row, columns named by the caller (pyarrow)."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pyarrow.parquet as pq

from kg.read.columns import raw
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """One Raw a row, batch by batch."""
    table = pq.ParquetFile(io.BytesIO(data))
    number = 0
    for batch in table.iter_batches(
        columns=[c for c in options.columns.names() if c in table.schema_arrow.names]
    ):
        for row in batch.to_pylist():
            number += 1
            try:
                yield raw(row, options.columns, f"{place}:{number}")
            except Rejected as rejected:
                yield rejected
