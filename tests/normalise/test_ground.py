"""Relative names get the division the text speaks of."""

from __future__ import annotations

import pytest
from atoms import named, rules


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("怀宁县召开会议。县纪委通报2起典型案例。", "怀宁县纪委"),
        ("怀宁县召开会议。该县纪委监委通报2起典型案例。", "怀宁县纪委监委"),
        ("安庆市召开会议。该市纪委监委通报2起典型案例。", "安庆市纪委监委"),
        ("安徽省召开会议。省纪委监委通报2起典型案例。", "安徽省纪委监委"),
        ("安徽省安庆市怀宁县召开会议。市纪委监委通报2起典型案例。", "安庆市纪委监委"),
        ("安徽省安庆市怀宁县召开会议。省财政厅开会。", "安徽省财政厅"),
        ("怀宁县召开会议。县委书记赵试样讲话。", "怀宁县委"),
        ("鼓楼区纪委开会。区委书记赵试样讲话。", "鼓楼区委"),
    ],
)
def test_a_level_means_the_division_last_named_at_it(text: str, last: str) -> None:
    """县, 市, 省, 该市 and their organs are those of the place spoken of."""
    assert named(text, "agency")[-1] == last


def test_a_new_place_ends_the_focus_below_it() -> None:
    """When the talk moves to another city, 县纪委 is no longer the county of the first."""
    text = "安庆市怀宁县召开会议。芜湖市召开会议。县纪委通报2起典型案例。"
    assert "怀宁县纪委" not in named(text, "agency")


def test_the_name_of_a_county_in_a_title_sets_the_scene() -> None:
    """A document's title that begins with a division gives organs their place."""
    text = "《怀宁县作风建设办法》规定了职责。县纪委负责监督。"
    assert "怀宁县纪委" in named(text, "agency")


def test_the_second_of_two_bodies_shares_the_place() -> None:
    """怀宁县政府和环保局 are both the county's."""
    assert named("怀宁县政府和环保局开会。", "agency") == ["怀宁县政府", "怀宁县环保局"]


def test_the_level_is_said_once() -> None:
    """望江|县委 is 望江县委, not 望江县县委."""
    assert named("望江县委开会。", "agency") == ["望江县委"]
    assert named("望江县县委开会。", "agency") == ["望江县委"]


@pytest.mark.parametrize("text", ["县纪委通报情况。", "各县纪委要开会。", "有关党委要负责。"])
def test_what_nothing_grounds_gets_no_place(text: str) -> None:
    """Without a place, or with every place, an organ is given none."""
    assert all("怀宁" not in str(n) for n in named(text, "agency"))
    assert not any(r.endswith("+ground") for r in rules(text, "agency"))
