"""Documents issued, revised, adopted, repealed."""

from __future__ import annotations

import pytest
from reader import claims, values

TITLE = "《怀宁县作风建设办法》"
Act = tuple[list[object], list[object], str]


def acts(text: str) -> list[Act]:
    """Agents, actions, stance."""
    return [(values(c, "agent"), values(c, "action"), c.stance) for c in claims(text, "issuance")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"怀宁县委印发{TITLE}。", (["怀宁县委"], ["issue"], "asserted")),
        (f"怀宁县委制定了{TITLE}。", (["怀宁县委"], ["issue"], "asserted")),
        (f"怀宁县委修订{TITLE}。", (["怀宁县委"], ["revise"], "asserted")),
        (f"怀宁县委废止{TITLE}。", (["怀宁县委"], ["repeal"], "asserted")),
        (f"{TITLE}经怀宁县人大常委会审议通过。", (["怀宁县人大常委会"], ["adopt"], "asserted")),
        (f"怀宁县委拟印发{TITLE}。", (["怀宁县委"], ["issue"], "planned")),
    ],
)
def test_acts(text: str, expected: Act) -> None:
    """Verb before or behind the title; a plan says so."""
    assert acts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"根据{TITLE},怀宁县委开会。",
        f"怀宁县委学习{TITLE}。",
        f"{TITLE}规定,干部要守纪。",
        f"怀宁县委贯彻落实{TITLE}。",
        f"怀宁县委印发后学习{TITLE}。",
        f"怀宁县委制定方案落实{TITLE}。",
    ],
)
def test_a_title_alone_is_no_act(text: str) -> None:
    """Cited, studied, quoted or carried out: not issued."""
    assert acts(text) == []


def test_titles_of_one_list_are_one_act() -> None:
    """Two titles behind one verb."""
    (claim,) = claims("怀宁县委印发《怀宁县容错办法》《怀宁县澄清办法》。", "issuance")
    assert values(claim, "document") == ["怀宁县容错办法", "怀宁县澄清办法"]
