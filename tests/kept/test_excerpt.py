"""What of a reading is kept: enough for the same graph, the same after a line, nothing that runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built import document, resources
from hypothesis import given
from hypothesis import strategies as st

from kg import pipeline, store
from kg.graph import assemble
from kg.kept.excerpt import ForeignLineError, excerpt, line, reading
from kg.model import Document, Graph
from kg.read import Options, read
from kg.reading import Reading

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"


def documents() -> list[Document]:
    """The invented notices of the annotated set and of the examples."""
    gold = EXAMPLES.parents[1] / "tests" / "gold" / "invented.jsonl"
    rows = [json.loads(row) for row in gold.read_text(encoding="utf-8").splitlines()]
    made = [document(row["text"], f"g{n}") for n, row in enumerate(rows)]
    return made + [d for d in read([str(EXAMPLES)], Options()) if isinstance(d, Document)]


WHOLE = [pipeline.extract(store.kept(d), resources()) for d in documents()]
KEPT = [excerpt(r, resources().lexicon) for r in WHOLE]


def graph(readings: list[Reading]) -> Graph:
    """The graph of some readings."""
    return assemble(readings, resources().lexicon, resources().gazetteer, resources().vocabulary)


def test_an_excerpt_makes_the_same_graph() -> None:
    """What is left out was needed for nothing."""
    assert sum(len(x) for r in KEPT for x in r.lines) < sum(len(x) for r in WHOLE for x in r.lines) / 2
    assert graph(KEPT) == graph(WHOLE)


def test_a_line_brings_the_excerpt_back() -> None:
    """Every value, place, doubt and refusal, on one line."""
    texts = {d.id: store.kept(d) for d in documents()}
    for kept in KEPT:
        written = line(kept)
        assert "\n" not in written
        assert reading(written, texts[kept.document.id]) == kept


@given(st.text(max_size=30))
def test_what_is_no_line_is_said_to_be_none(text: str) -> None:
    """Any other text raises the one error of this room."""
    with pytest.raises(ForeignLineError):
        reading(text, document("甲", "a"))


@pytest.mark.parametrize("cut", [1, 10, 200])
def test_a_cut_line_is_no_line(cut: int) -> None:
    """A line without its end is not taken for a shorter reading."""
    with pytest.raises(ForeignLineError):
        reading(line(KEPT[0])[:-cut], WHOLE[0].document)
