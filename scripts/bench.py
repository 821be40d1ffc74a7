"""Time every stage on invented notices, beside what users would pick instead.

    python scripts/bench.py [--documents 1000] [--seed 1] [--rounds 5] [--workers 2] [--stages]
        [--json FILE] [FILE…]

Stages (``kg.bench``) are in processor seconds of one process, the median of the rounds; whole commands are in
seconds of the clock and of the processors. Times say little from one machine to the next: the ratios to the
rivals, taken in the same run on the same texts, do. ``--json`` adds the figures as a line to a file, of which
``scripts/bench_plot.py`` draws the picture. Rivals that take long get the first texts only, and say so.
FILE… are texts of your own (any input of ``kg build``) instead of the invented ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jieba.posseg
import pyoxigraph as ox
import rdflib

from kg import bench, pipeline
from kg.bench import (
    AUTOMATON,
    EVIDENCE,
    PAGE,
    PLAIN,
    READING,
    RESOLUTION,
    TEXTS,
    TURTLE,
    Run,
    united,
)
from kg.export import claims, html
from kg.export.turtle import turtle
from kg.model import Document, Graph
from kg.read import Options

sys.path.insert(0, str(Path(__file__).resolve().parent))
import invented

ROOT = Path(__file__).resolve().parents[1]
FEW = 200
"""Texts for the rivals that take long."""
FIRST, HALF = f"first {FEW}", "first half"
"""What a row says that is not about all texts."""
STARTS = 5
"""How often a start is timed."""


def row(run: Run) -> Any:
    """Prints a row of the first table for each stage."""

    def tell(name: str, seconds: float) -> None:
        count = min(run.documents, FEW) if name.endswith(FIRST) else run.documents
        share = "" if HALF in name else f"{count / max(seconds, 1e-9):,.0f}"
        print(f"| {name:<58} | {seconds:10.3f} | {share:>12} |", flush=True)

    return tell


def ratio(run: Run, text: str, theirs: str, ours: str) -> None:
    """A row of the second table, where both were timed."""
    if theirs in run.seconds and run.seconds.get(ours):
        print(f"| {text:<74} | {run.seconds[theirs] / run.seconds[ours]:8.2f} |")


def corpus(given: list[Path], wanted: int, seed: int, folder: Path) -> list[str]:
    """The inputs: those given, or a file of invented notices."""
    if given:
        return [str(path) for path in given]
    path = folder / "notices.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(invented.lines(wanted, seed, pipeline.load()))
    return [str(path)]


def reading(run: Run, documents: list[Document], resources: pipeline.Resources) -> list[Any]:
    """The stages of one text, and the rivals on the same texts."""
    pipeline.kept(documents[0], resources)
    found: list[Any] = run.time(READING, lambda: [pipeline.kept(d, resources) for d in documents])
    matcher, few = bench.automaton(resources), documents[:FEW]
    run.time(AUTOMATON, lambda: [matcher.find(d.folded) for d in documents])
    run.time(f"{READING}, {FIRST}", lambda: [pipeline.kept(d, resources) for d in few])
    run.time(f"jieba.posseg, {FIRST}", lambda: [list(jieba.posseg.cut(d.text)) for d in few])
    if importlib.util.find_spec("spacy"):
        import spacy

        blank = spacy.blank("zh")
        run.time(f"spaCy, words only, {FIRST}", lambda: [blank(d.text) for d in few])
        segmenter = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
        run.time(f"spaCy with jieba, words only, {FIRST}", lambda: [segmenter(d.text) for d in few])
    return found


def writing(run: Run, graph: Graph, few: Graph, resources: pipeline.Resources) -> None:
    """The writers, and the rivals on the same statements."""
    vocabulary = resources.vocabulary
    with pipeline.uncollected():
        size = sum(len(p.encode()) for p in run.time(TURTLE, lambda: list(turtle(graph, vocabulary))))
        run.time(PAGE, lambda: html.render(graph, vocabulary, ""), 1)
        run.time(EVIDENCE, lambda: [list(v) for v in claims.files(graph, vocabulary).values()])
        print(f"| {'Turtle, bytes a text':<58} | {size // run.documents:>10,} | {'':>12} |")
        text = "".join(run.time(f"{TURTLE}, {FIRST}", lambda: list(turtle(few, vocabulary))))
        run.time(f"{PAGE}, {FIRST}", lambda: html.render(few, vocabulary, ""), 1)
    run.time(f"pyvis, {FIRST}", lambda: drawn(few), 1)
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    run.time(f"pyoxigraph dump, {FIRST}", lambda: store.dump(
        format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()
    ))  # fmt: skip
    parsed = rdflib.Graph().parse(data=text, format="turtle")
    statements = list(parsed)
    run.time(f"rdflib builds, {FIRST}", lambda: built(statements), 1)
    run.time(f"rdflib serialises, {FIRST}", lambda: parsed.serialize(format="turtle"), 1)


def drawn(graph: Graph) -> str:
    """The entities, facts and edges of a graph as a page of pyvis."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    labels = graph.labels()
    for local, label in labels.items():
        network.add_node(local, label=label, title=label)
    for edge in graph.edges:
        if edge.source in labels and edge.target in labels:
            network.add_edge(edge.source, edge.target, title=edge.predicate)
    for fact in graph.facts:
        for role in fact.roles:
            if role.filler in labels:
                network.add_edge(fact.id, role.filler, title=role.name)
    page: str = network.generate_html()
    return page


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


def stages(run: Run, inputs: list[str], resources: pipeline.Resources) -> None:
    """Every stage apart."""
    run.time(PLAIN, lambda: bench.plain(inputs))
    documents = run.time(TEXTS, lambda: bench.texts(inputs, Options()))
    found = reading(run, documents, resources)
    few = united(found[:FEW], resources)
    run.time(f"{RESOLUTION}, {HALF}", lambda: united(found[: len(found) // 2], resources), 1)
    graph = run.time(RESOLUTION, lambda: united(found, resources), 1)
    print(f"| {len(graph.entities):,} entities, {len(graph.facts):,} facts, {len(graph.edges):,} edges | | |")
    writing(run, graph, few, resources)


def ratios(run: Run, workers: int) -> None:
    """The second table."""
    print("\n| ratio | times |\n|---|---:|")
    ratio(
        run,
        "jieba.posseg to reading into claims",
        f"jieba.posseg, {FIRST}",
        f"reading into claims, {FIRST}",
    )
    ratio(
        run,
        "spaCy's characters to reading into claims",
        f"spaCy, words only, {FIRST}",
        f"reading into claims, {FIRST}",
    )
    ratio(
        run,
        "spaCy's words (jieba) to reading into claims",
        f"spaCy with jieba, words only, {FIRST}",
        f"reading into claims, {FIRST}",
    )
    ratio(
        run,
        "reading into claims to one pass of the automaton",
        "reading into claims",
        "one pass of the lexicon's automaton",
    )
    ratio(run, "kg.read to a plain read", "kg.read: files to texts", "plain read of the files")
    ratio(run, "pyvis to our page, same nodes and edges", f"pyvis, {FIRST}", f"{PAGE}, {FIRST}")
    ratio(run, "rdflib serialising to our Turtle", f"rdflib serialises, {FIRST}", f"Turtle, {FIRST}")
    ratio(run, "rdflib building to our Turtle", f"rdflib builds, {FIRST}", f"Turtle, {FIRST}")
    ratio(run, "our Turtle to pyoxigraph's dump", f"Turtle, {FIRST}", f"pyoxigraph dump, {FIRST}")
    ratio(
        run,
        "resolution and facts: all texts to half of them (2 is linear)",
        "resolution and facts",
        f"resolution and facts, {HALF}",
    )
    ratio(
        run,
        f"kg extract: one worker to {workers}",
        "kg extract, 1 workers (clock)",
        f"kg extract, {workers} workers (clock)",
    )
    ratio(
        run,
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
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--stages", action="store_true", help="leave out the whole commands")
    parser.add_argument("--json", type=Path, help="add the figures to this file")
    given = parser.parse_args()
    logging.getLogger("jieba").setLevel(logging.WARNING)
    jieba.initialize()
    run, resources = Run(given.rounds), pipeline.load()
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = corpus(given.files, given.documents, given.seed, folder)
        documents = bench.texts(inputs, Options())
        run.documents, run.characters = len(documents), sum(len(d.text) for d in documents)
        run.tell = row(run)
        print(f"{run.documents:,} texts, {run.characters:,} characters, {os.cpu_count()} cores\n")
        print("| stage | seconds | texts a second |\n|---|---:|---:|")
        stages(run, inputs, resources)
        starts(run, folder)
        if not given.stages:
            whole(run, inputs, folder, given.workers)
        ratios(run, given.workers)
    if given.json:
        figures = {"documents": run.documents, "characters": run.characters, "seconds": run.seconds}
        with given.json.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(figures, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
