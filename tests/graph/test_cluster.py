"""Drafts find the fact they tell of without being compared with every other."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.cluster import Cluster, clusters, order
from kg.graph.draft import Draft
from kg.model import Evidence, Role, Span, Time

DAYS = {
    "": ("", ""),
    "2023-02-14": ("2023-02-14", "2023-02-14"),
    "2023-02-20": ("2023-02-20", "2023-02-20"),
    "2023-02": ("2023-02-01", "2023-02-28"),
    "2023-03": ("2023-03-01", "2023-03-31"),
    "2023": ("2023-01-01", "2023-12-31"),
    "2022/2023": ("2022-01-01", "2023-12-31"),
    "2022/..": ("2022-01-01", ""),
}


def draft(doc: str, start: int, edtf: str, measures: frozenset[str], *, strict: bool) -> Draft:
    """A draft of one key."""
    roles = tuple(Role("measure", m) for m in sorted(measures))
    found = Evidence(Span(doc, start, start + 1), "字")
    when = Time(edtf, edtf, "explicit", *DAYS[edtf])
    return Draft(
        kind="PartySanction",
        key=("k",),
        roles=roles,
        time=when,
        stance="asserted",
        confidence=0.9,
        found=found,
        start=start,
        end=start + 1,
        rule="r",
        strict=strict,
    )


def naive(drafts: list[Draft]) -> list[list[Draft]]:
    """The same rule by comparing every draft with every fact."""
    found: list[Cluster] = []
    for one in sorted(drafts, key=order):
        fit = [c for c in found if c.fits(one)]
        near = [c for c in fit if one.doc in c.docs] if len(fit) > 1 else fit
        if len(near) != 1:
            near = [Cluster(len(found))]
            found += near
        near[0].add(one)
    return [c.drafts for c in found]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["d0", "d1", "d2"]),
            st.integers(0, 50),
            st.sampled_from(sorted(DAYS)),
            st.frozensets(st.sampled_from(["m1", "m2", "m3"]), max_size=2),
        ),
        max_size=14,
        unique_by=lambda row: row[:2],
    ),
    st.booleans(),
)
def test_index_finds_what_comparing_all_finds(
    rows: list[tuple[str, int, str, frozenset[str]]],
    strict: bool,  # noqa: FBT001 (drawn)
) -> None:
    """For any drafts of one key, dated or not, with any measures."""
    drafts = [draft(*row, strict=strict) for row in rows]
    assert [c.drafts for c in clusters(drafts)] == naive(drafts)


def many(wanted: int) -> list[Draft]:
    """Drafts about one person, each of another text, with days, months and years between them."""
    kinds = ("2023-02-14", "2023-02", "2023", "")
    return [
        replace_day(draft(f"d{n:05}", 0, kinds[n % 4], frozenset({f"m{n % 5}"}), strict=False), n)
        for n in range(wanted)
    ]


def replace_day(one: Draft, number: int) -> Draft:
    """The draft with its date in another year and month."""
    year, month = 1900 + number % 120, number % 12 + 1
    edtf = one.time.edtf.replace("2023", str(year)).replace("-02", f"-{month:02}")
    first = one.time.not_before.replace("2023", str(year)).replace("-02-", f"-{month:02}-")
    last = one.time.not_after.replace("2023", str(year)).replace("-02-", f"-{month:02}-")
    return replace(one, time=Time(edtf, edtf, "explicit", first, last))


@pytest.mark.slow
def test_time_grows_with_the_drafts_of_one_person() -> None:
    """Four times the drafts of one key take far less than sixteen times as long."""
    taken = []
    for wanted in (2000, 8000):
        drafts, passes = many(wanted), []
        for _ in range(3):
            start = time.process_time()
            clusters(drafts)
            passes.append(time.process_time() - start)
        taken.append(min(passes))
    assert taken[1] / taken[0] < 8
