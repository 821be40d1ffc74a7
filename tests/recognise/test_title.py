"""Titles of posts with their ranks."""

from __future__ import annotations

import pytest
from atoms import atoms, words


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("怀宁县副县长赵试样讲话。", ["副县长"]),
        ("怀宁县常务副县长赵试样讲话。", ["常务副县长"]),
        ("怀宁县委副书记、县长赵试样讲话。", ["副书记", "县长"]),
        ("安庆市人大常委会主任赵试样讲话。", ["主任"]),
        ("怀宁县水利局党组书记、局长赵试样讲话。", ["党组书记", "局长"]),
        ("怀宁县教育局代局长赵试样讲话。", ["代局长"]),
        ("怀宁县水利局临时站长赵试样讲话。", ["临时站长"]),
    ],
)
def test_ranks_belong_to_the_title(text: str, titles: list[str]) -> None:
    """副, 常务 and 代 are part of the title they stand before."""
    assert words(text, "title") == titles


def test_a_title_knows_what_it_is_a_post_of() -> None:
    """县长 is of a government, 局长 of a unit."""
    assert atoms("怀宁县县长赵试样讲话。", "title")[0].value.kind == "gov"
    assert atoms("怀宁县水利局局长赵试样讲话。", "title")[0].value.kind == "unit"


@pytest.mark.parametrize("text", ["会议时间很长。", "常务工作很多。", "他的性格主要是开朗。"])
def test_words_that_are_no_titles(text: str) -> None:
    """A rank or an ending alone is no title."""
    assert words(text, "title") == []
