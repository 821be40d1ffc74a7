"""The graph of a build folder, ready to be asked: the kept store, or its Turtle loaded into memory."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.query.adapt import Graphs, NotAdaptedError, adapt

STORE = "store"
"""Name of the folder inside OUT that holds the Oxigraph database."""
GRAPH = "graph.ttl"
STAMP = "graph.sha256"
"""File in the store that names the Turtle it was made from, so that an old store is never asked."""
RULE = "graphs.sha256"
"""File in the store that names the code which made its named graphs, so that they are all of one make."""


def keep(out: Path, graphs: Graphs | None = None) -> Path:
    """Let the store of a folder hold its Turtle, so that later questions need no loading.

    One that is there is made to fit where little has changed (``kg.query.adapt``), else a new one is made.

    Args:
        out: the build folder.
        graphs: makes the named graphs to keep beside the whole (``kg.export.formats.by_text``).

    Written beside the old one and then put in its place; returns the folder of the store.

    Raises:
        InputError: there is no graph, it is no Turtle, or the folder cannot be written.
    """
    source = _source(out)
    kept, part = out / STORE, out / f".{STORE}.part"
    shutil.rmtree(part, ignore_errors=True)
    try:
        if not _adapted(kept, source, part, graphs):
            shutil.rmtree(part, ignore_errors=True)
            _build(source, part, graphs)
        _note(source, part, graphs)
        shutil.rmtree(kept, ignore_errors=True)
        part.rename(kept)
    except (OSError, RuntimeError) as error:
        raise InputError(str(out), f"no store can be kept in it: {error}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return kept


def _build(source: Path, part: Path, graphs: Graphs | None) -> None:
    """Fill a new store; it is closed when this returns, so that its folder can be moved."""
    store = ox.Store(str(part))
    _fill(store, source)
    if graphs is not None:
        store.bulk_extend(graphs(store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    store.optimize()
    store.flush()


def _adapted(kept: Path, source: Path, part: Path, graphs: Graphs | None) -> bool:
    """Whether a copy of the store that is kept could be made to fit."""
    try:
        whole = (kept / STAMP).read_text(encoding="ascii") == _digest(kept / GRAPH)
        if not whole or (kept / RULE).read_text(encoding="ascii") != _rule(graphs):
            return False
        _share(kept, part)
        store = ox.Store(str(part))
        adapt(store, kept / GRAPH, source, graphs)
        store.flush()
    except (NotAdaptedError, OSError, RuntimeError, SyntaxError, ValueError):
        return False
    return True


def _share(kept: Path, part: Path) -> None:
    """A copy of a store that shares the large files, which never change."""
    part.mkdir()
    for path in sorted(p for p in kept.iterdir() if p.name not in {"LOCK", GRAPH}):
        if path.suffix == ".sst":
            os.link(path, part / path.name)
        else:
            shutil.copyfile(path, part / path.name)


def _note(source: Path, part: Path, graphs: Graphs | None) -> None:
    """Note in a store what it was made from. The Turtle gets a second name there, which takes no room."""
    (part / STAMP).write_text(_digest(source), encoding="ascii")
    (part / RULE).write_text(_rule(graphs), encoding="ascii")
    with contextlib.suppress(OSError):  # where files have one name only, the store is made anew each time
        os.link(source, part / GRAPH)


def _rule(graphs: Graphs | None) -> str:
    """A digest of the code that makes named graphs."""
    path = None if graphs is None else sys.modules[graphs.__module__].__file__
    return _digest(Path(path)) if path else ""


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
