"""Villages that only their organ or post tells."""

from __future__ import annotations

import pytest
from atoms import named, staged
from built import resources

from kg.recognise.line import Context, Line
from kg.recognise.village import LONGEST, bounded, ends, follows, near, own, suffixes, village


def context_of(text: str) -> Context:
    """The context of a text."""
    return staged(text, "")[1]


def first_village(text: str) -> tuple[Line, int]:
    """What the rule makes of the first atom of a text."""
    line, context = staged(text, "")
    return village(line, 0, [], context)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("怀宁县石牌镇周寨村委会主任赵样文开会。", "周寨村"),
        ("怀宁县石牌镇后地村村委会主任赵样文开会。", "后地村"),
        ("怀宁县石牌镇仁村村党支部书记赵样文开会。", "仁村"),
        ("怀宁县石牌镇仁村党支部书记赵样文开会。", "仁村"),
    ],
)
def test_the_organ_says_where_the_name_ends(text: str, name: str) -> None:
    """The ending shared with the organ, written twice, or written once before it."""
    assert named(text, "place")[-1] == name


def test_no_village_without_an_organ_or_a_post() -> None:
    """The same characters before a verb are left as words."""
    assert first_village("后地村开会。")[1] == 0
    line, used = first_village("后地村村委会开会。")
    assert (used, line[0].kind, line[0].value.name) == (1, "place", "后地村")


def test_what_is_written_of_a_shared_ending() -> None:
    """周寨|村委会 is written without its ending; 后地村|村委会 with it."""
    shared, whole = (first_village(t)[0][0].value for t in ("周寨村委会开会。", "后地村村委会开会。"))
    assert (shared.name, shared.written) == ("周寨村", "周寨")
    assert (whole.name, whole.written) == ("后地村", "")


def test_no_village_behind_a_number() -> None:
    """A count of villages names none, a preposition lets one begin."""
    line, context = staged("3后地村村委会开会。", "")
    assert not bounded(line[1], line[:1], context)
    line, context = staged("在后地村村委会开会。", "")
    assert bounded(line[1], line[:1], context)


def test_near_looks_as_far_as_a_name_may_reach() -> None:
    """An ending within the longest name is seen, one behind it is not."""
    assert near(0, context_of("甲" * LONGEST + "村村委会开会。"))
    assert not near(0, context_of("甲" * (LONGEST + 1) + "村村委会开会。"))


def test_levels_and_marks_are_of_no_name() -> None:
    """该, a mark or a level's character cannot be a name's."""
    context = context_of("后地村。")
    assert own("后地", context)
    assert [own(word, context) for word in ("该", "后、", "县")] == [False, False, False]


def test_length_of_the_ending() -> None:
    """Nothing of it is left where the organ begins with it; both where it is written twice."""
    assert ends(2, 2, context_of("周寨村委会开会。")) == (0, "村")
    assert ends(2, 2, context_of("后地村村委会开会。")) == (1, "村")
    assert ends(1, 1, context_of("仁村村党支部书记开会。")) == (2, "村")
    assert ends(2, 2, context_of("后地村开会。")) == (0, "")


def test_an_organ_or_a_title_follows() -> None:
    """A committee and a secretary are a village's; a verb is neither."""
    for text, found in (("村委会开会。", True), ("书记开会。", True), ("开会。", False)):
        assert follows(0, context_of(text)) is found


def test_endings_are_kept_by_their_first_character() -> None:
    """Every ending is found under the character it starts with."""
    found = suffixes(resources().lexicon)
    assert "村" in found["村"]
    assert all(word[0] == first for first, words in found.items() for word in words)
