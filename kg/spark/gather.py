"""Pieces out, rows back: the readings of a cluster beside the graph, as if one machine had read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.fold import fold
from kg.kept.cache import Kept, edition
from kg.model import Document
from kg.read import Options, Rejected
from kg.spark import work
from kg.spark.pieces import Piece, nothing, pieces
from kg.spark.session import reason, session

STAGE = ".spark.part"
"""Folder of the build folder in which rows wait; never there after a build."""
SHARES = 4
"""Tasks a core, so that a slow one keeps no machine waiting."""


@dataclass(frozen=True)
class Cluster:
    """Where to read, and with which settings."""

    master: str
    settings: dict[str, str]


def gathered(
    inputs: Sequence[str], options: Options, ontology: Path, out: Path, cluster: Cluster, known: Kept
) -> Iterator[Document | Rejected]:
    """Every text of the inputs, in order; its reading is put among those known.

    Raises InputError where the cluster cannot be had or gives up: then nothing of it is used.
    """
    wanted = list(pieces(inputs, options))
    stage = out.resolve() / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        some = [(n, *p[:-1]) for n, p in enumerate(wanted) if p.kind != "none"]
        if some:
            _run(some, work.Orders(options, str(ontology.resolve()), edition(ontology)), stage, cluster)
        yield from _found(wanted, _rows(stage, len(some), out), known)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _run(some: list[tuple[Any, ...]], orders: work.Orders, stage: Path, cluster: Cluster) -> None:
    """Have the pieces read; the rows stand in the stage folder when this returns."""
    with session(cluster.master, cluster.settings) as spark:
        try:
            cores = max(spark.sparkContext.defaultParallelism, 1)
            told = spark.sparkContext.parallelize(some, min(len(some), cores * SHARES))
            names = "piece long, shown string, path string, kind string, start long, size long, first long"
            frame = spark.createDataFrame(told, names)
            frame.mapInPandas(work.machine(orders), work.SCHEMA).write.parquet(str(stage))
        except Exception as error:  # whatever Java says becomes one line
            raise InputError(cluster.master, f"{reason(error)}; nothing was written") from error


def _rows(stage: Path, count: int, out: Path) -> Iterator[work.Row]:
    """The rows in order. Raises InputError where pieces are missing: the disk is not shared."""
    import pyarrow.parquet as pq

    files = sorted(stage.glob("part-*.parquet")) if (stage / "_SUCCESS").exists() else []
    ended = sum(
        1
        for file in files
        for status in pq.read_table(file, columns=["status"]).column("status").to_pylist()
        if status == work.END
    )
    if ended != count:
        raise InputError(
            str(out), "the machines of the cluster do not all see this folder; nothing was written"
        )
    for file in files:
        for batch in pq.ParquetFile(file).iter_batches(1_000):
            for row in batch.to_pylist():
                yield tuple(row[c] for c in work.COLUMNS)


def _found(wanted: list[Piece], rows: Iterable[work.Row], known: Kept) -> Iterator[Document | Rejected]:
    """What the rows say, piece by piece; a file without a text is set aside, as on one machine."""
    waiting = iter(rows)
    count: dict[str, int] = {}
    for number, piece in enumerate(wanted):
        if piece.kind == "none":
            yield Rejected(*piece.reason)
            continue
        for one in _of_piece(waiting, known):
            count[piece.path] = count.get(piece.path, 0) + 1
            yield one
        last = number + 1 == len(wanted) or wanted[number + 1].path != piece.path
        if last and not count.get(piece.path):
            yield nothing(piece.shown)


def _of_piece(rows: Iterator[work.Row], known: Kept) -> Iterator[Document | Rejected]:
    """The texts of one piece, up to the row that ends it."""
    for _, _, status, said, line in rows:
        if status == work.END:
            return
        if status == work.ASIDE:
            yield Rejected(*json.loads(said))
            continue
        place, fields = json.loads(said)
        document = Document(folded=fold(fields["text"]), **fields)
        if status == work.FAILED:
            known.failed[document.id] = line
        else:
            known.put(document, line)
        yield replace(document, source=place)
