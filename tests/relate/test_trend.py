"""General plurals make trends, never events."""

from __future__ import annotations

import pytest
from reader import claims, values


def test_places_in_general_issue_nothing_in_particular() -> None:
    """各地陆续出台…政策 is a trend without an issuance."""
    text = "近年来,全国各地陆续出台激励干部的政策。"
    (trend,) = claims(text, "trend")
    assert values(trend, "agent") == ["全国各地"]
    assert claims(text, "issuance") == []


@pytest.mark.parametrize("text", ["干部受处分的事例屡见报端。", "吃拿卡要的现象时有发生。"])
def test_many_instances_are_a_trend(text: str) -> None:
    """…屡见报端 tells no instance."""
    assert len(claims(text, "trend")) == 1


def test_a_named_body_is_no_trend() -> None:
    """A body that issues a document by title is told as an act."""
    assert claims("湘阴县政府印发《督查工作办法》。", "trend") == []
