"""Who does what to whom."""

from __future__ import annotations

import pytest
from reader import claims, values

LEAD = "怀宁县水利局局长赵试样"


def who(text: str, kind: str = "sanction") -> list[tuple[list[object], list[object]]]:
    """Agents and targets."""
    return [(values(c, "agent"), values(c, "target")) for c in claims(text, kind)]


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        (f"怀宁县纪委对{LEAD}予以诫勉。", ["怀宁县纪委"], ["赵试样"]),
        (f"怀宁县纪委给予{LEAD}诫勉处理。", ["怀宁县纪委"], ["赵试样"]),
        (f"{LEAD}被怀宁县纪委给予诫勉处理。", ["怀宁县纪委"], ["赵试样"]),
        (f"{LEAD}由怀宁县纪委给予诫勉处理。", ["怀宁县纪委"], ["赵试样"]),
        (f"{LEAD}受到诫勉处理。", [], ["赵试样"]),
        ("怀宁县纪委对3名干部予以诫勉。", ["怀宁县纪委"], [3]),
        ("怀宁县纪委对涉嫌违纪的3名干部予以诫勉。", ["怀宁县纪委"], [3]),
    ],
)
def test_the_voice_says_who_is_who(text: str, agent: list[object], target: list[object]) -> None:
    """Marked object, given object, marked agent, passive, counted party with an attribute."""
    assert who(text) == [(agent, target)]


@pytest.mark.parametrize(
    ("second", "target"),
    [
        ("2023年3月,其受到诫勉处理。", ["赵试样"]),
        ("2023年3月,怀宁县纪委给予其诫勉处理。", ["赵试样"]),
        ("2023年3月,受到诫勉处理。", ["赵试样"]),
    ],
)
def test_a_pronoun_or_nothing_is_who_was_spoken_of(second: str, target: list[object]) -> None:
    """其, and a sentence without a subject."""
    assert [t for _, t in who(f"{LEAD}推诿扯皮。{second}")] == [target]


def test_two_persons_are_the_last_two() -> None:
    """两人 takes the last two names, in order."""
    text = "怀宁县副县长周示例讲话。怀宁县水利局局长赵试样、副局长钱样本推诿扯皮。两人受到诫勉处理。"
    assert [t for _, t in who(text)] == [["赵试样", "钱样本"]]


def test_two_persons_where_only_one_is_named_are_nobody() -> None:
    """A count that the names do not reach takes none of them."""
    assert [t for _, t in who(f"{LEAD}推诿扯皮。三人受到诫勉处理。") if t == ["赵试样"]] == []


def test_the_body_that_announces_did_not_decide() -> None:
    """通报 by one organ does not make it the agent of a sanction received."""
    (found,) = who(f"怀宁县纪委通报1起典型案例。{LEAD}受到诫勉处理。")
    assert found == ([], ["赵试样"])
