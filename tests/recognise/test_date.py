"""Dates as written."""

from __future__ import annotations

import pytest
from atoms import atoms, words
from built import resources

from kg.recognise.date import read_number


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2023年4月28日,开会。", ["2023年4月28日"]),
        ("二〇二三年四月,开会。", ["二〇二三年四月"]),
        ("2023年上半年,开会。", ["2023年上半年"]),
        ("去年11月,开会。", ["去年11月"]),
        ("同年5月,开会。", ["同年5月"]),
        ("次年1月,开会。", ["次年1月"]),
        ("2020年至2022年,开会。", ["2020年至2022年"]),
        ("2021年3月至8月,开会。", ["2021年3月至8月"]),
        ("2022年以来,开会。", ["2022年以来"]),
        ("截至2022年底,开会。", ["截至2022年底"]),
        ("近日,开会。", ["近日"]),
        ("2018年2月,开会;3月,又开会。", ["2018年2月", "3月"]),
    ],
)
def test_expressions_are_one_atom(text: str, written: list[str]) -> None:
    """Years, months, days, relative ones, periods and open periods."""
    assert words(text, "date") == written


@pytest.mark.parametrize(
    "text", ["第3次会议召开。", "3名干部参加。", "一人受伤。", "第十条规定。", "2023家企业参加。"]
)
def test_numbers_are_no_dates(text: str) -> None:
    """An ordinal, a count and a numbered article hold no date."""
    assert words(text, "date") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2023年4月28日,开会。", (2023, 4, 28)),
        ("二〇二三年四月,开会。", (2023, 4, None)),
        ("４月２日,开会。", (None, 4, 2)),
    ],
)
def test_numbers_of_a_date(text: str, numbers: tuple[int | None, ...]) -> None:
    """Digits of any width and Chinese numerals are the same numbers."""
    (date,) = atoms(text, "date")
    assert (date.value.begin.year, date.value.begin.month, date.value.begin.day) == numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二〇二三", 2023),
        ("三千二百", 3200),
        ("两万", 20000),
        ("一百零五", 105),
    ],
)
def test_read_number(text: str, number: int) -> None:
    """Positional numerals and numerals with units."""
    assert read_number(text, resources().lexicon) == number
