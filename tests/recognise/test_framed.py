"""Names between the words of a frame."""

from __future__ import annotations

import pytest
from atoms import named, staged

from kg.recognise.framed import closing, framed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("任命茅样华为怀宁县人民法院院长。", ["茅样华"]),
        ("决定接受赵样辞去怀宁县县长职务的请求。", ["赵样"]),
        ("举报以付样红为首的团伙。", ["付样红"]),
        ("局长一职由钱样华担任。", ["钱样华"]),
        ("他的职务被林样武取代。", ["林样武"]),
        ("收受王样冬人民币6万元、曹样秋人民币5万元。", ["王样冬", "曹样秋"]),
        ("继仇样、张样欣之后又有人被查。", ["仇样", "张样欣"]),
        ("怀宁县委巡察组组长金样山代表怀宁县委巡察组反馈。", ["金样山"]),
        ("刘样佳同志代表怀宁县委巡察组反馈。", ["刘样佳"]),
        ("纪样成不再担任怀宁县中学校长。", ["纪样成"]),
    ],
)
def test_frames(text: str, names: list[str]) -> None:
    """Two words around, or a title and what only persons do, make any likely characters a name."""
    assert named(text, "person") == names


@pytest.mark.parametrize(
    "text",
    [
        "局长一职由党委会主持研究。",
        "以高质量为首要目标。",
        "收受车辆现金价值10万元。",
        "任命时间为2023年1月5日。",
        "决定由水利局担任牵头单位。",
    ],
)
def test_words_in_a_frame(text: str) -> None:
    """Words of the dictionary in the same place are no names."""
    assert named(text, "person") == []


def test_what_closes_a_frame() -> None:
    """The lexicon tells it of the word that opens it."""
    line, context = staged("举报以付样红为首", "title")
    assert closing(line[:2], context)[:1] == ("为首",)
    assert closing(line[:1], context) == ()
    assert [a.text for a in framed(line, context) if a.kind == "person"] == ["付样红"]
