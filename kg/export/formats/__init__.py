"""A built graph in other formats. Everything here reads the published statements and nothing else.

So every export can be counted against the Turtle, and any graph written by this project, old or new, can
be exported. ``export`` writes one format; ``FORMATS`` says what there is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import InputError
from kg.export.formats import ftm, jsonld, network, property_graph, quads, readable, tables
from kg.export.formats.quads import Files
from kg.export.formats.view import View
from kg.files import write_all
from kg.ids import BASE
from kg.vocab import Vocabulary

__all__ = ["FORMATS", "Format", "View", "export"]


class Format(NamedTuple):
    """A format: what it is for, and the files it makes."""

    name: str
    use: str
    files: Callable[[View, Vocabulary], Files]


FORMATS = {
    f.name: f
    for f in (
        Format("turtle", "Turtle: everything, sorted by IRI", readable.turtle),
        Format("slim", "Turtle: facts and edges without claims and evidence", readable.slim),
        Format("ntriples", "N-Triples, one statement a line", quads.ntriples),
        Format("nquads", "N-Quads, one named graph a text", quads.nquads),
        Format("trig", "TriG, one named graph a text", readable.trig),
        Format("rdf12", "Turtle 1.2: what an edge rests on as an annotation of the edge", readable.rdf12),
        Format("jsonld", "JSON-LD with its context beside it", jsonld.files),
        Format("graphml", "GraphML for Gephi, yEd, networkx", network.graphml),
        Format("gexf", "GEXF for Gephi", network.gexf),
        Format("csv", "tables of entities, facts, roles, edges and evidence", tables.csv_files),
        Format("parquet", "the same tables for DuckDB and pandas", tables.parquet_files),
        Format("neo4j", "nodes and relationships for neo4j-admin import", property_graph.files),
        Format("ftm", "FollowTheMoney entities, one a line", ftm.files),
    )
}
"""Every format by name."""


def export(
    store: ox.Store, to: str, folder: Path, vocabulary: Vocabulary, base: str = BASE
) -> tuple[Path, ...]:
    """Write one format into a folder and return the files.

    Raises:
        InputError: no such format, or the folder cannot be written.
    """
    if to not in FORMATS:
        raise InputError(to, f"is no format; there are {', '.join(FORMATS)}")
    contents = FORMATS[to].files(View.read(store, base), vocabulary)
    write_all(folder, contents)
    return tuple(folder / name for name in sorted(contents))
