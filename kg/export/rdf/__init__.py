"""What the graph's file says of each subject, in reading order.

``describe`` gives the terms used, the run and the texts, entities with their plain edges, and facts, as
records to be spelled out; ``grounds`` what they rest on (claims, edge statements, evidence), spelled already.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.entities import entity_records
from kg.export.rdf.evidence import Grounds
from kg.export.rdf.facts import fact_records
from kg.export.rdf.names import Names
from kg.export.rdf.run import Times, run_records
from kg.export.rdf.terms import Iri, Literal, Record
from kg.export.rdf.words import word_records
from kg.model import Graph
from kg.vocab import Vocabulary

__all__ = ["Grounds", "Iri", "Literal", "Names", "Record", "Times", "describe", "grounds"]


def describe(
    graph: Graph,
    vocabulary: Vocabulary,
    names: Names,
    *,
    seen: Grounds | None = None,
    times: Times | None = None,
) -> Iterator[Record]:
    """The statements about things and facts, grouped by subject.

    Args:
        graph: what is published.
        vocabulary: names and labels of its terms.
        names: mints its IRIs.
        seen: told of everything that evidence is to be written for; without it evidence is left out.
        times: when the run started and ended, where that is wanted.
    """
    yield from word_records(graph, vocabulary, names)
    yield from run_records(graph, names, times)
    yield from entity_records(graph, names, seen)
    yield from fact_records(graph, names, seen)


def grounds(graph: Graph, seen: Grounds) -> Iterator[tuple[str, Iterator[str]]]:
    """Headings, each with the blocks below it, once everything has been described."""
    yield "Claims", seen.claims()
    yield "Statements about edges", seen.edges()
    yield "Evidence", seen.stretches(graph.documents)
