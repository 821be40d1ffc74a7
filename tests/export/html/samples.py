"""The graphs every point of the page is tried on: a small one, the article, the gallery, a generated one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from export.html import invented

from kg import ontology_dir, pipeline
from kg.export.html import render
from kg.export.turtle import turtle
from kg.model import Document, Fact, Graph
from kg.read import Options, read
from kg.vocab import Vocabulary

ROOT = Path(__file__).resolve().parents[3]
ARTICLE = ROOT / "../shared/seed/article.txt"


@dataclass(frozen=True, slots=True)
class Sample:
    """A graph, its page and its Turtle; too long to be printed when a test fails."""

    graph: Graph = field(repr=False)
    page: str = field(repr=False)
    turtle: str = field(repr=False)
    busy: str
    """The id of the entity with the most edges, one whose name no other bears where the graph is small."""

    @property
    def fact(self) -> Fact:
        """A fact with evidence, a dated one where there is one."""
        witnessed = [f for f in self.graph.facts if any(w.evidence for w in f.witnesses)]
        return next((f for f in witnessed if f.time.not_before), witnessed[0])


MANY = 2000


def _busy(graph: Graph) -> str:
    names = Counter(e.label for e in graph.entities)
    small = len(names) < MANY
    counts = {e.id: 0 for e in graph.entities if not small or names[e.label] == 1}
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            if end in counts:
                counts[end] += 1
    return max(counts, key=lambda i: (counts[i], i))


def _read(path: Path) -> Graph:
    found = [d for d in read([str(path)], Options(published="2023-05-09")) if isinstance(d, Document)]
    return pipeline.build(found, pipeline.load())


def _article() -> Graph:
    if not ARTICLE.exists():
        pytest.skip("the article is not beside the repository")
    return _read(ARTICLE)


GRAPHS: dict[str, Callable[[], Graph]] = {
    "small": invented.small,
    "article": _article,
    "gallery": lambda: _read(ROOT / "docs" / "examples"),
    "generated": lambda: invented.large(20_000),
}
"""By name; ``generated`` is slow."""


@cache
def sample(name: str) -> Sample:
    """Built once a run."""
    graph = GRAPHS[name]()
    vocabulary = Vocabulary.load(ontology_dir.find().path)
    return Sample(graph, render(graph, vocabulary), "".join(turtle(graph, vocabulary)), _busy(graph))
