"""What someone is called."""

from __future__ import annotations

from reader import claims, values


def test_a_person_is_called_a_type() -> None:
    """是“…”的典型 behind what the person did is said of the person."""
    text = "2021年,湘阴县水利局副局长赵试样推诿扯皮,是“甩手掌柜”的典型。"
    (called,) = claims(text, "characterisation")
    assert values(called, "patient") == ["赵试样"]
    assert values(called, "content") == ["“甩手掌柜”的典型"]


def test_a_thing_is_not_a_person() -> None:
    """该问题是…的体现 characterises nobody."""
    assert claims("该问题是形式主义的典型。", "characterisation") == []
