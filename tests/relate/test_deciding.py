"""Who decided a measure, and when."""

from __future__ import annotations

import pytest
from atoms import atoms
from reader import claims, values

from kg.relate.deciding import others, some


def decided(text: str, kind: str = "sanction") -> list[tuple[list[object], str]]:
    """The agents and dates of the claims of a kind."""
    return [(values(c, "agent"), c.time.edtf) for c in claims(text, kind)]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("怀宁县委、怀宁县政府给予赵样文党内警告处分。", ["怀宁县委", "怀宁县政府"]),
        ("赵样文被怀宁县纪委给予党内警告处分。", ["怀宁县纪委"]),
        ("经怀宁县纪委常委会研究并报怀宁县委批准,决定给予赵样文党内警告处分。", ["怀宁县纪委"]),
        ("赵样文受到党内警告处分。", []),
    ],
)
def test_who_decides(text: str, agents: list[object]) -> None:
    """Bodies that act together, the marked agent, the chain of approval, nobody."""
    assert decided(text) == [(agents, "")]


def test_a_list_is_decided_by_who_announces_it() -> None:
    """Meetings that pass a decision on those below decide each line."""
    text = (
        "经县委常委会、县政府常务会议讨论通过,决定给予下列人员如下处分:\n"
        "怀宁县水利局局长赵某,党内警告处分。\n怀宁县教育局局长钱某,政务记过处分。"
    )
    assert decided(text) == [(["怀宁县委常委会", "怀宁县政府"], "")] * 2


def test_a_date_holds_in_one_breath_only() -> None:
    """Behind a semicolon the date of the sanction before holds, behind a full stop it does not."""
    first, second = "2022年3月,赵某受到党内警告处分", "钱某受到诫勉处理。"
    assert [t for _, t in decided(f"{first};{second}")] == ["2022-03", "2022-03"]
    assert [t for _, t in decided(f"{first}。{second}")] == ["2022-03", ""]


def test_a_judgment_has_its_day() -> None:
    """The day a sentence opens with dates the judgment it tells of; another paragraph has another."""
    judgment = "2022年9月6日,安庆市中级人民法院公开宣判,对赵样文以受贿罪判处有期徒刑十二年。"
    assert decided(judgment, "judicial") == [(["安庆市中级人民法院"], "2022-09-06")]
    later = decided(f"{judgment}\n怀宁县人民法院判处钱某有期徒刑三年。", "judicial")
    assert [t for _, t in later] == ["2022-09-06", ""]


def test_only_a_court_gives_penalties() -> None:
    """An organ that acted before is no agent of a sentence."""
    text = "怀宁县监委对赵样文立案调查。赵样文被判处有期徒刑三年。"
    assert decided(text, "judicial") == [([], "")]


def test_no_body_decides_upon_itself() -> None:
    """Agents that are targets are left out; one atom or none is a tuple."""
    first, second = atoms("怀宁县委、怀宁县政府开会。", "agency")
    assert others((first, second), (second,)) == (first,)
    assert (some(None), some(first)) == ((), (first,))
