"""What every RDF format says: the graph as records, one a subject, in reading order.

``describe`` is the whole: texts and run, the terms used, entities with their plain edges, facts, then
(unless slim) claims, edge statements and evidence. Writers only spell the records out.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.entities import entity_records
from kg.export.rdf.evidence import claim_records, edge_records, evidence_records
from kg.export.rdf.facts import fact_records
from kg.export.rdf.names import Names
from kg.export.rdf.run import Times, run_records
from kg.export.rdf.terms import Iri, Literal, Record
from kg.export.rdf.words import word_records
from kg.ids import BASE
from kg.model import Graph
from kg.vocab import Vocabulary

__all__ = ["Iri", "Literal", "Names", "Record", "Times", "describe"]


def describe(
    graph: Graph,
    vocabulary: Vocabulary,
    *,
    slim: bool = False,
    base: str = BASE,
    times: Times | None = None,
) -> Iterator[Record]:
    """Every statement of a graph, grouped by subject.

    Args:
        graph: what is published.
        vocabulary: names and labels of its terms.
        slim: leave out claims and evidence.
        base: what stands before local ids.
        times: when the run started and ended, where that is wanted.
    """
    names = Names(vocabulary, base)
    yield from word_records(graph, vocabulary, names)
    yield from run_records(graph, names, times)
    yield from entity_records(graph, names, slim=slim)
    yield from fact_records(graph, names, slim=slim)
    if not slim:
        yield from claim_records(graph, names)
        yield from edge_records(graph, names)
        yield from evidence_records(graph, names)
