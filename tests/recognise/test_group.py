"""Counted parties."""

from __future__ import annotations

import pytest
from atoms import atoms


@pytest.mark.parametrize(
    ("text", "count", "unit", "noun"),
    [
        ("处理32名党员干部。", 32, "person", "党员干部"),
        ("处理三名干部。", 3, "person", "干部"),
        ("处理1.2万名干部。", 12000, "person", "干部"),
        ("处理干部776人。", 776, "person", "干部"),
        ("处理1204人。", 1204, "person", "人"),
        ("问责2个党组织。", 2, "organisation", "党组织"),
        ("通报5起典型案例。", 5, "case", "典型案例"),
        ("通报五起典型案例。", 5, "case", "典型案例"),
        ("处理12名受到不实举报的干部。", 12, "person", "干部"),
        ("处理３名干部。", 3, "person", "干部"),
    ],
)
def test_counts(text: str, count: int, unit: str, noun: str) -> None:
    """Number, classifier and the noun, wherever the noun stands."""
    (found,) = atoms(text, "group")
    assert (found.value.count, found.value.unit, found.value.noun) == (count, unit, noun)


def test_a_count_may_close_a_list() -> None:
    """赵某等5人 counts the named one too."""
    (found,) = atoms("赵某等5人受到党内警告处分。", "group")
    assert found.value.rest_of


@pytest.mark.parametrize(
    "text",
    ["增长3.5%。", "第3次会议。", "投入5亿元。", "多名干部受到处理。", "一批干部受到处理。", "走了10公里。"],
)
def test_no_count_no_group(text: str) -> None:
    """Amounts, ordinals and vague numbers are no counted party."""
    assert atoms(text, "group") == []
