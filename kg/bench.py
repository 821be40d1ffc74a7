"""How long each stage takes, on any texts. "Where does the time go here, with my texts?".

Processor seconds of one process, the median of some rounds. They say little from one machine to the next;
each stage's share, and its ratio to the plain reading of the files, say more. ``make bench`` in the
repository adds invented texts of any number and the programs a user would pick instead.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg import pipeline
from kg.export import claims, html
from kg.export.turtle import turtle
from kg.graph import assemble
from kg.model import Document, Graph
from kg.read import Options, read
from kg.reading import Reading

PLAIN, TEXTS = "plain read of the files", "kg.read: files to texts"
AUTOMATON, READING = "one pass of the lexicon's automaton", "reading into claims"
RESOLUTION, TURTLE, PAGE, EVIDENCE = "resolution and facts", "Turtle", "page", "files of evidence"


@dataclass(slots=True)
class Run:
    """One run: its size, and the seconds of each stage as they come."""

    rounds: int = 1
    documents: int = 0
    characters: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    tell: Callable[[str, float], None] = lambda _name, _seconds: None
    """Told of each stage when it is done."""

    def time(self, name: str, work: Callable[[], Any], rounds: int = 0) -> Any:
        """Do it some times; the median of the processor seconds is noted and told. Gives the last result."""
        taken, found = [], None
        for _ in range(rounds or self.rounds):
            found = None
            gc.collect()
            start = time.process_time()
            found = work()
            taken.append(time.process_time() - start)
        self.note(name, statistics.median(taken))
        return found

    def note(self, name: str, seconds: float) -> None:
        """A stage and its time."""
        self.seconds[name] = seconds
        self.tell(name, seconds)


def plain(inputs: Sequence[str]) -> int:
    """Read the bytes and nothing else."""
    paths = [
        p for name in inputs for p in (sorted(Path(name).rglob("*")) if Path(name).is_dir() else [Path(name)])
    ]
    return sum(len(p.read_bytes()) for p in paths if p.is_file())


def automaton(resources: pipeline.Resources) -> CharwiseDoubleArrayAhoCorasick:
    """All words of the lexicon and all names of places in one automaton: the least that reading can take."""
    words = {text for kind in resources.lexicon.by_kind.values() for text in kind}
    words |= {name for name, _ in resources.gazetteer.names()}
    return CharwiseDoubleArrayAhoCorasick(sorted(words), MATCH_KIND_LEFTMOST_LONGEST)


def texts(inputs: Sequence[str], options: Options) -> list[Document]:
    """The texts of the inputs."""
    return [found for found in read(inputs, options) if isinstance(found, Document)]


def stages(run: Run, inputs: Sequence[str], options: Options, resources: pipeline.Resources) -> Graph | None:
    """Time every stage apart; the graph, or none where the inputs hold no text."""
    run.time(PLAIN, lambda: plain(inputs))
    documents: list[Document] = run.time(TEXTS, lambda: texts(inputs, options))
    if not documents:
        return None
    run.documents, run.characters = len(documents), sum(len(d.text) for d in documents)
    matcher = automaton(resources)
    run.time(AUTOMATON, lambda: [matcher.find(d.folded) for d in documents])
    pipeline.kept(documents[0], resources)
    readings: list[Reading] = run.time(READING, lambda: [pipeline.kept(d, resources) for d in documents])
    graph: Graph = run.time(RESOLUTION, lambda: united(readings, resources))
    outputs(run, graph, resources)
    return graph


def united(readings: Iterable[Reading], resources: pipeline.Resources) -> Graph:
    """The graph of some readings."""
    with pipeline.uncollected():
        return assemble(readings, resources.lexicon, resources.gazetteer, resources.vocabulary)


def outputs(run: Run, graph: Graph, resources: pipeline.Resources) -> None:
    """Time the writers."""
    vocabulary = resources.vocabulary
    with pipeline.uncollected():
        run.time(TURTLE, lambda: sum(len(piece) for piece in turtle(graph, vocabulary)))
        run.time(PAGE, lambda: html.render(graph, vocabulary, ""), 1)
        run.time(EVIDENCE, lambda: [sum(map(len, v)) for v in claims.files(graph, vocabulary).values()])
