"""N-Triples and N-Quads, and which text says what: one named graph a text where the format can.

A statement goes into the graph of every text that says it: a claim into that of its source, a fact and an
edge into those of their evidence. What no single text says (the gazetteer, the vocabulary, the run) stays
in the default graph. The union of all graphs is exactly the Turtle.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.export.formats.view import View
from kg.files import Content
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OA = "http://www.w3.org/ns/oa#"
_PRIMARY = "http://www.w3.org/ns/prov#hadPrimarySource"
_SOURCE = _OA + "hasSource"
_SPOT = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_EVIDENCE, _MENTION = NAMESPACE + "evidence", NAMESPACE + "mention"

Files = dict[str, Content]
Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Value = Subject | ox.Literal


def ntriples(view: View, _vocabulary: Vocabulary) -> Files:
    """``graph.nt``, sorted."""
    return {"graph.nt": ox.serialize(triples(view), format=ox.RdfFormat.N_TRIPLES) or b""}


def nquads(view: View, _vocabulary: Vocabulary) -> Files:
    """``graph.nq``, one named graph a text."""
    return {"graph.nq": ox.serialize(named(view), format=ox.RdfFormat.N_QUADS) or b""}


def triples(view: View) -> Iterator[ox.Triple]:
    """Every statement, sorted."""
    for subject, values in view.subjects.items():
        for predicate, objects in values.items():
            for o in objects:
                yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), o)


def named(view: View) -> Iterator[ox.Quad]:
    """Every statement in the graph of each text that says it, sorted."""
    homes = Homes(view.store, view.base)
    for triple in triples(view):
        for graph in homes.of(triple.subject, triple.predicate, triple.object) or (ox.DefaultGraph(),):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


class Homes:
    """Which texts say what, looked up in the default graph of a store."""

    def __init__(self, store: ox.Store, base: str) -> None:
        self._base = base
        self._sources = {s: {t} for s, t in _pairs(store, _SOURCE)}
        self._texts: dict[str, set[str]] = {}
        for subject, stretch in _pairs(store, _EVIDENCE):
            self._texts.setdefault(subject, set()).update(self._sources.get(stretch, ()))
        self._texts |= {s: {t} for s, t in _pairs(store, _PRIMARY)}
        subjects, predicates, objects = (dict(_pairs(store, name)) for name in _SPOT)
        self._edges = {(s, predicates[e], objects[e]): self._of(e) for e, s in subjects.items()}

    def of(self, subject: Subject, predicate: ox.NamedNode, value: Value) -> list[ox.NamedNode]:
        """The graphs a statement belongs to, sorted; none where no single text says it."""
        texts = self._said_by(
            str(getattr(subject, "value", "")), predicate.value, str(getattr(value, "value", ""))
        )
        return [ox.NamedNode(t) for t in sorted(texts)]

    def _said_by(self, subject: str, predicate: str, value: str) -> set[str]:
        local = subject.removeprefix(self._base)
        match local.partition("/")[0]:
            case "fact" | "claim" | "edge":
                return self._of(subject)
            case "ev":
                return {f"{self._base}text/{local.removeprefix('ev/').rpartition('/')[0]}"}
            case _ if predicate == _MENTION:
                return self._sources.get(value, set())
            case _:
                return self._edges.get((subject, predicate, value), set())

    def _of(self, subject: str) -> set[str]:
        return self._texts.get(subject, set())


def _pairs(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Subject and object of every statement with a predicate."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None, ox.DefaultGraph()):
        yield quad.subject.value, quad.object.value  # type: ignore[union-attr]
