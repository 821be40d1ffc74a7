"""Time every stage on invented notices, beside what users would pick instead.

    python scripts/bench.py [--documents 1000] [--seed 1] [--rounds 3] [--workers 2] [--stages] [FILE…]

Stages are in processor seconds of one process, the median of the rounds; whole commands are in seconds
of the clock and of the processors. Times say little from one machine to the next: the ratios to the
rivals, taken in the same run on the
same texts, do. Rivals that take long get the first texts or the first statements only, and say so.
FILE… are texts of your own (any input of ``kg build``) instead of the invented ones.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import logging
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jieba.posseg
import pyoxigraph as ox
import rdflib
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg import pipeline
from kg.export import claims, html
from kg.export.turtle import turtle
from kg.graph import assemble
from kg.model import Document
from kg.read import Options, read

sys.path.insert(0, str(Path(__file__).resolve().parent))
import invented

ROOT = Path(__file__).resolve().parents[1]
FEW = 200
"""Texts for the rivals that take long."""
FIRST, HALF = f"first {FEW}", "first half"
"""What a row says that is not about all texts."""
STARTS = 5
"""How often a start is timed."""


@dataclass(slots=True)
class Run:
    """One run: its size, and the rows of the table as they come."""

    rounds: int
    documents: int = 0
    characters: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

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
        """A row."""
        self.seconds[name] = seconds
        count = min(self.documents, FEW) if name.endswith(FIRST) else self.documents
        share = "" if HALF in name else f"{count / max(seconds, 1e-9):,.0f}"
        print(f"| {name:<58} | {seconds:10.3f} | {share:>12} |", flush=True)

    def ratio(self, text: str, theirs: str, ours: str) -> None:
        """A row of the second table, where both were timed."""
        if theirs in self.seconds and self.seconds.get(ours):
            print(f"| {text:<74} | {self.seconds[theirs] / self.seconds[ours]:8.2f} |")


def corpus(given: list[Path], wanted: int, seed: int, folder: Path) -> list[str]:
    """The inputs: those given, or a file of invented notices."""
    if given:
        return [str(path) for path in given]
    path = folder / "notices.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(invented.lines(wanted, seed, pipeline.load()))
    return [str(path)]


def plain(inputs: list[str]) -> int:
    """Read the bytes and nothing else."""
    paths = [
        p for name in inputs for p in (sorted(Path(name).rglob("*")) if Path(name).is_dir() else [Path(name)])
    ]
    return sum(len(p.read_bytes()) for p in paths if p.is_file())


def automaton(resources: pipeline.Resources) -> CharwiseDoubleArrayAhoCorasick:
    """All words of the lexicon and all names of places in one automaton."""
    words = {text for kind in resources.lexicon.by_kind.values() for text in kind}
    words |= {name for name, _ in resources.gazetteer.names()}
    return CharwiseDoubleArrayAhoCorasick(sorted(words), MATCH_KIND_LEFTMOST_LONGEST)


def reading(run: Run, documents: list[Document], resources: pipeline.Resources) -> list[Any]:
    """The stages of one text, and the rivals on the same texts."""
    pipeline.kept(documents[0], resources)
    found: list[Any] = run.time(
        "reading into claims", lambda: [pipeline.kept(d, resources) for d in documents]
    )
    matcher, few = automaton(resources), documents[:FEW]
    run.time("one pass of the lexicon's automaton", lambda: [matcher.find(d.folded) for d in documents])
    run.time(f"reading into claims, {FIRST}", lambda: [pipeline.kept(d, resources) for d in few])
    run.time(f"jieba.posseg, {FIRST}", lambda: [list(jieba.posseg.cut(d.text)) for d in few], 1)
    if importlib.util.find_spec("spacy"):
        import spacy

        blank = spacy.blank("zh")
        run.time(f"spaCy, words only, {FIRST}", lambda: [blank(d.text) for d in few])
    return found


def writing(run: Run, graph: Any, few: Any, resources: pipeline.Resources) -> None:
    """The writers, and the rivals on the same statements."""
    vocabulary = resources.vocabulary
    size = sum(len(piece.encode()) for piece in run.time("Turtle", lambda: list(turtle(graph, vocabulary))))
    run.time("page", lambda: html.render(graph, vocabulary, ""), 1)
    run.time("files of evidence", lambda: [list(v) for v in claims.files(graph, vocabulary).values()])
    print(f"| {'Turtle, bytes a text':<58} | {size // run.documents:>10,} | {'':>12} |")
    text = "".join(run.time(f"Turtle, {FIRST}", lambda: list(turtle(few, vocabulary))))
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    run.time(f"pyoxigraph dump, {FIRST}", lambda: store.dump(
        format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()
    ))  # fmt: skip
    parsed = rdflib.Graph().parse(data=text, format="turtle")
    statements = list(parsed)
    run.time(f"rdflib builds, {FIRST}", lambda: built(statements), 1)
    run.time(f"rdflib serialises, {FIRST}", lambda: parsed.serialize(format="turtle"), 1)


def built(statements: list[Any]) -> rdflib.Graph:
    """The same statements put into an rdflib graph."""
    graph = rdflib.Graph()
    for statement in statements:
        graph.add(statement)
    return graph


def whole(run: Run, inputs: list[str], folder: Path, workers: int) -> None:
    """``kg build`` and ``kg extract`` as a user calls them, on the clock, with their most memory."""
    for command in ("extract", "build"):
        for count in dict.fromkeys((1, workers)):
            out = folder / f"{command}-{count}"
            call = [sys.executable, "-m", "kg", command, *inputs, "-o", str(out), "--workers", str(count)]
            start, before = time.perf_counter(), children()
            subprocess.run(call, check=True, stdout=subprocess.DEVNULL, env=environment())
            run.note(f"kg {command}, {count} workers (clock)", time.perf_counter() - start)
            run.note(f"kg {command}, {count} workers (processors)", children() - before)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"| {'most memory of one process of these, MB':<58} | {most:>10,} | {'':>12} |")


def children() -> float:
    """Processor seconds of all that was started and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def starts(run: Run, folder: Path) -> None:
    """How long a user waits for the help, and for the outputs of the first article."""
    sample = str(ROOT / "docs" / "examples" / "4-clearing.txt")
    calls = {
        "kg --help": ["--help"],
        "one text to outputs": ["build", sample, "-o", str(folder / "a")],
    }
    documents, run.documents = run.documents, 1
    for name, arguments in calls.items():
        taken, before = [], children()
        for _ in range(STARTS):
            start = time.perf_counter()
            call = [sys.executable, "-m", "kg", *arguments]
            subprocess.run(call, check=True, stdout=subprocess.DEVNULL, env=environment())
            taken.append(time.perf_counter() - start)
        run.note(f"{name} (clock)", statistics.median(taken))
        run.note(f"{name} (processor)", (children() - before) / STARTS)
    run.documents = documents


def environment() -> dict[str, str]:
    """That of this process, with this repository's code."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def texts(inputs: list[str]) -> Iterator[Document]:
    """The texts of the inputs."""
    return (found for found in read(inputs, Options()) if isinstance(found, Document))


def stages(run: Run, inputs: list[str], resources: pipeline.Resources) -> None:
    """Every stage apart."""
    run.time("plain read of the files", lambda: plain(inputs))
    documents = run.time("kg.read: files to texts", lambda: list(texts(inputs)))
    found = reading(run, documents, resources)
    parts = resources.lexicon, resources.gazetteer, resources.vocabulary
    few = assemble(found[:FEW], *parts)
    run.time(f"resolution and facts, {HALF}", lambda: assemble(found[: len(found) // 2], *parts), 1)
    graph = run.time("resolution and facts", lambda: assemble(found, *parts), 1)
    print(f"| {len(graph.entities):,} entities, {len(graph.facts):,} facts, {len(graph.edges):,} edges | | |")
    writing(run, graph, few, resources)


def ratios(run: Run, workers: int) -> None:
    """The second table."""
    print("\n| ratio | times |\n|---|---:|")
    run.ratio(
        "jieba.posseg to reading into claims",
        f"jieba.posseg, {FIRST}",
        f"reading into claims, {FIRST}",
    )
    run.ratio(
        "spaCy's words to reading into claims",
        f"spaCy, words only, {FIRST}",
        f"reading into claims, {FIRST}",
    )
    run.ratio(
        "reading into claims to one pass of the automaton",
        "reading into claims",
        "one pass of the lexicon's automaton",
    )
    run.ratio("kg.read to a plain read", "kg.read: files to texts", "plain read of the files")
    run.ratio("rdflib serialising to our Turtle", f"rdflib serialises, {FIRST}", f"Turtle, {FIRST}")
    run.ratio("rdflib building to our Turtle", f"rdflib builds, {FIRST}", f"Turtle, {FIRST}")
    run.ratio("our Turtle to pyoxigraph's dump", f"Turtle, {FIRST}", f"pyoxigraph dump, {FIRST}")
    run.ratio(
        "resolution and facts: all texts to half of them (2 is linear)",
        "resolution and facts",
        f"resolution and facts, {HALF}",
    )
    run.ratio(
        f"kg extract: one worker to {workers}",
        "kg extract, 1 workers (clock)",
        f"kg extract, {workers} workers (clock)",
    )
    run.ratio(
        f"kg build: one worker to {workers}",
        "kg build, 1 workers (clock)",
        f"kg build, {workers} workers (clock)",
    )


def main() -> int:
    """Run it and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--stages", action="store_true", help="leave out the whole commands")
    given = parser.parse_args()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    jieba.initialize()
    run, resources = Run(given.rounds), pipeline.load()
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = corpus(given.files, given.documents, given.seed, folder)
        for document in texts(inputs):
            run.documents += 1
            run.characters += len(document.text)
        print(f"{run.documents:,} texts, {run.characters:,} characters, {os.cpu_count()} cores\n")
        print("| stage | seconds | texts a second |\n|---|---:|---:|")
        stages(run, inputs, resources)
        starts(run, folder)
        if not given.stages:
            whole(run, inputs, folder, given.workers)
        ratios(run, given.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
