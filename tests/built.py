"""Graphs of invented notices, built by the whole pipeline."""

from __future__ import annotations

from functools import cache

from kg import pipeline
from kg.fold import fold
from kg.model import Document, Entity, Fact, Graph, Ref

PUBLISHED = "2023-05-09"


@cache
def resources() -> pipeline.Resources:
    """Lexicon, gazetteer and vocabulary, loaded once a run."""
    return pipeline.load()


def document(text: str, name: str, published: str = PUBLISHED) -> Document:
    """A text under a name."""
    return Document(name, text, fold(text), published=published, published_basis="given")


@cache
def graph(*texts: str, published: str = PUBLISHED) -> Graph:
    """The graph of some texts, named d0, d1 …"""
    found = [document(text, f"d{n}", published) for n, text in enumerate(texts)]
    return pipeline.build(found, resources())


def facts(built: Graph, kind: str) -> list[Fact]:
    """The facts of a class."""
    return [f for f in built.facts if f.kind == kind]


def entity(built: Graph, local: str) -> Entity:
    """The entity of an id."""
    return next(e for e in built.entities if e.id == local)


def named(built: Graph, kind: str) -> dict[str, Entity]:
    """The entities of a class by label."""
    return {e.label: e for e in built.entities if e.kind == kind}


def refs(item: Entity | Fact, predicate: str) -> list[str]:
    """The ids that a property of an entity or fact points to."""
    return [p.value.id for p in item.properties if p.predicate == predicate and isinstance(p.value, Ref)]


def edges(built: Graph, predicate: str) -> set[tuple[str, str]]:
    """The edges of one kind, by labels where there are any."""
    labels = built.labels()
    return {
        (labels.get(e.source, e.source), labels.get(e.target, e.target))
        for e in built.edges
        if e.predicate == predicate
    }
