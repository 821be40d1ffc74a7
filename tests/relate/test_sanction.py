"""Measures: lists, voices, what is no act."""

from __future__ import annotations

import pytest
from reader import claims, reading, values

from kg.values import MeasureValue

LEAD = "怀宁县水利局局长赵试样"


def given(text: str, kind: str = "sanction") -> list[tuple[list[object], list[object]]]:
    """Targets and names of measures."""
    return [
        (values(c, "target"), [m.name for m in c.all("measure") if isinstance(m, MeasureValue)])
        for c in claims(text, kind)
    ]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (f"{LEAD}受到党内警告处分。", ["党内警告"]),
        (f"{LEAD}受到党内严重警告、政务降级处分。", ["党内严重警告", "政务降级"]),
        (f"{LEAD}被“双开”。", ["开除党籍", "开除公职"]),
        (f"{LEAD}被责令作出检查。", ["责令检查"]),
        (f"{LEAD}被停职检查。", ["停职检查"]),
        (f"{LEAD}受到留党察看一年、政务撤职处分。", ["留党察看", "政务撤职"]),
    ],
)
def test_a_list_of_measures_is_one_sanction(text: str, measures: list[str]) -> None:
    """Measures joined by marks fall on the same target."""
    assert given(text) == [(["赵试样"], measures)]


def test_respectively() -> None:
    """分别 pairs in order, and only where the numbers agree."""
    pair = "怀宁县水利局局长赵试样、副局长钱样本"
    assert given(f"{pair}分别受到党内警告、诫勉处理。") == [
        (["赵试样"], ["党内警告"]),
        (["钱样本"], ["诫勉"]),
    ]
    assert given(f"{pair}分别受到党内警告处分。") == [(["赵试样", "钱样本"], ["党内警告"])]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}未受到党内警告处分。",
        f"应当给予{LEAD}党内警告处分。",
        "对失职的干部要给予党内警告处分。",
        "党员违反纪律的,给予警告处分。",
        "处分决定已经送达。",
        "他研究党内警告处分的历史。",
    ],
)
def test_what_is_no_sanction(text: str) -> None:
    """Negated, planned, demanded, ruled or spoken about: no claim."""
    assert given(text) == []


def test_a_penalty_is_given_by_a_court() -> None:
    """The court is the agent of a sentence, whoever acted before; term and fine are judicial too."""
    text = f"怀宁县监委对{LEAD}立案调查。怀宁县人民法院以受贿罪判处赵试样有期徒刑三年,并处罚金10万元。"
    first, second = claims(text, "judicial")
    assert [values(c, "agent") for c in (first, second)] == [["怀宁县人民法院"]] * 2
    assert values(first, "term") == ["3年"]
    assert claims(text, "sanction") == []


def test_a_removal_takes_the_post_named_last() -> None:
    """被免职 is a removal from the post in the designation."""
    (removal,) = claims(f"{LEAD}被免职。", "removal")
    assert (values(removal, "target"), values(removal, "title"), values(removal, "agency")) == (
        ["赵试样"],
        ["局长"],
        ["怀宁县水利局"],
    )


def test_people_nobody_names_are_not_the_one_named_before() -> None:
    """涉嫌犯罪的人员 are others."""
    text = f"{LEAD}受到党内警告处分。将涉嫌犯罪的人员移送司法机关。"
    assert claims(text, "judicial") == []


def test_a_plan_is_a_claim_of_that_stance() -> None:
    """Proposed measures are told as planned, with the party they are proposed for."""
    found = claims(f"怀宁县纪委拟给予{LEAD}党内警告处分。", "sanction")
    assert [(values(c, "target"), c.stance) for c in found] == [(["赵试样"], "planned")]


def test_hearsay_is_a_doubt_on_record() -> None:
    """What complainants say makes no sanction, and an issue says which words were left out."""
    text = f"网民举报称{LEAD}被双开。"
    assert given(text) == []
    assert [(i.code, i.quote) for i in reading(text).issues] == [("E04", text)]


@pytest.mark.parametrize("byline", ["(记者:钱样华)", "(记者 钱样华)", "本报记者钱样华"])
def test_reporters_suffer_nothing(byline: str) -> None:
    """Who reports is no party to what is told before or after."""
    for text in (f"{LEAD}受到党内警告处分。{byline}", f"{byline}报道,{LEAD}受到党内警告处分。"):
        assert given(text) == [(["赵试样"], ["党内警告"])]


@pytest.mark.parametrize("measures", ["党内警告、诫勉、记过处分", "党内警告、政务记过处分和诫勉处理"])
def test_a_list_that_does_not_match_its_measures(measures: str) -> None:
    """Two parties and three measures respectively: who got what is not told, so nobody got it."""
    assert given(f"赵某、钱某分别受到{measures}。") == []
