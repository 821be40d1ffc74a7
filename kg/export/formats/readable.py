"""Turtle, slim Turtle, TriG and Turtle 1.2 from the published statements, laid out for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import __version__
from kg.export.formats.quads import Files, named
from kg.export.formats.view import TYPE, Values, View
from kg.export.rdf.spell import Speller, header, prefixes, write
from kg.export.rdf.terms import Iri, Literal, Pair, Record, Term
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPOT = (_RDF + "subject", _RDF + "predicate", _RDF + "object")
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_SLIM_FOLDERS = {"claim", "edge", "ev"}
_SLIM_PREDICATES = {NAMESPACE + "evidence", NAMESPACE + "mention"}
_NAME = f"cadre-kg {__version__}"


def turtle(view: View, vocabulary: Vocabulary) -> Files:
    """``graph.ttl``, sorted by subject."""
    return {"graph.ttl": _turtle(_records(view), "everything", view, vocabulary)}


def slim(view: View, vocabulary: Vocabulary) -> Files:
    """``graph-slim.ttl``: every fact and edge, no claims and no evidence."""
    kept = (_slim(r) for r in _records(view) if view.local(r.subject).split("/", 1)[0] not in _SLIM_FOLDERS)
    return {"graph-slim.ttl": _turtle(kept, "facts and edges", view, vocabulary)}


def rdf12(view: View, vocabulary: Vocabulary) -> Files:
    """``graph-rdf12.ttl``: statements about edges become reifiers of RDF 1.2, all else stays."""
    return {"graph-rdf12.ttl": _rdf12(view, vocabulary)}


def trig(view: View, vocabulary: Vocabulary) -> Files:
    """``graph.trig``: the default graph, then one named graph a text."""
    return {"graph.trig": _trig(view, vocabulary)}


def _turtle(records: Iterable[Record], what: str, view: View, vocabulary: Vocabulary) -> Iterator[str]:
    title = f"{_NAME}: {what}"
    return write(records, title=title, prefixes=prefixes(vocabulary, view.base), base=view.base)


def _records(view: View) -> Iterator[Record]:
    for subject, values in view.subjects.items():
        yield record(subject, values)


def record(subject: str, values: Values) -> Record:
    """One subject as the Turtle writer takes it, its type first."""
    order = sorted(values, key=lambda p: (p != TYPE, p))
    pairs: list[Pair] = [(Iri(p), tuple(_term(o) for o in values[p])) for p in order]
    return Record(Iri(subject), tuple(pairs))


def _term(term: ox.NamedNode | ox.Literal) -> Term:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    datatype = "" if term.language or term.datatype.value == _STRING else term.datatype.value
    return Literal(term.value, datatype, term.language or "")


def _slim(whole: Record) -> Record:
    return whole._replace(pairs=tuple(p for p in whole.pairs if p[0] not in _SLIM_PREDICATES))


def _rdf12(view: View, vocabulary: Vocabulary) -> Iterator[str]:
    names = prefixes(vocabulary, view.base)
    spell = Speller(names, view.base)
    yield 'VERSION "1.2"\n' + header(f"{_NAME}: edges annotated (RDF 1.2)", names, view.base)
    for whole in _records(view):
        spot = dict(p for p in whole.pairs if p[0] in _SPOT)
        if len(spot) == len(_SPOT):
            s, p, o = (spell.objects(spot[Iri(name)]) for name in _SPOT)
            rest = whole._replace(pairs=tuple(pair for pair in whole.pairs if pair[0] not in _SPOT))
            yield f"\n{spell.iri(whole.subject)} rdf:reifies <<( {s} {p} {o} )>> .\n"
            yield spell.block(rest).lstrip("\n")
        else:
            yield spell.block(whole)


def _trig(view: View, vocabulary: Vocabulary) -> Iterator[str]:
    names = prefixes(vocabulary, view.base)
    spell = Speller(names, view.base)
    yield header(f"{_NAME}: one named graph a text", names, view.base)
    graphs: dict[str, dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]] = {}
    for quad in named(view):
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        subject = graphs.setdefault(graph, {}).setdefault(str(getattr(quad.subject, "value", "")), {})
        subject.setdefault(quad.predicate.value, []).append(quad.object)  # type: ignore[arg-type]
    for graph in sorted(graphs):
        yield f"\n{spell.iri(graph)} {{\n" if graph else ""
        for iri, values in graphs[graph].items():
            yield spell.block(record(iri, {p: tuple(o) for p, o in values.items()}))
        yield "}\n" if graph else ""
