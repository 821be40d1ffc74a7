"""Persons, by where a name may stand."""

from __future__ import annotations

import pytest
from atoms import named, rules


@pytest.mark.parametrize(
    ("text", "names", "rule"),
    [
        ("怀宁县副县长赵试样讲话。", ["赵试样"], "recognise.person.title"),
        ("怀宁县水利局局长:赵试样。", ["赵试样"], "recognise.person.title"),
        ("赵范样副县长讲话。", ["赵范样"], "recognise.person"),
        ("任命赵试样为怀宁县教育局局长。", ["赵试样"], "recognise.person.act"),
        ("村民赵范样反映问题。", ["赵范样"], "recognise.person"),
    ],
)
def test_places_that_license_a_name(text: str, names: list[str], rule: str) -> None:
    """A title, a verb of appointing, or what only people do, lets a name stand there."""
    assert named(text, "person") == names
    assert rules(text, "person")[0].startswith(rule)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("怀宁县副县长赵试样、钱样本讲话。", ["赵试样", "钱样本"]),
        ("怀宁县副县长赵试样和钱样本讲话。", ["赵试样", "钱样本"]),
        ("怀宁县副县长赵试样(女)、钱样本讲话。", ["赵试样", "钱样本"]),
    ],
)
def test_a_list_continues_a_name(text: str, names: list[str]) -> None:
    """A name joined to a name needs no title of its own, a note in brackets aside."""
    assert named(text, "person") == names


@pytest.mark.parametrize(
    "text",
    [
        "张家港的经济很好。",
        "王者荣耀很流行。",
        "高铁已经开通。",
        "黄河流域降雨。",
        "周一开会。",
        "金融监管加强。",
        "怀宁县水利局局长主持会议。",
        "县长和书记分别讲话。",
        "副局长及相关人员参加。",
    ],
)
def test_surnames_that_begin_ordinary_words(text: str) -> None:
    """A surname's character, even behind a title, makes no name by itself."""
    assert named(text, "person") == []


def test_an_unusual_item_of_a_list() -> None:
    """It needs two persons before it, a mark behind it, and no word of the dictionary inside."""
    assert "白样赤林" in named("怀宁县副县长赵样文、钱样华、白样赤林、孙范明出席。", "person")
    assert "白样赤林" not in named("怀宁县副县长赵样文、白样赤林、孙范明出席。", "person")
    assert "车辆" not in named("怀宁县副县长赵样文、钱样华、车辆、孙范明出席。", "person")
