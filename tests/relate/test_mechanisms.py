"""Mechanisms are found by name, by what a verb builds, and in quotation marks."""

from __future__ import annotations

from reader import claims, values

SAID = "湘阴县委要求,"


def found(words: str) -> list[object]:
    """The mechanisms of the demands of a text."""
    return [m for c in claims(SAID + words, "requirement") for m in values(c, "mechanism")]


def test_spellings_of_one_mechanism_have_one_label() -> None:
    """容错纠错 and 容错纠错机制 are one."""
    assert found("推进精准容错纠错。") == found("完善容错纠错机制。") == ["容错纠错机制"]


def test_a_built_name_is_a_mechanism_nobody_listed() -> None:
    """A verb of building and a head (机制, 清单) make a name, an attribute before 的 left out."""
    assert found("健全干群连心走访机制。") == ["干群连心走访机制"]
    assert found("建立覆盖全县的村务提醒清单。") == ["村务提醒清单"]


def test_a_list_of_names_is_several_mechanisms() -> None:
    """Two names with a head each are two, one head for both is one."""
    assert found("完善村务公示制度和干群走访机制。") == ["村务公示制度", "干群走访机制"]
    assert found("完善奖励和问询机制。") == ["奖励和问询机制"]


def test_a_quoted_name_needs_a_verb_of_building() -> None:
    """打造“…” names a mechanism; conduct in quotation marks is none."""
    assert found("打造“暖心驿站”。") == ["暖心驿站"]
    assert found("整治“庸懒散”。") == []


def test_general_words_are_no_mechanism() -> None:
    """有关制度 names nothing."""
    assert found("完善有关制度。") == []


def test_a_party_described_by_a_mechanism_is_none() -> None:
    """被问责的干部 does not demand accountability."""
    assert found("正确对待被问责的干部。") == []
