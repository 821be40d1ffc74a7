"""Measures as written, with their vocabulary and length."""

from __future__ import annotations

import pytest
from atoms import atoms


def measures(text: str) -> list[tuple[str, str]]:
    """Vocabulary and name of every measure."""
    return [(a.value.scheme, a.value.name) for a in atoms(text, "measure")]


@pytest.mark.parametrize(
    ("words", "scheme", "name"),
    [
        ("党内警告", "party-sanction", "党内警告"),
        ("党内严重警告", "party-sanction", "党内严重警告"),
        ("开除党籍", "party-sanction", "开除党籍"),
        ("政务记过", "gov-sanction", "政务记过"),
        ("政务撤职", "gov-sanction", "政务撤职"),
        ("诫勉谈话", "org-measure", "诫勉"),
        ("行政拘留", "accuser-measure", "行政拘留"),
        ("记过", "sanction", "记过"),
    ],
)
def test_spellings(words: str, scheme: str, name: str) -> None:
    """Each spelling is the term of its vocabulary; a bare one has no order."""
    assert (scheme, name) in measures(f"赵试样受到{words}处分。")


def test_a_word_for_two() -> None:
    """双开 is two measures; 党纪政务处分 too."""
    assert [n for _, n in measures("赵试样被双开。")] == ["开除党籍", "开除公职"]
    assert [n for _, n in measures("给予赵试样党纪政务处分。")] == ["党纪处分", "政务处分"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("判处有期徒刑十二年", "12年"),
        ("判处有期徒刑3年", "3年"),
        ("判处有期徒刑三年六个月", "3年6个月"),
        ("判处有期徒刑一年,缓刑二年", "1年"),
    ],
)
def test_the_term_stands_behind_the_measure(text: str, term: str) -> None:
    """Chinese numerals and digits become one length."""
    assert atoms(f"法院{text}。", "measure")[0].value.term == term


def test_methods_are_no_measures() -> None:
    """会议澄清 is a way of clearing."""
    text = "通过会议澄清的方式为3名干部澄清正名。"
    assert measures(text) == []
    assert [a.value.code for a in atoms(text, "method")] != []


@pytest.mark.parametrize("text", ["天气预警信号发布。", "他警告孩子不要玩火。", "处分财产的权利。"])
def test_nothing_of_the_kind(text: str) -> None:
    """Everyday words make no measure with an order."""
    assert [m for m in measures(text) if m[0] != "sanction"] == []
