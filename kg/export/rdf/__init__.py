"""What the graph's file says of each subject, in reading order.

``describe`` gives the terms used, the run and the texts, entities with their plain edges, and facts, as
records to be spelled out; ``grounds`` what they rest on (claims, edge statements, evidence), spelled already.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.entities import entity_records
from kg.export.rdf.evidence import claim_blocks, edge_blocks, evidence_blocks
from kg.export.rdf.facts import fact_records
from kg.export.rdf.names import Names
from kg.export.rdf.run import Times, run_records
from kg.export.rdf.spell import Speller
from kg.export.rdf.terms import Iri, Literal, Record
from kg.export.rdf.words import word_records
from kg.model import Graph
from kg.vocab import Vocabulary

__all__ = ["Iri", "Literal", "Names", "Record", "Times", "describe", "grounds"]


def describe(
    graph: Graph,
    vocabulary: Vocabulary,
    names: Names,
    *,
    slim: bool = False,
    times: Times | None = None,
) -> Iterator[Record]:
    """The statements about things and facts, grouped by subject.

    Args:
        graph: what is published.
        vocabulary: names and labels of its terms.
        names: mints its IRIs.
        slim: leave out claims and evidence.
        times: when the run started and ended, where that is wanted.
    """
    yield from word_records(graph, vocabulary, names)
    yield from run_records(graph, names, times)
    yield from entity_records(graph, names, slim=slim)
    yield from fact_records(graph, names, slim=slim)


def grounds(graph: Graph, names: Names, spell: Speller) -> Iterator[tuple[str, Iterator[str]]]:
    """Headings, each with the blocks below it."""
    yield "Claims", claim_blocks(graph, spell)
    yield "Statements about edges", edge_blocks(graph, spell, names)
    yield "Evidence", evidence_blocks(graph, spell)
