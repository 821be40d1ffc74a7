"""Divisions and what lies below them."""

from __future__ import annotations

import pytest
from atoms import atoms, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安徽省安庆市怀宁县召开会议。", ["安徽省", "安庆市", "怀宁县"]),
        ("安徽望江县召开会议。", ["安徽省", "望江县"]),
        ("广西和内蒙古召开会议。", ["广西壮族自治区", "内蒙古自治区"]),
        ("广西壮族自治区召开会议。", ["广西壮族自治区"]),
        ("甘肃省天水市秦州区召开会议。", ["甘肃省", "天水市", "秦州区"]),
        ("广西钦州市召开会议。", ["广西壮族自治区", "钦州市"]),
        ("云南省石林彝族自治县召开会议。", ["云南省", "石林彝族自治县"]),
        ("合肥召开会议。", ["合肥市"]),
    ],
)
def test_divisions_have_their_official_names(text: str, names: list[str]) -> None:
    """Short names, skipped levels and autonomous forms are the division they mean."""
    assert named(text, "place") == names


@pytest.mark.parametrize(
    ("above", "code"), [("江苏省南京市", "320106"), ("江苏省徐州市", "320302"), ("福建省福州市", "350102")]
)
def test_namesakes_are_told_apart_by_what_stands_before(above: str, code: str) -> None:
    """鼓楼区 is the one inside the city named before it."""
    assert atoms(f"{above}鼓楼区召开会议。", "place")[-1].value.code == code


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("怀宁县石牌镇召开会议。", "石牌镇", "township"),
        ("怀宁县高岭乡马目村召开会议。", "马目村", "village"),
        ("湘阴县文星街道召开会议。", "文星街道", "township"),
    ],
)
def test_below_a_county_the_ending_says_the_level(text: str, name: str, level: str) -> None:
    """Townships and villages directly after a division are found by their endings, with the chain above."""
    last = atoms(text, "place")[-1].value
    assert (last.name, last.level) == (name, level)
    assert last.chain


def test_a_village_named_in_full_is_known_later() -> None:
    """The bare name of a village counts once it was named with its county."""
    text = "怀宁县高岭乡马目村召开会议。马目村整治环境。"
    assert named(text, "place").count("马目村") == 2


@pytest.mark.parametrize("text", ["这个城市很美。", "他住在南街。", "大家都认为这件事情很合理。"])
def test_ordinary_words_are_no_places(text: str) -> None:
    """A word that only looks like a division is left alone."""
    assert named(text, "place") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2016年3月,义县委印发意见。", ["义县"]),
        ("礼县政府召开会议。", ["礼县"]),
        ("市委和县委、县政府召开会议。", []),
        ("任县委书记后,市委代县委召开会议。", []),
        ("要求乡镇和县纪委报告。", []),
    ],
)
def test_county_of_two_characters_is_found_though_cut(text: str, names: list[str]) -> None:
    """义|县委 is a body of 义县; a conjunction or a verb before 县委 is no county."""
    assert named(text, "place") == names


def test_a_given_name_is_no_division() -> None:
    """遵义 behind a title and a surname; not behind a word of grammar."""
    assert named("怀宁县党支部书记卫遵义讲话。", "place") == ["怀宁县"]
    assert named("怀宁县党支部书记向遵义市委汇报。", "place")[-1] == "遵义市"
