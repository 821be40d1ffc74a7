"""Facts: what kind, who in which role, when, how sure, and (in the full file) on what evidence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.disk import in_order
from kg.export.rdf.dates import time_pairs
from kg.export.rdf.entities import merged
from kg.export.rdf.evidence import Grounds
from kg.export.rdf.names import Names
from kg.export.rdf.stretches import stretches
from kg.export.rdf.terms import LABEL, TYPE, Pair, Record, decimal, zh
from kg.model import Fact, Graph

SECTION = "Facts"


def fact_records(graph: Graph, names: Names, seen: Grounds | None) -> Iterator[Record]:
    """One record a fact, sorted by id."""
    for fact in in_order(graph.facts, lambda f: f.id):
        pairs: list[Pair] = [(TYPE, (names.term(fact.kind),)), (LABEL, (zh(fact.label),))]
        pairs += _roles(fact, names)
        pairs += names.pairs(fact.properties, fact.kind)
        pairs += time_pairs(fact.time, names)
        pairs += _standing(fact, names)
        whole = merged(pairs)
        if fact.witnesses and seen:
            seen.fact(fact)
            found = stretches(e for w in fact.witnesses for e in w.evidence)
            whole += ((names.term("evidence"), (found,)),)
        yield Record(names.node(fact.id), whole, SECTION)


def _roles(fact: Fact, names: Names) -> list[Pair]:
    """Roles in the order they were filled; fillers of one role sorted."""
    order = dict.fromkeys(r.name for r in fact.roles)
    pairs: list[Pair] = [(names.predicate(r, fact.kind), names.nodes(fact.fillers(r))) for r in order]
    if fact.agent_status:
        status = names.node(f"voc/agent-status/{fact.agent_status}")
        pairs.append((names.term("agentStatus"), (status,)))
    return pairs


def _standing(fact: Fact, names: Names) -> list[Pair]:
    """Stance and confidence of the fact as a whole."""
    stance = names.node(f"voc/stance/{fact.stance}")
    return [(names.term("stance"), (stance,)), (names.term("confidence"), (decimal(fact.confidence),))]
