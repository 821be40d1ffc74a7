"""The graph of a build folder, ready to be asked: the kept store, or its Turtle loaded into memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError

STORE = "store"
"""Name of the folder inside OUT that holds the Oxigraph database."""
GRAPH = "graph.ttl"


def keep(out: Path, graphs: Callable[[ox.Store], Iterable[ox.Quad]] | None = None) -> Path:
    """Build the store of a folder anew from its Turtle, so that later questions need no loading.

    Args:
        out: the build folder.
        graphs: makes the named graphs to keep beside the whole (``kg.export.formats.named_graphs``).

    Written beside the old one and then put in its place; returns the folder of the store.
    """
    kept, part = out / STORE, out / f".{STORE}.part"
    shutil.rmtree(part, ignore_errors=True)
    store = ox.Store(str(part))
    try:
        _fill(store, out / GRAPH)
        if graphs is not None:
            store.bulk_extend(list(graphs(store)))
        store.optimize()
        store.flush()
    except InputError:
        del store
        shutil.rmtree(part, ignore_errors=True)
        raise
    del store  # closes the database, which must not be moved while open
    shutil.rmtree(kept, ignore_errors=True)
    part.rename(kept)
    return kept


def open_store(out: Path) -> ox.Store:
    """The store of a build folder or of a Turtle file, read-only in either case.

    Raises:
        InputError: there is no graph, or it is no Turtle.
    """
    source = out / GRAPH if out.is_dir() else out
    if not source.is_file():
        raise InputError(str(out), f"holds no {GRAPH}; run kg build first")
    kept = out / STORE
    if out.is_dir() and kept.is_dir() and kept.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        try:
            return ox.Store.read_only(str(kept))
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
