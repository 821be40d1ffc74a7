"""The guide for SPARQL users: its queries run, its formats and paths are there."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from sample import sample_graph

from kg.export.formats import FORMATS
from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.query import answer
from kg.vocab import Vocabulary

GUIDE = (Path(__file__).resolve().parents[1] / "docs" / "rdf.md").read_text(encoding="utf-8")
STORE = ox.Store()
STORE.load("".join(turtle(sample_graph(), Vocabulary.load(find().path))).encode(), format=ox.RdfFormat.TURTLE)


@pytest.mark.parametrize("text", re.findall(r"```sparql\n(.*?)```", GUIDE, flags=re.DOTALL))
def test_queries_of_the_guide_answer(text: str) -> None:
    """Each example gives rows on the sample graph."""
    assert answer(STORE, text).rows


def test_every_format_is_in_the_guide() -> None:
    """And none that does not exist."""
    table = GUIDE.split("## Formats")[1].split("## ")[0]
    named = set(re.findall(r"`([a-z0-9]+)`", table))
    assert set(FORMATS) <= named
