"""What each text says, worked out subject by subject."""

from __future__ import annotations

import pyoxigraph as ox
from exported import STORE

from kg.export.formats.by_text import by_text
from kg.export.formats.quads import named
from kg.export.formats.view import View
from kg.ids import BASE, NAMESPACE


def statements() -> list[ox.Quad]:
    """Every statement, those about one subject together."""
    return sorted(STORE, key=lambda quad: str(quad.subject))


def test_a_kept_store_has_the_graphs_of_the_export() -> None:
    """What ``GRAPH ?text`` finds in a store is what N-Quads gives; nothing is in both or in neither."""
    kept = set(by_text(statements()))
    exported = {q for q in named(View.read(STORE, BASE)) if not isinstance(q.graph_name, ox.DefaultGraph)}
    assert kept == exported
    assert kept


def test_an_edge_from_a_fact_is_said_by_the_texts_of_the_fact() -> None:
    """The statement about such an edge says nothing of the edge itself, which its own subject tells."""
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    edge, fact = ox.NamedNode(f"{BASE}edge/1"), ox.NamedNode(f"{BASE}fact/1")
    told = {"subject": fact, "predicate": ox.NamedNode(f"{NAMESPACE}basedOn"), "object": fact}
    said = [ox.Quad(edge, ox.NamedNode(rdf + name), value) for name, value in told.items()]
    said.append(ox.Quad(edge, ox.NamedNode(f"{NAMESPACE}evidence"), ox.NamedNode(f"{BASE}ev/a/0-2")))
    found = set(by_text(said))
    assert {q.subject for q in found} == {edge}
    assert {str(q.graph_name.value) for q in found} == {f"{BASE}text/a"}
