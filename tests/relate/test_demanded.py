"""Events that only repeat a demand are dropped, and the dropping is kept."""

from __future__ import annotations

from reader import claims, reading


def test_a_dropped_event_is_a_refusal() -> None:
    """问责 of a counted group inside a demand is refused with its reason."""
    text = "会议要求,坚持失责必问,对3名失职干部严肃问责。"
    assert claims(text, "sanction") == []
    assert [r.reason[:3] for r in reading(text).refusals if r.rule.startswith("relate.sanction")] == ["E04"]


def test_an_act_told_in_the_same_text_stays() -> None:
    """A sanction told as done outside the demand is kept."""
    text = "会议要求,压实主体责任。2022年3月,湘阴县水利局局长赵试样受到党内警告处分。"
    assert len(claims(text, "sanction")) == 1
    assert not [r for r in reading(text).refusals if r.reason.startswith("E04")]
