"""The meeting that a text reports."""

from __future__ import annotations

import pytest
from reader import claims, values

SITS = "2023年4月20日,怀宁县人大常委会召开第五次会议。"


def told(text: str, kind: str) -> list[tuple[list[object], str]]:
    """The agents and dates of the claims of a kind."""
    return [(values(c, "agent"), c.time.edtf) for c in claims(text, kind)]


@pytest.mark.parametrize("sits", [SITS, "2023年4月20日,怀宁县第十八届人大常委会第五次会议举行。"])
def test_a_meeting_appoints_for_the_assembly_that_sat(sits: str) -> None:
    """The sitting told before gives agent and day."""
    text = sits + "会议决定任命赵样文为怀宁县水利局局长。"
    assert told(text, "appointment") == [(["怀宁县人大常委会"], "2023-04-20")]


def test_a_meeting_adopts_for_the_assembly_that_sat() -> None:
    """The same of a regulation."""
    text = SITS + "会议表决通过了《怀宁县河道管理条例》。"
    assert told(text, "issuance") == [(["怀宁县人大常委会"], "2023-04-20")]


def test_a_meeting_of_no_assembly_is_nobody_s() -> None:
    """Without a sitting before, what a meeting adopts has no agent and no day."""
    assert told("会议表决通过了《怀宁县河道管理条例》。", "issuance") == [([], "")]


def test_a_meeting_that_is_named_is_not_the_one_before() -> None:
    """A body named in the opening of the clause acts itself."""
    text = SITS + "怀宁县政府常务会议决定任命赵样文为怀宁县水利局副局长。"
    assert ["怀宁县人大常委会"] not in [agents for agents, _ in told(text, "appointment")]
