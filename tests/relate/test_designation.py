"""Posts: who holds which, where, and whether still."""

from __future__ import annotations

import pytest
from reader import claims, values

Post = tuple[object, object, object, bool]


def posts(text: str) -> list[Post]:
    """Person, title, body, former."""
    return [
        (*(next(iter(values(c, r)), None) for r in ("person", "title", "agency")), True in c.all("former"))  # type: ignore[misc]
        for c in claims(text, "post")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("怀宁县水利局局长赵试样开会。", [("赵试样", "局长", "怀宁县水利局", False)]),
        ("怀宁县水利局原局长赵试样开会。", [("赵试样", "局长", "怀宁县水利局", True)]),
        ("时任怀宁县水利局局长赵试样开会。", [("赵试样", "局长", "怀宁县水利局", True)]),
        (
            "怀宁县水利局党组书记、局长赵试样开会。",
            [("赵试样", "党组书记", "怀宁县水利局", False), ("赵试样", "局长", "怀宁县水利局", False)],
        ),
        (
            "望江县住建局住房保障办公室原主任赵试样开会。",
            [("赵试样", "主任", "望江县住建局住房保障办公室", True)],
        ),
        ("怀宁县县长赵试样开会。", [("赵试样", "县长", "怀宁县政府", False)]),
        ("怀宁县委书记赵试样开会。", [("赵试样", "书记", "怀宁县委", False)]),
        (
            "怀宁县委常委、副县长赵试样开会。",
            [("赵试样", "常委", "怀宁县委", False), ("赵试样", "副县长", "怀宁县政府", False)],
        ),
        (
            "怀宁县副县长赵试样、钱样本开会。",
            [("赵试样", "副县长", "怀宁县政府", False), ("钱样本", "副县长", "怀宁县政府", False)],
        ),
        (
            "怀宁县水利局局长赵试样、副局长钱样本开会。",
            [("赵试样", "局长", "怀宁县水利局", False), ("钱样本", "副局长", "怀宁县水利局", False)],
        ),
        (
            "赵某曾任怀宁县水利局局长、怀宁县教育局局长。",
            [("赵某", "局长", "怀宁县水利局", True), ("赵某", "局长", "怀宁县教育局", True)],
        ),
        ("怀宁县教育局党委书记赵试样开会。", [("赵试样", "党委书记", "怀宁县教育局", False)]),
    ],
)
def test_posts(text: str, expected: list[Post]) -> None:
    """Bodies set the scene, titles queue up, the person takes them."""
    assert posts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "怀宁县水利局局长主持会议。",
        "怀宁县水利局有关负责人介绍情况。",
        "怀宁县委召开会议,赵某参加。",
        "要选好配强村党支部书记。",
    ],
)
def test_a_title_without_a_person_is_no_post(text: str) -> None:
    """An unnamed holder, or a person without a title, makes no claim."""
    assert posts(text) == []


def test_a_line_of_a_career_is_of_the_one_spoken_of() -> None:
    """A period and a designation without a name: a post of the person before, past where it ends."""
    text = "赵某,男,汉族。\n2015.03—2018.06 怀宁县水利局副局长\n2018.06— 怀宁县水利局局长\n"
    assert posts(text) == [
        ("赵某", "副局长", "怀宁县水利局", True),
        ("赵某", "局长", "怀宁县水利局", False),
    ]
