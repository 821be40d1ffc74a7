"""Titles of documents, in marks and without."""

from __future__ import annotations

import pytest
from atoms import atoms, named


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("怀宁县委印发《关于改进作风的意见》。", ["关于改进作风的意见"]),
        ("怀宁县委印发《谈话办法(试行)》。", ["谈话办法(试行)"]),
        ("怀宁县委印发《关于学习〈甲条例〉的通知》。", ["关于学习〈甲条例〉的通知"]),
        ("怀宁县委印发《甲办法》《乙办法》。", ["甲办法", "乙办法"]),
        ("怀宁县委印发关于改进作风的意见。", ["关于改进作风的意见"]),
        ("怀宁县委印发了关于改进作风的通知。", ["关于改进作风的通知"]),
    ],
)
def test_titles(text: str, titles: list[str]) -> None:
    """A title ends in a genre; behind a verb of issuing it needs no marks."""
    assert [str(t).translate({65288: "(", 65289: ")"}) for t in named(text, "document")] == titles


@pytest.mark.parametrize(
    "text",
    ["他读《水浒传》。", "据《安徽日报》报道。", "大家对此没有意见。", "印发相关通知。", "收到群众的通知。"],
)
def test_books_media_and_bare_genres_are_no_documents(text: str) -> None:
    """No genre in the title, a medium, or a genre without words before it."""
    assert named(text, "document") == []


def test_a_genre_alone_in_marks_is_a_short_name() -> None:
    """《意见》 is short."""
    (title,) = atoms("《意见》要求开会。", "document")
    assert title.value.short


def test_the_genre_is_the_longest_that_fits() -> None:
    """实施意见 before 意见, notes of the version aside."""
    assert atoms("怀宁县委印发《关于改进作风的实施意见(试行)》。", "document")[0].value.genre == "实施意见"
