"""Which full names may stand behind a masked one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.masks import masked, may_be


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("赵某", "赵试样", True),
        ("赵某", "赵试", True),
        ("赵某", "赵某某", True),
        ("赵某某", "赵试样", True),
        ("赵某某", "赵试", False),
        ("赵×样", "赵试样", True),
        ("赵×样", "赵试例", False),
        ("赵某某", "钱试样", False),
        ("赵试样", "赵试例", False),
        ("某某", "赵试", False),
    ],
)
def test_characters_told_by_both_agree(one: str, other: str, fits: bool) -> None:  # noqa: FBT001 (a table)
    """The surname, the length and every character left in."""
    assert may_be(one, other) is fits


@given(*[st.text("赵钱试样某×", min_size=2, max_size=3)] * 2)
def test_order_does_not_matter(one: str, other: str) -> None:
    """If one may be the other, the other may be the one, wherever both have a surname."""
    if not (masked(one[0]) or masked(other[0])):
        assert may_be(one, other) == may_be(other, one)
