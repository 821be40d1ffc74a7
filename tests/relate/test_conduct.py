"""Conduct of named persons: categories, period, object, stance."""

from __future__ import annotations

import pytest
from reader import claims, values

POST = "湘阴县水利局原副局长赵试样"


def test_conduct_has_its_own_period_and_object() -> None:
    """The period before the name dates the conduct; 面对…问题 is its object."""
    text = f"2018年至2021年,{POST}面对村民的饮水问题,不担当不作为,推诿扯皮。"
    (conduct,) = claims(text, "conduct")
    assert conduct.time.edtf == "2018/2021"
    assert values(conduct, "agent") == ["赵试样"]
    assert values(conduct, "ground") == ["no-responsibility", "inaction", "fear-of-difficulty"]
    assert values(conduct, "object") == ["村民的饮水问题"]


def test_fused_categories_are_split() -> None:
    """不担当不作为乱作为假作为 are four."""
    (conduct,) = claims(f"{POST}不担当不作为乱作为假作为。", "conduct")
    assert values(conduct, "ground") == ["no-responsibility", "inaction", "misaction", "sham-action"]


@pytest.mark.parametrize("words", ["违规收受礼金问题。", "违规收受管理服务对象所送礼金问题。"])
def test_a_case_heading_names_conduct(words: str) -> None:
    """A heading of a case list gives conduct, also written around other words."""
    (conduct,) = claims(f"1.{POST}{words}", "conduct")
    assert values(conduct, "ground") == ["gifts"]


@pytest.mark.parametrize(
    "text",
    [
        f"{POST}涉嫌收受礼金。",
        f"{POST}涉嫌严重违纪违法。",
        f"{POST}收受礼金,接受审查调查。",
        f"村民举报{POST}收受礼金。",
    ],
)
def test_suspicion_is_alleged(text: str) -> None:
    """涉嫌, a procedure still open and a complaint make the claim alleged, not asserted."""
    (conduct,) = claims(text, "conduct")
    assert conduct.stance == "alleged"


@pytest.mark.parametrize(
    "text",
    [f"王虚构诬告{POST}收受礼金。", f"经查,反映{POST}收受礼金问题不属实。", f"{POST}被诬告陷害。"],
)
def test_who_is_accused_falsely_did_nothing(text: str) -> None:
    """The matter of a false complaint is nobody's conduct."""
    assert claims(text, "conduct") == []


def test_the_receiver_of_conduct_is_not_its_subject() -> None:
    """向某某行贿 is said of who paid."""
    (conduct,) = claims(f"{POST}向湘阴县教育局局长钱样本行贿。", "conduct")
    assert values(conduct, "agent") == ["赵试样"]


@pytest.mark.parametrize(
    "text", [f"{POST}未收受礼金。", "要坚决整治不作为。", f"{POST}参加会议。不作为干部要问责。"]
)
def test_denied_or_general_talk_is_no_conduct(text: str) -> None:
    """What is denied, demanded or said of nobody makes no claim."""
    assert claims(text, "conduct") == []


def test_what_someone_is_called_is_no_conduct() -> None:
    """A label behind 是 adds no category."""
    (conduct,) = claims(f"2021年,{POST}推诿扯皮,是“躺平式干部”的典型。", "conduct")
    assert values(conduct, "ground") == ["fear-of-difficulty"]
