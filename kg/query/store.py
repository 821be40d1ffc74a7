"""The graph of a build folder, ready to be asked: the kept store, or its Turtle loaded into memory."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError

STORE = "store"
"""Name of the folder inside OUT that holds the Oxigraph database."""
GRAPH = "graph.ttl"
STAMP = "graph.sha256"
"""File in the store that names the Turtle it was made from, so that an old store is never asked."""


def keep(out: Path, graphs: Callable[[ox.Store], Iterable[ox.Quad]] | None = None) -> Path:
    """Build the store of a folder anew from its Turtle, so that later questions need no loading.

    Args:
        out: the build folder.
        graphs: makes the named graphs to keep beside the whole (``kg.export.formats.named_graphs``).

    Written beside the old one and then put in its place; returns the folder of the store.

    Raises:
        InputError: there is no graph, it is no Turtle, or the folder cannot be written.
    """
    source = _source(out)
    kept, part = out / STORE, out / f".{STORE}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        _build(source, part, graphs)
        shutil.rmtree(kept, ignore_errors=True)
        part.rename(kept)
    except (OSError, RuntimeError) as error:
        raise InputError(str(out), f"no store can be kept in it: {error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return kept


def _build(source: Path, part: Path, graphs: Callable[[ox.Store], Iterable[ox.Quad]] | None) -> None:
    """Fill a new store; it is closed when this returns, so that its folder can be moved."""
    store = ox.Store(str(part))
    _fill(store, source)
    if graphs is not None:
        store.bulk_extend(graphs(store))
    store.optimize()
    store.flush()
    (part / STAMP).write_text(_digest(source), encoding="ascii")


def is_current(out: Path) -> bool:
    """Whether a store is kept that was made from the graph as it stands now."""
    stamp, source = out / STORE / STAMP, out / GRAPH
    try:
        return stamp.read_text(encoding="ascii") == _digest(source)
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _source(out: Path) -> Path:
    source = out / GRAPH if out.is_dir() else out
    if not source.is_file():
        raise InputError(str(out), f"holds no {GRAPH}; run kg build first")
    return source


def open_store(out: Path) -> ox.Store:
    """The store of a build folder or of a Turtle file, read-only in either case.

    Raises:
        InputError: there is no graph, or it is no Turtle.
    """
    source = _source(out)
    if out.is_dir() and is_current(out):
        try:
            return ox.Store.read_only(str(out / STORE))
        except (OSError, RuntimeError):
            pass  # a damaged store is no loss: the Turtle says the same
    return load(source)


def load(source: Path) -> ox.Store:
    """A Turtle file as a store in memory."""
    store = ox.Store()
    _fill(store, source)
    return store


def _fill(store: ox.Store, source: Path) -> None:
    try:
        store.bulk_load(path=str(source), format=ox.RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as error:
        raise InputError(str(source), f"is no Turtle: {error}") from error
    except OSError as error:
        raise InputError(str(source), f"cannot be read: {error}") from error
