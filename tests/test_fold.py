"""Folding: same length, idempotent, one spelling for one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fold import fold


@given(st.text())
def test_keeps_the_length_and_is_idempotent(text: str) -> None:
    """Whatever the text, folding keeps every offset and folding again changes nothing."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("据报道,今日;(甲)", "据报道，今日；（甲）"),
        ("２０２３年Ａ", "2023年A"),
        ("艾力•木", "艾力·木"),
        ("開除黨籍、處分", "开除党籍、处分"),
        ("「問責」", "“问责”"),
        ("甲\u3000乙", "甲 乙"),
    ],
)
def test_one_spelling(written: str, folded: str) -> None:
    """Half-width, full-width and traditional forms become the form the rules are written in."""
    assert fold(written) == folded


def test_a_county_keeps_its_character() -> None:
    """乾 of 乾县 is not taken for the traditional 干."""
    assert fold("乾县") == "乾县"
