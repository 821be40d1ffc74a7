"""The order in which a sentence is read."""

from __future__ import annotations

from reader import reading

from kg.relate import RULES


def test_the_order_is_the_file() -> None:
    """Documents, then posts gained and lost, then the frames, then measures."""
    assert [name for name, _ in RULES] == ["issuance", "personnel", "frames", "sanction"]


def test_claims_stand_in_reading_order_of_their_sentences() -> None:
    """What the first sentence says comes before what the second says."""
    text = "怀宁县纪委通报2起典型案例。怀宁县水利局局长赵试样受到党内警告处分。"
    kinds = [c.type for c in reading(text).claims]
    assert kinds.index("exposure") < kinds.index("sanction")
