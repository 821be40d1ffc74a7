"""What each text says, worked out subject by subject: from all statements about a subject and nothing else.

The same as ``quads.Homes`` says of a graph this project wrote, without a look at the rest of the graph. So a
store need not be gone through again where a few of its subjects have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.ids import BASE, NAMESPACE

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _PREDICATE, _OBJECT = f"{_RDF}subject", f"{_RDF}predicate", f"{_RDF}object"
_PRIMARY = "http://www.w3.org/ns/prov#hadPrimarySource"
_EVIDENCE, _MENTION = f"{NAMESPACE}evidence", f"{NAMESPACE}mention"
_STRETCH = "ev"
_GROUNDED = ("fact", "claim", "edge")
"""Folders of what rests on stretches of text, or comes from one text."""


def by_text(statements: Iterable[ox.Quad], base: str = BASE) -> Iterator[ox.Quad]:
    """What texts say, each statement in the graph of its text.

    Args:
        statements: of the default graph, all those about a subject one after the other.
        base: what stands before local ids.
    """
    for subject, said in groupby(statements, key=lambda quad: quad.subject):
        if isinstance(subject, ox.NamedNode):
            yield from _of_subject(subject.value, list(said), base)


def _of_subject(subject: str, said: list[ox.Quad], base: str) -> Iterator[ox.Quad]:
    """What texts say by the statements about one subject."""
    folder = _folder(subject, base)
    if folder == _STRETCH:
        yield from _in_graphs(said, {_text(subject, base)})
    elif folder in _GROUNDED:
        texts = _texts(said, base)
        yield from _in_graphs(said, texts)
        if folder == "edge":
            yield from _in_graphs(_drawn(said, base), texts)
    else:
        for quad in said:
            if quad.predicate.value == _MENTION:
                yield from _in_graphs([quad], {_text(_value(quad), base)})


def _in_graphs(said: Iterable[ox.Quad], texts: Iterable[str]) -> Iterator[ox.Quad]:
    graphs = [ox.NamedNode(text) for text in sorted(texts)]
    return (ox.Quad(q.subject, q.predicate, q.object, g) for q in said for g in graphs)


def _texts(said: Iterable[ox.Quad], base: str) -> set[str]:
    """The texts that something rests on: that of a claim, else those of the stretches."""
    source = {_value(q) for q in said if q.predicate.value == _PRIMARY}
    return source or {_text(_value(q), base) for q in said if q.predicate.value == _EVIDENCE}


def _drawn(said: Iterable[ox.Quad], base: str) -> list[ox.Quad]:
    """The plain edge that a statement about an edge is about; a fact's own texts say what leads from it."""
    told = {q.predicate.value: q.object for q in said}
    subject, predicate, value = (told.get(name) for name in (_SUBJECT, _PREDICATE, _OBJECT))
    if not isinstance(subject, ox.NamedNode) or not isinstance(predicate, ox.NamedNode) or value is None:
        return []
    own = _folder(subject.value, base) in (_STRETCH, *_GROUNDED)
    return [] if own else [ox.Quad(subject, predicate, value)]


def _value(quad: ox.Quad) -> str:
    return str(getattr(quad.object, "value", ""))


def _folder(iri: str, base: str) -> str:
    return iri.removeprefix(base).partition("/")[0]


def _text(stretch: str, base: str) -> str:
    """The text that a stretch is of, by its id."""
    local = stretch.removeprefix(base).removeprefix(f"{_STRETCH}/")
    return f"{base}text/{local.rpartition('/')[0]}"
