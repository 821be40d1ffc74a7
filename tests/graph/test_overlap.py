"""Counts that hold each other, counts that may, and bounds instead of a wrong sum."""

from __future__ import annotations

import time

import pyoxigraph as ox
import pytest
from built import facts, graph, resources

from kg.export.turtle import turtle
from kg.graph.facts import Facts
from kg.graph.overlap import overlaps
from kg.graph.unite import Built
from kg.model import Property, Ref, Role, Time
from kg.query import answer, resolve
from kg.resolve import Register

CLEARED = "{},{}纪委监委{}为{}名受到不实举报的党员干部澄清正名。"
YEAR = CLEARED.format("2022年", "安徽省", "共", 100)
PART = CLEARED.format("2022年3月", "望江县", "", 5)


def links(*texts: str) -> tuple[int, int]:
    """How many clearings are part of a total, how many may overlap with another."""
    told = facts(graph(*texts), "Clearing")
    return len([f for f in told if f.fillers("partOfTotal")]), len(
        [f for f in told if f.fillers("mayOverlap")]
    )


def bounds(*texts: str) -> list[list[str]]:
    """The rows of the shipped query on the graph of some texts."""
    store = ox.Store()
    data = "".join(turtle(graph(*texts), resources().vocabulary))
    store.load(data.encode(), format=ox.RdfFormat.TURTLE)
    return [list(map(str, row)) for row in answer(store, resolve("q25")).rows]


def test_count_inside_a_total_is_part_of_it() -> None:
    """The county's month lies in the province's year, which the text says adds up."""
    assert links(YEAR, PART) == (1, 0)


def test_without_a_word_of_total_it_may_overlap_only() -> None:
    """A province that cleared 100 need not have told of all."""
    assert links(YEAR.replace("共为", "为"), PART) == (0, 2)


def test_larger_count_or_other_time_is_no_part() -> None:
    """More than the total, or of another year."""
    assert links(YEAR, PART.replace("5名", "500名")) == (0, 2)
    assert links(YEAR, PART.replace("2022", "2021")) == (0, 0)


def test_bounds_hold_what_is_true() -> None:
    """At most: the total that holds the rest; at least: the largest, or the counties' sum."""
    assert bounds(YEAR, PART) == [["安徽省", "100", "100"]]
    near = PART.replace("望江", "宿松").replace("5名", "7名")
    again = PART.replace("3月", "5月").replace("5名", "4名")
    assert bounds(PART, near, again) == [["安徽省", "12", "16"]]
    wide = YEAR.replace("共为", "为").replace("100", "9")
    assert bounds(PART, near, wide) == [["安徽省", "12", "21"]]


def counted(number: int) -> Built:
    """A clearing of a few persons in a place and month that all share."""
    told = [Property("count", number), Property("countUnit", Ref("voc/unit/person"))]
    month = Time("2022-03", "2022年3月", "explicit", "2022-03-01", "2022-03-31")
    roles = [Role("place", "place/340827")]
    return Built(f"fact/{number:04}", "Clearing", [], roles, told, month, "", "asserted", 0.9, ())


@pytest.mark.slow
def test_time_grows_with_the_pairs_of_counts() -> None:
    """Three times the counts make nine times the pairs: some nine times as long, not twenty-seven."""
    taken = []
    for wanted in (150, 450):
        passes = []
        for _ in range(3):
            told = Facts(counted(n) for n in range(wanted))
            start = time.process_time()
            overlaps(told, Register(), resources().lexicon)
            passes.append(time.process_time() - start)
        assert all(len(f.of("mayOverlap")) == wanted - 1 for f in told)
        taken.append(min(passes))
    assert taken[1] / taken[0] < 18
