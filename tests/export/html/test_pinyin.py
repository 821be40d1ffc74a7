"""Readings of characters."""

from __future__ import annotations

from kg.export.html.pinyin import readings


def test_every_reading_is_kept() -> None:
    """A surname with a reading of its own is found by both."""
    found = readings(["单某", "重庆"])
    assert {"dan", "shan"} <= set(found["单"].split())
    assert {"zhong", "chong"} <= set(found["重"].split())


def test_only_han_characters_are_read() -> None:
    """Letters, digits and signs have no entry."""
    assert readings(["A1 《", "", "ü"]) == {}
