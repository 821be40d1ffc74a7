"""Terms as durations."""

from __future__ import annotations

import pytest
from built import resources

from kg.graph.duration import duration


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("二年", "P2Y"),
        ("12年", "P12Y"),
        ("十年六个月", "P10Y6M"),
        ("一年", "P1Y"),
        ("十五日", "P15D"),
        ("二十二年", "P22Y"),
        ("若干", ""),
    ],
)
def test_terms(words: str, iso: str) -> None:
    """Years, months and days in digits or characters."""
    assert duration(words, resources().lexicon) == iso
