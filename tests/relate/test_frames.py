"""The engine of frames: positions, kinds, needs."""

from __future__ import annotations

import pytest
from built import resources
from reader import claims, values

from kg.relate.frames import POSITIONS, Slot, slots_of

LEAD = "怀宁县水利局局长赵试样"


def test_every_position_of_the_table_is_known() -> None:
    """A position that the engine does not know would fail at reading."""
    rows = [row for frame in resources().lexicon.frames.values() for row in frame]
    assert {p for _, _, positions, _ in rows for p in positions.split()} <= set(POSITIONS)


def test_every_trigger_has_a_frame() -> None:
    """A trigger word names an event and a voice of the table."""
    lexicon = resources().lexicon
    readings = {tuple(r.split(".")) for w in lexicon.kind("trigger").values() for r in w.value.split("|")}
    assert readings <= set(lexicon.frames)


def test_a_row_becomes_a_slot() -> None:
    """Kinds and positions are parted at blanks."""
    slots = slots_of(resources().lexicon, "investigation", "active")
    assert (
        Slot(
            "target",
            ("person", "group.person", "agency"),
            ("marked", "counted", "predicated", "next"),
            "target",
        )
        in slots
    )


@pytest.mark.parametrize(
    ("text", "kind", "role", "fillers"),
    [
        ("怀宁县纪委通报3起典型案例。", "exposure", "count", [3]),
        ("怀宁县纪委通报3起典型案例。", "exposure", "agent", ["怀宁县纪委"]),
        (f"怀宁县纪委对{LEAD}立案审查。", "investigation", "target", ["赵试样"]),
        (f"{LEAD}接受怀宁县纪委审查调查。", "investigation", "agent", ["怀宁县纪委"]),
        (f"{LEAD}被立案审查调查。", "investigation", "target", ["赵试样"]),
        ("怀宁县纪委监委为3名干部澄清正名。", "clearing", "target", [3]),
        ("怀宁县委第一巡察组进驻怀宁县教育局。", "inspection", "target", ["怀宁县教育局"]),
        ("据《安徽日报》报道,会议召开。", "report", "agent", ["安徽日报"]),
    ],
)
def test_roles(text: str, kind: str, role: str, fillers: list[object]) -> None:
    """A role is filled from the first position that holds a thing of the right kind."""
    (claim,) = claims(text, kind)
    assert values(claim, role) == fillers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("要及时通报3起典型案例。", "exposure"),
        ("怀宁县纪委没有通报3起典型案例。", "exposure"),
        (f"怀宁县纪委未对{LEAD}立案审查。", "investigation"),
        ("怀宁县纪委强化立案审查工作。", "investigation"),
        ("怀宁县纪委监委做好澄清正名工作。", "clearing"),
    ],
)
def test_a_need_not_met_or_a_block_makes_no_claim(text: str, kind: str) -> None:
    """Demands, negations, and events without what they need."""
    assert claims(text, kind) == []


def test_a_case_group_is_no_person() -> None:
    """3起案例 fills the count, not a target."""
    (claim,) = claims("怀宁县纪委通报3起典型案例。", "exposure")
    assert values(claim, "target") == []
