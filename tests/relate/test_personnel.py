"""Appointments and removals."""

from __future__ import annotations

import pytest
from reader import claims, values

Act = tuple[list[object], list[object], list[object], str]


def acts(text: str, kind: str) -> list[Act]:
    """Target, title, body and stance."""
    return [
        (values(c, "target"), values(c, "title"), values(c, "agency"), c.stance) for c in claims(text, kind)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "怀宁县政府决定,任命赵某为怀宁县教育局局长。",
            "appointment",
            [(["赵某"], ["局长"], ["怀宁县教育局"], "asserted")],
        ),
        (
            "怀宁县政府决定,免去赵某的怀宁县教育局局长职务。",
            "removal",
            [(["赵某"], ["局长"], ["怀宁县教育局"], "asserted")],
        ),
        (
            "任命赵某为怀宁县教育局局长,钱某为怀宁县水利局局长。",
            "appointment",
            [
                (["赵某"], ["局长"], ["怀宁县教育局"], "asserted"),
                (["钱某"], ["局长"], ["怀宁县水利局"], "asserted"),
            ],
        ),
        (
            "赵某,现任怀宁县水利局副局长,拟任怀宁县水利局局长。",
            "appointment",
            [(["赵某"], ["局长"], ["怀宁县水利局"], "planned")],
        ),
    ],
)
def test_acts(text: str, kind: str, expected: list[Act]) -> None:
    """任命…为…, 免去…职务, two by one verb, a plan."""
    assert acts(text, kind) == expected


def test_who_decided() -> None:
    """The body named before the verb is the agent."""
    (claim,) = claims("安庆市人大常委会决定任命赵某为安庆市副市长。", "appointment")
    assert values(claim, "agent") == ["安庆市人大常委会"]


@pytest.mark.parametrize(
    "text",
    [
        "要任命赵某为怀宁县教育局局长。",
        "要任命政治过硬的干部。",
        "公司任命制度正在改革。",
        "赵某负责任免工作。",
    ],
)
def test_talk_of_posts_is_no_act(text: str) -> None:
    """A demand, a system and a duty appoint nobody."""
    assert acts(text, "appointment") + acts(text, "removal") == []
