"""Judgements bind the joiner, however sets have grown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.joiner import Joiner, Reason

NODES = range(6)
PAIRS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda p: p[0] != p[1]))


@given(PAIRS, PAIRS)
def test_nobody_judged_different_is_ever_joined(
    apart: list[tuple[int, int]], joins: list[tuple[int, int]]
) -> None:
    """Not directly, and not by way of a third."""
    joiner = Joiner(len(NODES))
    for one, other in apart:
        joiner.part(one, other)
    for one, other in joins:
        joiner.join(one, other, Reason("r", 0.9))
    assert all(joiner.union.find(one) != joiner.union.find(other) for one, other in apart)


def test_best_reason_is_kept() -> None:
    """Of two reasons to join the surer one stands."""
    joiner = Joiner(len(NODES))
    joiner.join(NODES[0], NODES[1], Reason("weak", 0.9))
    joiner.join(NODES[0], NODES[1], Reason("sure", 0.98))
    assert (joiner.why(NODES[0]), joiner.why(NODES[1])) == (None, Reason("sure", 0.98))
