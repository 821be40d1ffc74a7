"""Facts that wait on the disk are the facts that were made; two of one id stay two."""

from __future__ import annotations

import pytest

from kg.disk import shelf
from kg.graph.built import Built
from kg.graph.draft import Counted, Told
from kg.graph.facts import Facts
from kg.graph.rows import as_built, made
from kg.graph.unite import by_id, witness
from kg.model import Evidence, Property, Role, Span, Text, Time
from kg.values import GroupValue


def built(local: str, kind: str = "Clearing", doc: str = "d") -> Built:
    """A fact of one claim about a group."""
    found = Evidence(Span(doc, 2, 4), "五名")
    group = Counted("patient", GroupValue(5, "person", "干部"), found)
    time = Time("2023-04", "2023年4月", "explicit", "2023-04-01", "2023-04-30")
    told = Told(
        found=found, start=0, end=9, rule="r", time=time, stance="asserted", confidence=0.9, groups=(group,)
    )
    roles, properties = [Role("place", "place/340827")], [Property("content", Text("字", "zh"))]
    return Built(
        local, kind, [told], roles, properties, time, "stated", "asserted", 0.9, (witness(local, told),)
    )


def test_a_fact_in_the_making_comes_back() -> None:
    """With its claims, groups and date."""
    assert as_built(made(built("fact/1"))) == built("fact/1")


def test_facts_are_found_by_class_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts and what decides over edges is noted when they come in."""
    monkeypatch.setattr(shelf, "PAGE", 16)
    facts = Facts([built("fact/1"), built("fact/2", "Conduct"), built("fact/3", "Overturning")])
    assert list(facts.numbers({"Conduct"})) == [1]
    assert [f.id for f in facts.decisions()] == ["fact/1", "fact/3"]
    assert list(facts.counted) == [0, 1, 2]
    facts.change(1).fill("ground", "voc/conduct/x")
    assert facts[1].of("ground") == ["voc/conduct/x"]
    assert list(facts.places) == [("d", n, ((0, 9),)) for n in range(3)]


def test_two_facts_of_one_id_stay_two() -> None:
    """Of two keys with one digest the second is named by its place too, and its claims with it."""
    facts = by_id([built("fact/5"), built("fact/5", doc="e"), built("fact/1")])
    ids = [f.id for f in facts]
    assert len(set(ids)) == 3
    assert ids == sorted(ids)
    assert len({w.id for f in facts for w in f.witnesses}) == 3
