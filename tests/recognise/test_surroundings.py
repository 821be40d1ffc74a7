"""What stands behind a likely name."""

from __future__ import annotations

import pytest
from atoms import staged

from kg.recognise.line import Context
from kg.recognise.surroundings import (
    OFTEN,
    acted_on,
    followed,
    mark,
    named_so,
    posted,
    presented,
    rate,
    rated,
    sets_apart,
    strong_follow,
    surname_at,
)


def context_of(text: str) -> Context:
    """The context of a text."""
    return staged(text, "")[1]


def test_a_rare_character_needs_a_usual_one_beside_it() -> None:
    """One of two given characters may be rare, a lone one may not."""
    context = context_of("。")
    rare = next(c for c, r in sorted(context.lexicon.given_rates.items()) if 0 < r < 1)
    assert rated("文" + rare, context)
    assert not rated(rare, context)


def test_words_that_names_may_hold_count_as_usual() -> None:
    """之 is rated as often as the usual, whatever the tables say."""
    assert rate("之", context_of("。")) >= OFTEN


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("赵样文,怀宁县水利局局长,给予党内警告处分。", True),
        ("赵样文,怀宁县人。", False),
        ("赵样文参加会议,怀宁县水利局局长主持。", False),
    ],
)
def test_a_comma_sets_a_name_apart_from_its_posts(text: str, *, apart: bool) -> None:
    """The name, a comma and a body with a title; without a title or the comma it is not set apart."""
    line, _ = staged(text, "agency")
    assert sets_apart(0, 3, line) is apart


@pytest.mark.parametrize(
    ("text", "found"),
    [("赵样文的怀宁县水利局局长职务", True), ("赵样文怀宁县水利局局长职务", True), ("赵样文职务", False)],
)
def test_a_post_follows_a_person_of_an_act(text: str, *, found: bool) -> None:
    """With 的 or without; a word for office alone is no post."""
    line, context = staged(text, "agency")
    assert posted(3, line, context) is found


def test_a_biography_goes_on_behind_its_name() -> None:
    """The sex or the post held now presents a person, a verb does not."""
    assert presented(3, context_of("赵样文,男,汉族。"))
    assert presented(3, context_of("赵样文,现任怀宁县水利局局长。"))
    assert not presented(3, context_of("赵样文,参加会议。"))


def test_an_act_follows() -> None:
    """Behind an act's preposition its trigger; in a list that opens a clause what falls on each."""
    assert acted_on(3, "act", context_of("赵样文立案调查。"))
    assert not acted_on(3, "act", context_of("赵样文的家。"))
    assert acted_on(3, "opener", context_of("赵样文、钱样华被处分。"))
    assert not acted_on(3, "opener", context_of("赵样文、钱样华的家。"))


def test_marks_and_the_end_follow_a_name() -> None:
    """A mark or nothing is a mark, a word is none."""
    assert [mark(behind) for behind in ("", "，某县", "）", "某县")] == [True, True, True, False]


def test_words_behind_a_name_by_strength() -> None:
    """Persons disclose and are comrades; a mark is enough for a weak place only."""
    context = context_of("。")
    assert followed("，", context)
    assert not strong_follow("，", context)
    assert named_so("同志任", context)
    assert strong_follow("同志任", context)
    assert not followed("家里人多", context)


def test_a_surname_at_an_offset() -> None:
    """Double ones first, none past the end."""
    context = context_of("。")
    assert [surname_at("欧阳赵的", at, context) for at in (0, 2, 3, 4)] == ["欧阳", "赵", "", ""]
