"""N-Triples and N-Quads, and which text says what: one named graph a text where the format can.

A statement goes into the graph of every text that says it: a claim into that of its source, a fact and an
edge into those of their evidence. What no single text says (the gazetteer, the vocabulary, the run) stays
in the default graph. The union of all graphs is exactly the Turtle.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.export.formats.view import Values, View
from kg.files import Content
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OA = "http://www.w3.org/ns/oa#"
_SOURCE = "http://www.w3.org/ns/prov#hadPrimarySource"
_SPOT = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_EVIDENCE = NAMESPACE + "evidence"

Files = dict[str, Content]


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
    """Every statement in the graph of each text that says it."""
    homes = _Homes(view)
    for triple in triples(view):
        for graph in homes.of(triple):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


class _Homes:
    """Which texts say what."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._edges: dict[tuple[str, str, str], set[str]] = {}
        self._facts: dict[str, set[str]] = {}
        for iri, values in view.subjects.items():
            folder = view.local(iri).split("/", 1)[0]
            if folder == "edge":
                s, p, o = (values[name][0].value for name in _SPOT)
                self._edges[s, p, o] = self._sources(values)
            elif folder == "fact":
                self._facts[iri] = self._sources(values)

    def of(self, triple: ox.Triple) -> list[ox.NamedNode | ox.DefaultGraph]:
        """The graphs a statement belongs to."""
        subject, predicate = str(triple.subject.value), triple.predicate.value  # type: ignore[union-attr]
        texts = self._texts(subject, predicate, str(getattr(triple.object, "value", "")))
        return [ox.NamedNode(t) for t in sorted(texts)] or [ox.DefaultGraph()]

    def _texts(self, subject: str, predicate: str, obj: str) -> set[str]:
        local = self._view.local(subject)
        values = self._view.subjects.get(subject, {})
        match local.split("/", 1)[0]:
            case "fact":
                return self._facts[subject]
            case "claim":
                return {v.value for v in values.get(_SOURCE, ())}
            case "edge":
                return self._sources(values)
            case "ev":
                return {f"{self._view.base}text/{local.removeprefix('ev/').rsplit('/', 1)[0]}"}
            case _ if predicate == NAMESPACE + "mention":
                return {v.value for v in self._view.subjects.get(obj, {}).get(_OA + "hasSource", ())}
            case _:
                return self._edges.get((subject, predicate, obj), set())

    def _sources(self, values: Values) -> set[str]:
        stretches = [self._view.subjects.get(e.value, {}) for e in values.get(_EVIDENCE, ())]
        return {t.value for s in stretches for t in s.get(_OA + "hasSource", ())}
