"""Who a likely name stands with."""

from __future__ import annotations

import pytest
from atoms import named, staged

from kg.recognise.company import (
    aged,
    counted,
    described,
    followers,
    kin,
    later,
    noted,
    paired,
    rowed,
    signed,
    spaced,
    undergoes,
    undergoing,
)
from kg.recognise.likely import Likely


def likely(text: str, why: str, start: int = 0, size: int = 3) -> Likely:
    """A stretch of a text as a likely name with a surname of one character."""
    line, context = staged(text, "agency")
    return Likely(start, size, 1, why, line, context)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("赵样文、钱样华、孙范明等领导出席会议。", ["赵样文", "钱样华", "孙范明"]),
        ("主持人赵样文,其中钱样华、孙范明同日被判处有期徒刑一年。", ["钱样华", "孙范明"]),
        ("怀宁县水利局局长赵样文 钱样华 孙范明", ["赵样文", "钱样华", "孙范明"]),
        ("镇里请来李样君等3名党员。", ["李样君"]),
        ("56岁的农样长期在怀宁县工作。", ["农样"]),
        ("会议开完了。(赵样文)", ["赵样文"]),
        ("赵样文(怀宁县纪委工作人员):问题早有苗头。", ["赵样文"]),
        ("钱样华今年被判处有期徒刑一年。", ["钱样华"]),
        ("钱样华第一次当选为怀宁县县长。", ["钱样华"]),
    ],
)
def test_neighbours_vouch(text: str, names: list[str]) -> None:
    """A row, a pair under one sentence, blanks, a count, an age, brackets, an adverb before a verb."""
    assert [n for n in named(text, "person") if n in names] == names


def test_a_row_has_three() -> None:
    """Two likely names behind one open a row; dictionary words are none."""
    assert rowed(likely("赵样文、钱样华、孙范明出席会议。", "opener"))
    assert followers(likely("赵样文、钱样华、孙范明出席会议。", "opener")) == ["钱样华", "孙范明"]
    assert not rowed(likely("赵样文、水利、农业出席会议。", "opener"))
    assert not rowed(likely("赵样文、钱样华、孙范明出席会议。", "list"))


def test_two_undergo_the_same() -> None:
    """A date and a passive behind the second of two."""
    text = "赵样文、钱样华2023年1月5日被判处有期徒刑一年。"
    assert paired(likely(text, "opener"))
    line, context = staged(text, "agency")
    assert undergoes(7, line, context)
    assert not undergoes(3, line, context)


def test_blanks_and_brackets() -> None:
    """A name among blanks, one alone in brackets, one whose body and post a bracket tells."""
    assert spaced(likely("赵样文 钱样华", "spaced"))
    assert not spaced(likely("赵样文出席", "spaced"))
    assert signed(likely("(赵样文)", "opener", start=1))
    assert not signed(likely("(赵样文)说", "opener", start=1))
    assert noted(likely("赵样文(怀宁县纪委工作人员):是的。", "opener"))
    assert not noted(likely("赵样文(怀宁县纪委工作人员)说。", "opener"))


def test_counts_kin_age_and_adverbs() -> None:
    """甲某某等3名, 甲某某的妻子, 56岁的甲某某, 甲某某今年被."""
    assert counted(likely("赵样文等3名党员", "inside"))
    assert not counted(likely("赵样文等单位", "inside"))
    assert kin(likely("赵样文的妻子", "inside"))
    assert not kin(likely("赵样文的单位", "inside"))
    assert aged(likely("56岁的赵样文", "inside", start=4))
    assert not aged(likely("单位的赵样文", "inside", start=3))
    assert later(likely("赵样文今年被判处有期徒刑一年。", "opener"))
    assert not later(likely("赵样文今年很好。", "opener"))


def test_a_post_noted_in_brackets() -> None:
    """The bracket opens with a post of a body; any other note vouches for nobody."""
    assert described(likely("赵样文(怀宁县水利局局长,2015年任职)", "inside"))
    assert not described(likely("赵样文(怀宁县水利局下属)", "inside"))


def test_what_befalls_a_place_s_people() -> None:
    """A division right before the name, a cause or a passive behind it."""
    assert undergoing(likely("怀宁县赵样文因工作不力被免职", "inside", 3))
    assert not undergoing(likely("怀宁县赵样文的工作", "inside", 3))
    assert not undergoing(likely("干部赵样文因工作不力被免职", "inside", 2))
