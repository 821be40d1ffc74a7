"""A built graph in parts for bulk loaders: N-Quads and Parquet, all statements of a subject in one part.

The statements and their graphs are those of ``kg export --to nquads``: one named graph a text, and in the
default graph what no single text says. They are handled as lines, since lines are all that a loader wants,
so that no more than one part is in memory. ``parts.json`` closes the folder: the number of statements and the
digest of every file, so that a part that is lost or cut is seen.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zlib
from contextlib import ExitStack
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.export.formats.lines import Homes, spelled, triples
from kg.ids import BASE

FOLDER, INDEX = "parts", "parts.json"
COLUMNS = ("subject", "predicate", "object", "graph")
Files = dict[str, dict[str, object]]


def write(store: ox.Store, folder: Path, count: int, base: str = BASE) -> Path:
    """Write the parts of a store into a folder, in the place of those there before.

    Raises InputError where the folder cannot be written; the old parts then stand.
    """
    beside = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        _fill(store, beside, count, base)
        shutil.rmtree(folder, ignore_errors=True)
        beside.rename(folder)
    except OSError as error:
        raise InputError(
            str(folder), f"cannot be written: {(error.strerror or str(error)).lower()}"
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder


def _fill(store: ox.Store, folder: Path, count: int, base: str) -> None:
    raw = [folder / f"raw-{n:05}" for n in range(count)]
    with ExitStack() as stack:
        whole = stack.enter_context(spelled(store, folder))
        homes = Homes(whole, base)
        streams = [stack.enter_context(path.open("w", encoding="utf-8")) for path in raw]
        for subject, predicate, rest in triples(whole):
            rows = [
                f"{subject}\t{predicate}\t{rest}\t{g}\n" for g in homes.of(subject, predicate, rest) or ("",)
            ]
            streams[zlib.crc32(subject.encode()) % count].write("".join(rows))
    found: Files = {}
    for number, path in enumerate(raw):
        found |= _part(path, folder, f"part-{number:05}")
        path.unlink()
    index = {"statements": sum(int(str(f["statements"])) for n, f in found.items() if n.endswith(".nq"))}
    (folder / INDEX).write_text(json.dumps(index | {"files": found}, indent=1) + "\n", encoding="ascii")


def _part(raw: Path, folder: Path, name: str) -> Files:
    """One part, sorted, as N-Quads and as a table; rows are split by tabs, which no spelled term holds."""
    with raw.open(encoding="utf-8", newline="\n") as stream:
        rows = [line[:-1].split("\t") for line in sorted(stream)]
    quads, table = folder / f"{name}.nq", folder / f"{name}.parquet"
    with quads.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{' '.join(row if row[3] else row[:3])} .\n" for row in rows)
    found = {quads.name: _about(quads, len(rows))}
    if _tabled(rows, table):
        found[table.name] = _about(table, len(rows))
    return found


def _about(path: Path, count: int) -> dict[str, object]:
    with path.open("rb") as file:
        return {"statements": count, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _tabled(rows: list[list[str]], path: Path) -> bool:
    """Write a table of four columns, as N-Quads spells terms; no where pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        return False
    columns = {
        name: pa.array([row[n] or None for row in rows], pa.string()) for n, name in enumerate(COLUMNS)
    }
    pq.write_table(pa.table(columns), path, compression="zstd")
    return True
