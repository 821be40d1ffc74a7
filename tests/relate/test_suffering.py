"""Whom measures fall on."""

from __future__ import annotations

import pytest
from atoms import atoms
from reader import claims, values

from kg.relate.suffering import SEVERAL, accused

LEAD = "怀宁县水利局局长赵样文"


def suffered(text: str, kind: str = "sanction") -> list[list[object]]:
    """The targets of the claims of a kind."""
    return [values(c, "target") for c in claims(text, kind)]


def test_the_second_measure_of_one_word_has_its_own_party() -> None:
    """Named before each measure, or counted behind each."""
    assert suffered("怀宁县纪委给予赵样文党内警告处分、钱样华诫勉处理。") == [["赵样文"], ["钱样华"]]
    assert suffered("怀宁县纪委监委给予党纪处分12人,诫勉5人。") == [[12], [5]]


@pytest.mark.parametrize("join", [",其中", "。其中,"])
def test_parts_of_a_counted_party(join: str) -> None:
    """What a clause or the next sentence breaks down suffered the same."""
    text = f"怀宁县纪委对59名干部进行责任追究{join}厅级5人、处级20人。"
    assert suffered(text) == [[59], [5, 20]]


def test_persons_by_a_pronoun() -> None:
    """二人 are the two named last; without enough names it stays a count."""
    two = "怀宁县监委将二人移送检察机关审查起诉。"
    assert suffered("赵某、钱某收受礼金。" + two, "judicial") == [["赵某", "钱某"]]
    assert suffered("孙某出席。赵某、钱某收受礼金。" + two, "judicial") == [["赵某", "钱某"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}参加会议。有关责任人受到党内警告处分。",
        f"{LEAD}参加会议。怀宁县教育局召开会议,局长受到党内警告处分。",
        f"{LEAD}参加会议。王曌蕤受到党内警告处分。",
        f"{LEAD}参加会议。怀宁县纪委将涉嫌犯罪的人员移送司法机关。",
    ],
)
def test_somebody_else_is_not_who_was_named_before(text: str) -> None:
    """Persons held responsible, a post without a name, a name that is not read, others."""
    assert ["赵样文"] not in suffered(text) + suffered(text, "judicial")


def test_the_false_accuser_is_punished() -> None:
    """Who was accused falsely is left alone."""
    assert suffered("赵某诬告陷害副县长钱某,被处以行政拘留。") == [["赵某"]]


def test_a_penalty_far_from_several_persons_is_nobody_s() -> None:
    """Over a paragraph a penalty is carried to the only person of a text, not to the last of several."""
    penalty = "\n判处有期徒刑三年。"
    assert SEVERAL == 2
    assert suffered(f"{LEAD}收受礼金。{penalty}", "judicial") == [["赵样文"]]
    assert suffered(f"{LEAD}、副局长钱某收受礼金。{penalty}", "judicial") == []


def test_no_organ_stands_before_a_court() -> None:
    """A person and a company may be accused, a bureau not."""
    (person,), bodies = (
        atoms(f"{LEAD}开会。", "person"),
        atoms("怀宁县水利局、安徽样例建设有限公司开会。", "agency"),
    )
    assert accused(person)
    assert [accused(b) for b in bodies] == [False, True]
