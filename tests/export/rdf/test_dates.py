"""Dates in RDF: one value for people, four bounds for machines."""

import pytest

from kg.export.rdf.dates import bounds, days
from kg.model import Time


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("2020", ("2020-01-01", "2020-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-05~", ("2023-05-01", "2023-05-31")),
        ("2023-05-08?", ("2023-05-08", "2023-05-08")),
        ("..", ("", "")),
        ("", ("", "")),
    ],
)
def test_days_of_a_part(part: str, expected: tuple[str, str]) -> None:
    """A year, month or day has a first and a last day; an open end has none."""
    assert days(part) == expected


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (Time("2023-04", "", "", "2023-04-01", "2023-04-30"), ("2023-04-01", "2023-04-30") * 2),
        (
            Time("2020/2022", "", "", "2020-01-01", "2022-12-31"),
            ("2020-01-01", "2020-12-31", "2022-01-01", "2022-12-31"),
        ),
        (Time("2022/..", "", "", "2022-01-01", ""), ("2022-01-01", "2022-12-31", "", "")),
        (Time(), ("", "", "", "")),
    ],
)
def test_four_bounds(time: Time, expected: tuple[str, str, str, str]) -> None:
    """A single date has its bounds twice, a period has inner bounds, an open end has none."""
    assert bounds(time) == expected
