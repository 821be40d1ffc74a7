"""The gate opens only upwards."""

import pytest

from kg.evaluate import score
from kg.evaluate.gate import Pin, below, lowered, measured, raised

PIN = Pin("x.jsonl", "0" * 64, {"event sanction": 0.9, "all events": 0.8})


def test_a_fall_is_named() -> None:
    """Each figure under its floor is one line; equal is enough; a figure that vanished has fallen."""
    assert below(PIN, {"event sanction": 0.9, "all events": 0.799}) == ["all events: 0.799, floor 0.800"]
    assert below(PIN, {"all events": 0.8}) == ["event sanction: 0.000, floor 0.900"]


def test_raising_never_lowers() -> None:
    """Each floor moves up or stays; new figures are pinned too."""
    new = raised(PIN, {"event sanction": 0.95, "all events": 0.1, "entity person": 0.7})
    assert new.floors == {"event sanction": 0.95, "all events": 0.8, "entity person": 0.7}


def test_lowering_needs_a_reason_and_keeps_it() -> None:
    """Without a reason it is refused; with one, the figures and the reason stay in the file."""
    with pytest.raises(ValueError, match="written reason"):
        lowered(PIN, {}, " ")
    new = lowered(PIN, {"event sanction": 0.9, "all events": 0.7}, "gold corrected")
    assert new.lowered == ("all events 0.800 -> 0.700: gold corrected",)
    assert Pin.parse(new.record()) == new


def test_figures_are_rounded_down() -> None:
    """A floor is never above what was measured."""
    event = {"type": "report", "agent": "甲报"}
    gold = {
        "d": {"events": [event, {"type": "report", "agent": "乙报"}, {"type": "report", "agent": "丙报"}]}
    }
    now = measured(score(gold, {"d": {"events": [event]}}))
    assert now == {"event report": 0.5, "all events": 0.5, "all role fillers": 0.5, "all entities": 0.0}
