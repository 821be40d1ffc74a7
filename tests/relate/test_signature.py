"""The signature below a notice."""

from __future__ import annotations

import pytest
from reader import claims, values

NOTICE = "《怀宁县公务接待办法》现印发给你们,请认真贯彻执行。\n"


def issued(text: str) -> list[tuple[list[object], str]]:
    """The agents and dates of what is issued."""
    return [(values(c, "agent"), c.time.edtf) for c in claims(text, "issuance")]


@pytest.mark.parametrize("body", ["怀宁县人民政府", "怀宁县委办公室"])
def test_who_signs_issues_on_that_day(body: str) -> None:
    """A line with a body's name, then a line with a date."""
    assert issued(f"{NOTICE}{body}\n2022年3月5日\n") == [([body], "2022-03-05")]


@pytest.mark.parametrize(
    "below",
    [
        "怀宁县人民政府\n",
        "2022年3月5日\n",
        "怀宁县人民政府开会。\n2022年3月5日\n",
        "2022年3月5日\n怀宁县人民政府\n",
    ],
)
def test_half_a_signature_is_none(below: str) -> None:
    """A body without a date, a date without a body, a sentence, the wrong order: no agent is made up."""
    assert [agents for agents, _ in issued(NOTICE + below)] == [[]]


def test_a_signature_above_a_document_is_not_its_own() -> None:
    """Only what stands below signs."""
    assert issued("怀宁县人民政府\n2022年3月5日\n" + NOTICE) == [([], "")]


def test_a_document_that_another_put_out_is_not_signed_here() -> None:
    """What the text only tells of keeps its own issuer and no day of the signature."""
    text = "怀宁县委印发《怀宁县公务接待办法》。\n望江县人民政府\n2022年3月5日\n"
    assert issued(text) == [(["怀宁县委"], "")]
