"""Does a graph keep the rules of ``ontology/shapes.ttl``? Each broken rule is a line that says what to do.

pySHACL is the judge (``reference``). It takes minutes on large graphs, since it runs every SPARQL rule once a
node; there the engine of this room (``engine``) is used, which knows only what the shapes use and is held
against the judge on every broken graph of the tests. That quotes stand in the texts is seen to in ``quotes``.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg import ontology_dir
from kg.errors import InputError
from kg.export.shacl import quotes
from kg.export.shacl.report import Finding, Report

__all__ = ["Finding", "Report", "validate"]

LARGE = 20_000
"""Statements from which the fast engine is used."""


def validate(
    source: Path | str, ontology: Path | None = None, lang: str = "en", engine: str = "auto"
) -> Report:
    """Hold a graph against the shapes.

    Args:
        source: a build folder, a Turtle file, or Turtle text.
        ontology: folder with ``shapes.ttl``; the packaged one if not given.
        lang: language of the messages, ``en`` or ``zh``.
        engine: ``reference`` (pySHACL), ``fast``, or ``auto``: fast for large graphs.

    Raises:
        InputError: there is no graph, it is no Turtle, or the texts beside it are broken.
    """
    shapes = ontology_dir.find(ontology).path / "shapes.ttl"
    text, place = _text(source)
    store = _store(text, place)
    if engine == "fast" or (engine == "auto" and len(store) >= LARGE):
        from kg.export.shacl import engine as fast

        report = fast.validate(store, shapes, lang)
    else:
        from kg.export.shacl import reference

        report = reference.validate(text, shapes, lang)
    if isinstance(source, Path) and source.is_dir():
        beside = quotes.findings(store, source, shapes, lang)
        report = Report(tuple(sorted({*report.findings, *beside})))
    return report


def _text(source: Path | str) -> tuple[bytes, str]:
    if isinstance(source, str):
        return source.encode(), "Turtle text"
    path = source / "graph.ttl" if source.is_dir() else source
    if not path.is_file():
        raise InputError(str(source), "holds no graph.ttl; run kg build first")
    try:
        return path.read_bytes(), str(source)
    except OSError as error:
        raise InputError(str(source), f"cannot be read: {error.strerror}") from error


def _store(text: bytes, place: str) -> ox.Store:
    store = ox.Store()
    try:
        store.bulk_load(text, format=ox.RdfFormat.TURTLE)
    except (SyntaxError, ValueError) as error:
        raise InputError(place, f"is no Turtle: {' '.join(str(error).split())[:120]}") from error
    return store
