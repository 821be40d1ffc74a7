"""Bodies: nested, joint, fixed, dispatched, open."""

from __future__ import annotations

import pytest
from atoms import atoms, named, rules


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("怀宁县纪委监委开会。", ["怀宁县纪委监委"]),
        ("安庆市纪委市监委开会。", ["安庆市纪委市监委"]),
        ("望江县住建局住房保障办公室主任赵试样开会。", ["望江县住建局住房保障办公室"]),
        ("怀宁县委开会。", ["怀宁县委"]),
        ("中央纪委国家监委开会。", ["中央纪委国家监委"]),
        ("安徽省高级人民法院开庭。", ["安徽省高级人民法院"]),
        ("怀宁县人民检察院开会。", ["怀宁县人民检察院"]),
        ("安徽省委第三巡视组进驻。", ["安徽省委第三巡视组"]),
        ("安庆师范大学开学。", ["安庆师范大学"]),
        ("怀宁县石牌镇邓林村党支部书记赵试样开会。", ["邓林村党支部"]),
        ("怀宁县教育局、水利局开会。", ["怀宁县教育局", "怀宁县水利局"]),
        ("怀宁县文化和旅游局开会。", ["怀宁县文化和旅游局"]),
    ],
)
def test_bodies_with_their_place(text: str, names: list[str]) -> None:
    """A name grows from its anchor to the last head it can reach."""
    assert named(text, "agency") == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("怀宁县纪委开会。", "DisciplineInspectionCommission"),
        ("怀宁县人民法院开庭。", "Court"),
        ("怀宁县公安局开会。", "PublicSecurityOrgan"),
        ("怀宁县委开会。", "PartyCommittee"),
        ("怀宁县政府开会。", "Government"),
        ("安徽省委第三巡视组进驻。", "InspectionGroup"),
    ],
)
def test_the_last_head_says_the_class(text: str, kind: str) -> None:
    """The class of a body is that of its innermost head."""
    assert [a.value.kind for a in atoms(text, "agency")] == [kind]


def test_a_newspaper_in_marks_is_a_medium() -> None:
    """《安徽日报》 is a body, not a document."""
    (medium,) = atoms("据《安徽日报》报道,会议已经召开。", "agency")
    assert medium.value.kind == "MediaOrganization"


def test_the_rules_say_how_a_body_was_found() -> None:
    """A fixed name and a name after a division have rules of their own."""
    assert rules("国务院开会。", "agency") == ["recognise.agency.fixed"]
    assert rules("怀宁县教育局开会。", "agency") == ["recognise.agency.anchored"]


@pytest.mark.parametrize(
    "text", ["有关部门正在调查。", "各级党组织在基层开展工作。", "企业是市场的主体。", "他从办公室走出来。"]
)
def test_generic_bodies_are_words(text: str) -> None:
    """A body of no place in particular names nobody."""
    assert named(text, "agency") == []
