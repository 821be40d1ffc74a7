"""The sample graph in every format, for the tests of the exports."""

from __future__ import annotations

import csv
import io

import pyoxigraph as ox
from sample import sample_graph

from kg.export.formats import FORMATS, View
from kg.export.turtle import turtle
from kg.model import Graph
from kg.ontology_dir import find
from kg.vocab import Vocabulary

VOCABULARY = Vocabulary.load(find().path)
SAMPLE = sample_graph()


def store_of(graph: Graph) -> ox.Store:
    """The graph as ``kg query`` sees it."""
    store = ox.Store()
    store.load("".join(turtle(graph, VOCABULARY)).encode(), format=ox.RdfFormat.TURTLE)
    return store


STORE = store_of(SAMPLE)
VIEW = View.read(STORE)


def written(name: str, view: View = VIEW) -> dict[str, bytes]:
    """The files of one format."""
    found = FORMATS[name].files(view, VOCABULARY)
    return {
        n: c if isinstance(c, bytes) else c.encode() if isinstance(c, str) else "".join(c).encode()
        for n, c in found.items()
    }


def the_file(name: str, view: View = VIEW) -> bytes:
    """The only file of a format, or the one that is not its context."""
    return next(c for n, c in written(name, view).items() if not n.startswith("context"))


def rows(name: str, table: str) -> list[dict[str, str]]:
    """A CSV table as dictionaries."""
    return list(csv.DictReader(io.StringIO(written(name)[table].decode(), newline="")))
