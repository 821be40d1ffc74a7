"""Dates of the graph."""

from __future__ import annotations

from built import resources
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.when import closed, dated, inside, meet, width
from kg.model import Time

VOCABULARY = resources().vocabulary
YEAR = Time("2023", "2023年", "explicit", "2023-01-01", "2023-12-31")
MONTH = Time("2023-02", "2023年2月", "explicit", "2023-02-01", "2023-02-28")
DAYS = st.dates().map(str)


def test_open_period_ends_about_the_month_of_publication() -> None:
    """Nobody can tell what lasts beyond the text."""
    since = Time("2022/..", "2022年以来", "explicit", "2022-01-01", "2023-05-09")
    assert closed(since, "2023-05-09", VOCABULARY).edtf == "2022/2023-05~"
    assert closed(since, "", VOCABULARY).edtf == "2022/.."


def test_basis_is_of_the_scheme_or_none() -> None:
    """No date points to a term that no table holds."""
    assert closed(Time(text="曾", basis="unknown"), "", VOCABULARY).basis == ""


def test_date_words_outside_the_claim_are_carried_over() -> None:
    """A date read from another sentence is inherited and says so."""
    assert dated(MONTH, "赵试样受到处分", VOCABULARY).basis == "inherited"
    assert dated(MONTH, "2023年2月,赵试样受到处分", VOCABULARY) == MONTH


def test_exact_dates_come_first() -> None:
    """A month before a year before no date."""
    assert sorted([Time(), YEAR, MONTH], key=width) == [MONTH, YEAR, Time()]
    assert inside(MONTH, YEAR)
    assert not inside(YEAR, MONTH)


@given(DAYS, DAYS, DAYS, DAYS)
def test_meeting_is_mutual(a: str, b: str, c: str, d: str) -> None:
    """If one date may share a day with another, the other may with it."""
    one, other = Time("x", "", "", min(a, b), max(a, b)), Time("y", "", "", min(c, d), max(c, d))
    assert meet(one, other) == meet(other, one)
    assert meet(one, Time())
