"""Expressions -> EDTF with bounds and basis."""

from __future__ import annotations

from datetime import date

import pytest
from atoms import atoms
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Time
from kg.normalise.date import DateResolver, Partial, parse_partial


def resolved(text: str, published: str = "2023-05-09") -> list[Time]:
    """Every date of a text, in reading order."""
    resolver = DateResolver(published)
    return [resolver.resolve(a.value, a.text) for a in atoms(text, "date")]


@pytest.mark.parametrize(
    ("words", "edtf", "basis"),
    [
        ("2023年4月28日", "2023-04-28", "explicit"),
        ("2023年4月", "2023-04", "explicit"),
        ("2022年", "2022", "explicit"),
        ("二〇二二年十月", "2022-10", "explicit"),
        ("今年4月", "2023-04", "relative"),
        ("去年11月", "2022-11", "relative"),
        ("前年", "2021", "relative"),
        ("4月", "2023-04", "relative"),
        ("12月24日", "2022-12-24", "relative"),
        ("2020年至2022年", "2020/2022", "explicit"),
        ("2021年3月至8月", "2021-03/2021-08", "explicit"),
        ("2022年以来", "2022/..", "explicit"),
        ("去年10月以来", "2022-10/..", "relative"),
        ("2022年上半年", "2022-01/2022-06", "explicit"),
        ("今年一季度", "2023-01/2023-03", "relative"),
        ("近日", "2023-05-09~", "relative"),
        ("日前", "2023-05-09~", "relative"),
    ],
)
def test_one_expression(words: str, edtf: str, basis: str) -> None:
    """Against a text of 9 May 2023; precision is kept, an approximate date says so."""
    (time,) = resolved(f"{words},怀宁县委开会。")
    assert (time.edtf, time.basis, time.text) == (edtf, basis, words)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021年3月,开会。同年7月,又开会。", ["2021-03", "2021-07"]),
        ("2021年12月,开会。次年2月,又开会。", ["2021-12", "2022-02"]),
        ("2021年3月5日,开会。次日,又开会。", ["2021-03-05", "2021-03-06"]),
        ("2021年3月5日,开会。当天,又开会。", ["2021-03-05", "2021-03-05"]),
    ],
)
def test_what_hangs_on_the_date_before(text: str, edtf: list[str]) -> None:
    """Same year, next year, next day, same day."""
    assert [t.edtf for t in resolved(text)] == edtf


@pytest.mark.parametrize("words", ["今年4月", "去年", "4月", "近日", "12月24日"])
def test_without_a_date_of_publication_nothing_is_invented(words: str) -> None:
    """A relative date that hangs on nothing has its words only."""
    (time,) = resolved(f"{words},怀宁县委开会。", "")
    assert (time.edtf, time.basis, time.text) == ("", "unknown", words)


@pytest.mark.parametrize(
    ("words", "published", "edtf"),
    [("近日", "2023-05", "2023-05~"), ("今年4月", "2023", "2023-04"), ("去年", "2023", "2022")],
)
def test_a_partial_date_of_publication_gives_what_it_can(words: str, published: str, edtf: str) -> None:
    """A month or a year of publication is enough for some expressions, and never becomes a day."""
    assert [t.edtf for t in resolved(f"{words},怀宁县委开会。", published)] == [edtf]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023年2月", "2023-02-01", "2023-02-28"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2022年", "2022-01-01", "2022-12-31"),
        ("2020年至2022年", "2020-01-01", "2022-12-31"),
        ("2022年以来", "2022-01-01", "2023-05-09"),
        ("近日", "2023-04-09", "2023-05-09"),
    ],
)
def test_bounds(words: str, first: str, last: str) -> None:
    """First and last day that an expression can mean."""
    (time,) = resolved(f"{words},怀宁县委开会。")
    assert (time.not_before, time.not_after) == (first, last)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    """31 February has its words only."""
    (time,) = resolved("2023年2月31日,怀宁县委开会。")
    assert (time.edtf, time.basis) == ("", "unknown")


def test_recently_hangs_on_the_report_it_is_told_in() -> None:
    """After a report's date was made the anchor, 近日 is about that day."""
    resolver = DateResolver("2023-05-09")
    first, second = atoms("2018年5月8日,开会。近日,又开会。", "date")
    resolver.resolve(first.value, first.text)
    resolver.anchor()
    time = resolver.resolve(second.value, second.text)
    assert (time.edtf, time.basis) == ("2018-05-08~", "report")


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from((4, 7, 10)))
def test_parsed_dates_are_written_alike(day: date, size: int) -> None:
    """An ISO date of any precision survives reading and writing."""
    text = str(day)[:size]
    found = parse_partial(text)
    assert found is not None
    assert found.edtf == text
    assert found.first() <= found.last()


@pytest.mark.parametrize("text", ["", "2023-13", "2023-02-30", "gestern", "2023-1-1-1x"])
def test_what_is_no_date(text: str) -> None:
    """Anything else is None, not an error."""
    assert parse_partial(text) is None


def test_a_partial_knows_its_days() -> None:
    """A month has its own last day."""
    assert str(Partial(2023, 4).last()) == "2023-04-30"
