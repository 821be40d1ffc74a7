"""Texts nobody would write: cut, doubled, shuffled, strewn with hostile pieces. Nothing crashes or hangs."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from conftest import resources
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.export import facts
from kg.read import Options, Raw, Rejected, document

EXAMPLES = [
    p.read_text(encoding="utf-8") for p in sorted(Path(__file__).parents[1].glob("docs/examples/*.txt"))
]
PIECES = [
    *"。,;:、()《》“”\n\t\x00\x1b\u202e\ufeff\U0001f600",
    *(
        "2023年",
        "13月",
        "今年4月",
        "近日",
        "分别",
        "等3人",
        "某某",
        "该县",
        "原",
        "省委",
        "纪委监委",
        "双开",
        "处分",
        "局长",
        "100000000000名",
    ),
    *(
        "<script>alert(1)</script>",
        '"@zh .\n<x> a <y> .',
        "} UNION { ?s ?p ?o",
        "=cmd|' /C calc'!A0",
        "\\r\\n",
        "{{7*7}}",
    ),
]


def read(text: str) -> None:
    """Read a text to the end; every span of the answer lies in it."""
    try:
        made = document(Raw(text, "fuzz"), Options())
    except Rejected:
        return
    start = time.perf_counter()
    record = facts.record(pipeline.extract(made, resources()))
    assert time.perf_counter() - start < 2
    for event in record["events"]:  # type: ignore[attr-defined]
        found = event["evidence"]
        for span in [found] if isinstance(found, dict) else found:
            assert 0 <= span["start"] < span["end"] <= len(text)


def mangled(seed: int) -> str:
    """An example notice, cut, doubled, shuffled and strewn with pieces."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    text = chance.choice(EXAMPLES)
    for _ in range(chance.randrange(1, 12)):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        piece = chance.choice(PIECES)
        text = chance.choice(
            (text[:a] + text[b:], text[:a] + piece + text[a:], text[:b] + text[a:], text[b:] + text[:a])
        )
        text = text[:3000] or piece
    return text


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40))
@settings(deadline=None, max_examples=150)
def test_strewn_pieces(pieces: list[str]) -> None:
    """Any row of pieces is read to the end in time."""
    read("".join(pieces))


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_mangled_notices(start: int) -> None:
    """Notices that were mangled are read to the end in time, and no span leaves its text."""
    for seed in range(start, start + 100):
        read(mangled(seed))


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_many_mangled_notices() -> None:
    """Twenty thousand more."""
    for seed in range(1000, 21_000):
        read(mangled(seed))


@pytest.mark.parametrize(
    "text", ["处分", "《", "2023年", "甲县纪委", "赵试样、", "(", "“", "局长", "分别", "1.", "受到"]
)
def test_time_grows_with_length_only(text: str) -> None:
    """A text of one thing repeated takes at most some three times as long when it is twice as long."""

    def seconds(times: int) -> float:
        made = document(Raw("甲" + text * times, "fuzz"), Options())
        start = time.perf_counter()
        pipeline.extract(made, resources())
        return time.perf_counter() - start

    def best(times: int) -> float:
        return min(seconds(times) for _ in range(2))

    seconds(100)
    assert best(4_000) < 3.2 * max(best(2_000), 0.02)
