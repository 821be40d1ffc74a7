"""Bearers by number are those that were put in."""

from __future__ import annotations

from kg.resolve.bearer import Bearer, Office
from kg.resolve.known import Ids, Known

HELD = frozenset({Office("org/1", "place/1", "局长")})
BEARERS = [Bearer("周假托", "b", HELD), Bearer("赵试样", "b"), Bearer("赵某某", "a", HELD, source="a")]


def test_bearers_come_back_in_the_order_of_texts_and_names() -> None:
    """Numbers follow text and name, whatever order they came in."""
    known = Known(BEARERS).in_order()
    assert [known[n] for n in range(len(known))] == sorted(BEARERS, key=lambda b: (b.doc, b.name))
    assert (known.masked(0), known.masked(1), list(known.of_text(2))) == (True, False, [1, 2])


def test_names_are_found_by_text() -> None:
    """A name of another text, or of none, is not found."""
    known = Known(BEARERS).in_order()
    assert [
        known.number(a) for a in (("a", "赵某某"), ("b", "赵试样"), ("a", "赵试样"), ("c", "赵试样"))
    ] == [
        0,
        2,
        None,
        None,
    ]
    assert dict(Ids(known, ["p0", "p1", "p2"])) == {
        ("a", "赵某某"): "p0",
        ("b", "周假托"): "p1",
        ("b", "赵试样"): "p2",
    }


def test_texts_and_names_stay_when_the_rest_is_let_go() -> None:
    """What is told of each is needed to find out who they are, and never again."""
    known = Known(BEARERS).in_order()
    known.let_go()
    assert [known.anchor(n) for n in range(len(known))] == [("a", "赵某某"), ("b", "周假托"), ("b", "赵试样")]
    assert known.number(("b", "赵试样")) == 2
