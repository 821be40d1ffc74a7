"""The same fact told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Time
from kg.relate.claim import Claim, Filler
from kg.relate.same import former, joined, once, same
from kg.values import MeasureValue, PersonValue

PERSON = Filler("target", PersonValue("赵试样"))
MEASURE = Filler("measure", MeasureValue("party-sanction", "warning", "党内警告"))
CLAIM = Claim("sanction", (PERSON, MEASURE), 0, 5, "r")
FEB, MARCH = Time("2023-02"), Time("2023-03")
POST = Claim("post", (Filler("person", PersonValue("赵试样")), Filler("title", "局长")), 0, 5, "r")
REMOVAL = Claim("removal", (PERSON, Filler("title", "局长")), 9, 15, "r")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (CLAIM, True),
        (replace(CLAIM, time=FEB), True),
        (replace(CLAIM, fillers=(*CLAIM.fillers, Filler("agent", "甲县纪委"))), True),
        (replace(CLAIM, stance="planned"), False),
        (replace(CLAIM, type="judicial"), False),
        (replace(CLAIM, fillers=(Filler("target", PersonValue("钱样本")), MEASURE)), False),
    ],
)
def test_same(other: Claim, expected: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Type, stance and the roles that make it a fact must agree; the rest may be left out."""
    assert same(CLAIM, other) is expected
    assert same(other, CLAIM) is expected


def test_dates_and_agents_that_clash_make_two_facts() -> None:
    """February is not March, and one agent not another."""
    assert not same(replace(CLAIM, time=FEB), replace(CLAIM, time=MARCH))
    one, two = (
        replace(CLAIM, fillers=(*CLAIM.fillers, Filler("agent", a))) for a in ("甲县纪委", "乙县纪委")
    )
    assert not same(one, two)


def test_joined_keeps_the_first_and_adds_what_it_lacks() -> None:
    """Date and agent of the second complete the first."""
    full = replace(CLAIM, fillers=(*CLAIM.fillers, Filler("agent", "甲县纪委")), time=FEB)
    both = joined(CLAIM, full)
    assert (both.all("agent"), both.time) == (full.all("agent"), FEB)


def test_once() -> None:
    """Twice told is once; the order of first telling stays."""
    other = replace(CLAIM, fillers=(Filler("target", PersonValue("钱样本")), MEASURE))
    assert once([CLAIM, other, CLAIM]) == [CLAIM, other]


def test_a_post_lost_is_former() -> None:
    """An asserted removal makes the post of the same title past; a planned one does not."""
    assert [c.all("former") for c in once([POST, REMOVAL]) if c.type == "post"] == [
        former(POST).all("former")
    ]
    planned = replace(REMOVAL, stance="planned")
    assert [list(c.all("former")) for c in once([POST, planned]) if c.type == "post"] == [[]]
