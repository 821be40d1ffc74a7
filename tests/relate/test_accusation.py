"""Accusations of counted parties."""

from __future__ import annotations

from reader import claims, values


def test_the_falsely_accused_are_targets() -> None:
    """A counted party that suffered a false complaint is its target; nobody is said to have made it."""
    (accusation,) = claims("湘阴县纪委为7名受到不实举报的党员干部澄清正名。", "accusation")
    assert (values(accusation, "target"), values(accusation, "agent")) == ([7], [])


def test_false_accusers_are_agents() -> None:
    """A counted party named for accusing falsely is the agent."""
    (accusation,) = claims("湘阴县公安局对3名诬告者处以行政拘留。", "accusation")
    assert (values(accusation, "agent"), values(accusation, "target")) == ([3], [])


def test_a_party_without_complaint_is_not_accused() -> None:
    """A counted party that is only praised takes no part in an accusation."""
    assert claims("湘阴县委表扬7名党员干部。", "accusation") == []
