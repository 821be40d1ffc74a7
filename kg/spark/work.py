"""What a machine of the cluster does: pieces of inputs in, rows of texts with their readings out.

A row is a text found (with its reading, as a line), an input set aside, or the end of a piece, by which the
driver sees that nothing is missing. Personal data is blanked here: no other machine sees it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from kg import pipeline, pool, store
from kg.errors import KgError
from kg.kept.cache import edition
from kg.model import Document
from kg.read import Options, Rejected, checked, every, jsonlines
from kg.spark.pieces import Piece

TEXT, FAILED, ASIDE, END = "text", "failed", "aside", "end"
COLUMNS = ("piece", "number", "status", "document", "line")
SCHEMA = "piece long, number long, status string, document string, line string"
FIELDS = (*store.FIELDS, store.SOURCE)
Row = tuple[int, int, str, str, str]


@dataclass(frozen=True)
class Orders:
    """What every machine is told."""

    options: Options
    ontology: str
    edition: bytes
    """Digest of code and ontology that the driver has; a machine with another would read otherwise."""


def machine(orders: Orders) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """The function for ``mapInPandas``: frames of pieces to frames of rows."""

    def run(frames: Iterator[Any]) -> Iterator[Any]:
        import pandas as pd

        resources = loaded(orders)
        for frame in frames:
            for number, *cells in frame.itertuples(index=False, name=None):
                piece = Piece(*cells)
                yield pd.DataFrame(list(rows(int(number), piece, orders.options, resources)), columns=COLUMNS)

    return run


def loaded(orders: Orders) -> pipeline.Resources:
    """The ontology, once a process. Raises KgError where this machine has other code or other words."""
    resources = _load(orders.ontology)
    if edition(resources.folder) != orders.edition:
        raise KgError("a machine of the cluster has another version of kg, of its ontology or of Python")
    return resources


@cache
def _load(ontology: str) -> pipeline.Resources:
    return pipeline.load(Path(ontology))


def rows(number: int, piece: Piece, options: Options, resources: pipeline.Resources) -> Iterator[Row]:
    """The rows of one piece."""
    count = 0
    for count, (status, said, line) in enumerate(_read(piece, options, resources), 1):
        yield number, count, status, said, line
    yield number, count + 1, END, "", ""


def _read(piece: Piece, options: Options, resources: pipeline.Resources) -> Iterator[tuple[str, str, str]]:
    found = list(texts(piece, options))
    documents = (store.kept(f) for f in found if isinstance(f, Document))
    work = partial(pipeline.lined, resources=resources)
    limits = options.limits
    made = pool.each(work, documents, pool.Crew(1, limits.max_seconds, limits.max_memory, apart=True))
    for one in found:
        if isinstance(one, Rejected):
            yield ASIDE, json.dumps(one.arguments), ""
            continue
        document, line = next(made)
        said = json.dumps([one.source, {f: getattr(document, f) for f in FIELDS}])
        yield (FAILED, said, line.reason) if isinstance(line, pool.Failed) else (TEXT, said, line)


def texts(piece: Piece, options: Options) -> Iterable[Document | Rejected]:
    """The texts of a piece, those that stand twice too."""
    if piece.kind == "lines":
        with Path(piece.path).open("rb") as stream:
            stream.seek(piece.start)
            lines = io.BytesIO(stream.read(piece.size))
        found = jsonlines.texts(lines, piece.shown, options, piece.first)
    elif piece.kind == "rows":
        from kg.read.formats import parquet

        found = parquet.group(Path(piece.path), piece.start, piece.first, piece.shown, options)
    else:
        return (_shown(f, piece) for f in every([piece.path], options))
    return (f if isinstance(f, Rejected) else checked(f, options) for f in found)


def _shown(found: Document | Rejected, piece: Piece) -> Document | Rejected:
    """What was found under the name that the caller gave the file."""
    from dataclasses import replace

    if isinstance(found, Document):
        return replace(found, source=found.source.replace(piece.path, piece.shown, 1))
    return Rejected(found.place.replace(piece.path, piece.shown, 1), *found.arguments[1:])
