"""The skeleton of a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from atoms import sentence

from kg.recognise.line import Atom
from kg.relate.units import last_of
from kg.values import PersonValue


def parties(text: str) -> list[tuple[str, ...]]:
    """The heads of every party."""
    return [tuple(a.text for a in u.heads) for u in sentence(text) if u.kind == "party"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("怀宁县水利局局长赵试样开会。", [("赵试样",)]),
        ("怀宁县副县长赵试样、钱样本开会。", [("赵试样", "钱样本")]),
        ("怀宁县水利局局长赵试样、副局长钱样本开会。", [("赵试样", "钱样本")]),
        ("怀宁县教育局、怀宁县水利局开会。", [("教育局", "水利局")]),
        ("怀宁县副县长赵试样(另案处理)、钱样本开会。", [("赵试样", "钱样本")]),
        ("处理3名干部和1个党组织。", [("3名干部", "1个党组织")]),
    ],
)
def test_a_party_has_all_its_heads(text: str, found: list[tuple[str, ...]]) -> None:
    """A person with the designation is one unit, a list of parties too."""
    assert parties(text) == found


def test_unnamed_people_of_a_body_are_no_party() -> None:
    """怀宁县教育局有关负责人 does not make the bureau a party."""
    assert parties("怀宁县教育局负责人介绍情况。") == []


def test_clauses_are_counted() -> None:
    """Commas and colons end a clause, a mark of enumeration does not."""
    units = sentence("怀宁县纪委消息:赵某、钱某开会,散会。")
    assert {u.text: u.clause for u in units if u.text in ("消息", "散会")} == {"消息": 0, "散会": 2}


def test_units_cover_the_line_in_order() -> None:
    """No atom is lost, none is told twice."""
    units = sentence("2023年3月,怀宁县纪委对怀宁县水利局局长赵试样予以诫勉。")
    assert all(a.end <= b.start for a, b in pairwise(units))
    assert "".join(u.text for u in units) == "2023年3月，怀宁县纪委对怀宁县水利局局长赵试样予以诫勉。"


def atom(name: str) -> Atom:
    """A person."""
    return Atom(0, len(name), "person", name, value=PersonValue(name))


def test_last_of() -> None:
    """The last different persons in order; too few are none."""
    people = [atom("赵试样"), atom("钱样本"), atom("赵试样")]
    assert [a.text for a in last_of(people, 2)] == ["钱样本", "赵试样"]
    assert last_of(people, 3) == ()
    assert last_of(people, 0) == ()


def test_a_note_on_a_person_is_no_unit() -> None:
    """What a bracket tells of a person's posts is left out; one with a measure stays."""
    assert parties("怀宁县副县长赵样文(怀宁县水利局局长,2015年任职)、钱样华开会。") == [("赵样文", "钱样华")]
    punished = sentence("怀宁县副县长赵样文(怀宁县水利局局长,受到党内警告处分)、钱样华开会。")
    assert any(u.kind == "measure" for u in punished)
