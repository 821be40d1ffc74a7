"""Personal data is found, blanked, and nothing else is touched."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.fold import fold
from kg.private import BLANK, find, mask, possible


@pytest.mark.parametrize(
    "data",
    [
        "zhao.shi@example.org",
        "855 729 8@example.com",
        "ｚｈａｏ＠ｅｘａｍｐｌｅ．ｃｏｍ",
        "13800138000",
        "138-0013-8000",
        "010-66668888",
        "0556-5555555",
        "34082719900101123X",
        "340827********1234",
    ],
)
def test_is_blanked(data: str) -> None:
    """An address or a number is replaced character for character."""
    assert mask(f"联系:{data}。") == f"联系:{BLANK * len(data)}。"


@pytest.mark.parametrize(
    "text", ["2023年2月", "处分61万人", "〔2023〕15号", "共12345678901234件", "@甲县纪委"]
)
def test_is_left(text: str) -> None:
    """Dates, counts, document numbers and account names are no personal data."""
    assert mask(text) == text


@given(st.text(alphabet="a0 @.-甲1*x"))
def test_keeps_the_length(text: str) -> None:
    """Masking never moves an offset, and the ranges are in order and apart."""
    assert len(mask(text)) == len(text)
    ranges = find(text)
    assert all(a < b for a, b in ranges)
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))


@pytest.mark.parametrize("part", ["a ", "a@", "1", "1-", "a.", "@ .", "3*"])
def test_time_grows_with_the_length_only(part: str) -> None:
    """Texts made to drive a pattern mad are done in a blink."""
    start = time.perf_counter()
    find(part * 100_000)
    assert time.perf_counter() - start < 2


@given(st.text(alphabet="01358 @.-甲a*xX１＠", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_where_none_is_possible_none_is_found(text: str, start: int, end: int) -> None:
    """The quick look never misses: no part of a text that it clears has anything to blank."""
    if not possible(fold(text)):
        assert not find(text[start:end])
