"""What linking needs of a fact."""

from __future__ import annotations

from kg.graph.linked import Linked, as_linked, passages, row
from kg.model import Role


def test_a_fact_to_be_linked_comes_back_and_is_filled_once() -> None:
    """Its roles stand in their order; the same filler is not added twice."""
    fact = as_linked(row(Linked("fact/1", "Conduct", [Role("agent", "person/a")])))
    fact.fill("ground", "voc/conduct/x")
    fact.fill("agent", "person/a")
    assert fact.roles == [Role("agent", "person/a"), Role("ground", "voc/conduct/x")]
    assert fact.of("agent", "ground") == ["person/a", "voc/conduct/x"]


def test_passages_are_those_of_each_text() -> None:
    """Every claim of a text gives one, in order."""
    rows = [
        (("a", 2, 4, "字"), 0, 9, "r"),
        (("b", 2, 4, "字"), 1, 8, "r"),
        (("a", 12, 14, "字"), 10, 19, "r"),
    ]
    assert passages(rows) == {"a": ((0, 9), (10, 19)), "b": ((1, 8),)}
