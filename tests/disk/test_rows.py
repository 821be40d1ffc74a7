"""A value of the model packed and unpacked is the same value."""

from __future__ import annotations

from dataclasses import replace

from sample import sample_graph

from kg.disk import Shelf, rows
from kg.model import Issue, Refusal, Span

GRAPH = sample_graph()


def test_every_value_of_a_graph_comes_back() -> None:
    """Entities, facts, edges and texts with all they hold."""
    assert [rows.as_entity(rows.entity(e)) for e in GRAPH.entities] == list(GRAPH.entities)
    assert [rows.as_fact(rows.fact(f)) for f in GRAPH.facts] == list(GRAPH.facts)
    assert [rows.as_edge(rows.edge(e)) for e in GRAPH.edges] == list(GRAPH.edges)
    assert [rows.as_document(rows.document(d)) for d in GRAPH.documents] == list(GRAPH.documents)


def test_a_graph_on_the_disk_can_be_held_in_memory() -> None:
    """Its parts are then tuples of the same values."""
    shelf = Shelf(rows.fact, rows.as_fact)
    for fact in GRAPH.facts:
        shelf.append(fact)
    held = replace(GRAPH, facts=shelf).held()
    assert isinstance(held.facts, tuple)
    assert held == GRAPH


def test_a_text_keeps_its_folded_form() -> None:
    """Whether it is another or the same."""
    (one, *_) = GRAPH.documents
    for text in (replace(one, folded=one.text), replace(one, folded=one.text.replace("。", "."))):
        assert rows.as_document(rows.document(text)) == text


def test_doubts_and_what_was_dropped_come_back_and_sort_by_place() -> None:
    """A row begins with what it is sorted by."""
    doubt = Issue("R04", "d", 3, 5, "赵某", "x")
    dropped = Refusal(Span("d", 3, 5), "赵某", "rule", "why")
    assert rows.as_issue(rows.issue(doubt)) == doubt
    assert rows.as_refusal(rows.refusal(dropped)) == dropped
    assert rows.issue(doubt)[:3] == rows.refusal(dropped)[:3] == ("d", 3, 5)
