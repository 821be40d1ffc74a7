"""Time the Turtle writer, the validation and the store: ``python scripts/bench_rdf.py [EVENTS]``.

Every stage runs in a process of its own, so that the memory of one is no burden to the next, and each figure
is printed as soon as it is there. Seconds are of the processor. Times say little from one machine to the
next; the ratio to ``rdflib.serialize`` of the same graph, and the ratio of a stage to the writing, do.
A stage that takes longer than the limit is stopped and told as such.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import pyoxigraph as ox
from rdflib import Graph as RdfGraph
from rdflib import Literal, URIRef

from kg.export.formats.by_text import by_text
from kg.export.shacl import validate
from kg.export.turtle import turtle
from kg.model import (
    Document,
    Edge,
    Entity,
    Evidence,
    Fact,
    Graph,
    Property,
    Ref,
    Role,
    Span,
    Text,
    Time,
    Witness,
)
from kg.ontology_dir import find
from kg.query import keep
from kg.query.engine import PREFIXES
from kg.vocab import Vocabulary

MEASURES = ("warning", "demerit", "major-demerit", "demotion", "removal")
T = TypeVar("T")
Stage = Callable[[Path, int], dict[str, float]]


def graph(events: int) -> Graph:
    """Government sanctions of invented persons, one claim each, ten thousand sentences a text."""
    sentence = "某县某局局长某某受到政务处分。"
    per_text = 10_000
    texts = tuple(
        Document(f"t{n}", sentence * per_text, "") for n in range((events + per_text - 1) // per_text)
    )
    place = Entity("place/420000", "Place", "湖北省", properties=(Property("identifier", Text("420000")),))
    organ = Entity("org/420000-sc", "SupervisoryCommission", "湖北省监委", properties=(
        Property("jurisdiction", Ref("place/420000")),
    ))  # fmt: skip
    persons, facts, edges = [], [], []
    for n in range(events):
        person, measure = f"person/420000-{n:08x}", f"voc/gov-sanction/{MEASURES[n % 5]}"
        start = (n % per_text) * len(sentence)
        quote = Evidence(Span(f"t{n // per_text}", start, start + len(sentence) - 1), sentence[:-1])
        persons.append(Entity(person, "Person", f"某某{n}"))
        roles = (
            Role("agent", organ.id),
            Role("patient", person),
            Role("measure", measure),
            Role("place", place.id),
        )
        year = 2015 + n % 8
        when = Time(str(year), f"{year}年", "explicit", f"{year}-01-01", f"{year}-12-31")
        claim = Witness(f"claim/{n:012x}", quote.span.doc, (quote,), "bench", 0.9)
        facts.append(
            Fact(
                f"fact/{n:012x}",
                "GovernmentSanction",
                f"某某{n}受处分",
                roles,
                (),
                when,
                "stated",
                witnesses=(claim,),
            )
        )
        edges.append(Edge(person, "sanctionedWith", measure, (f"fact/{n:012x}",), (quote,)))
    return Graph(texts, (organ, *persons, place), tuple(facts), tuple(edges))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Do something; what it gives, and the processor seconds it took."""
    started = time.process_time()
    return work(), time.process_time() - started


def writing(out: Path, events: int) -> dict[str, float]:
    """Write both files; the full one stays for the stages after this."""
    vocabulary = Vocabulary.load(find().path)
    sample = graph(events)
    _, few = timed(lambda: write(out / "slim.ttl", sample, vocabulary, slim=True))
    _, full = timed(lambda: write(out / "graph.ttl", sample, vocabulary, slim=False))
    return {
        "write Turtle, full, s": full,
        "write Turtle, slim, s": few,
        "full file, MB": (out / "graph.ttl").stat().st_size / 1e6,
        "slim file, MB": (out / "slim.ttl").stat().st_size / 1e6,
    }


def write(path: Path, sample: Graph, vocabulary: Vocabulary, *, slim: bool) -> None:
    """A graph as a file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(turtle(sample, vocabulary, slim=slim))


def counting(out: Path, events: int) -> dict[str, float]:
    """Statements an event, as a parser of others counts them."""
    full, few = (
        sum(1 for _ in ox.parse(path=str(out / name), format=ox.RdfFormat.TURTLE))
        for name in ("graph.ttl", "slim.ttl")
    )
    return {
        "statements": full,
        "triples an event, full": full / events,
        "triples an event, slim": few / events,
    }


def rdflib_writing(out: Path, _events: int) -> dict[str, float]:
    """The same graph by rdflib; filled from Oxigraph, since its own parser is slower."""
    filled = RdfGraph()
    for prefix, namespace in PREFIXES.items():
        filled.bind(prefix, namespace)
    for triple in ox.parse(path=str(out / "graph.ttl"), format=ox.RdfFormat.TURTLE):
        filled.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    _, took = timed(lambda: filled.serialize(out / "rdflib.ttl", format="turtle"))
    return {"rdflib.serialize, s": took}


@cache
def term(found: ox.NamedNode | ox.Literal) -> URIRef | Literal:
    """A term of Oxigraph as one of rdflib."""
    if isinstance(found, ox.NamedNode):
        return URIRef(found.value)
    if found.language:
        return Literal(found.value, lang=found.language)
    return Literal(found.value, datatype=URIRef(found.datatype.value))


def validating(out: Path, _events: int) -> dict[str, float]:
    """The shapes, by the engine for large graphs."""
    report, took = timed(lambda: validate(out, engine="fast"))
    return {"validate, s": took, "findings": len(report.lines)}


def keeping(out: Path, _events: int) -> dict[str, float]:
    """The store with a graph a text."""
    store, took = timed(lambda: keep(out, by_text))
    size = sum(f.stat().st_size for f in store.rglob("*") if f.is_file())
    return {"keep the store, s": took, "store, MB": size / 1e6}


def loading(out: Path, _events: int) -> dict[str, float]:
    """The plain load of the file into a store of Oxigraph, the least that keeping can take."""
    store = ox.Store(str(out / "plain"))
    _, took = timed(lambda: store.bulk_load(path=str(out / "graph.ttl"), format=ox.RdfFormat.TURTLE))
    return {"bulk load by Oxigraph alone, s": took}


STAGES = (writing, counting, rdflib_writing, validating, keeping, loading)
RATIOS = {
    "rdflib.serialize, s": "rdflib.serialize to our writing",
    "validate, s": "validating to our writing",
    "keep the store, s": "keeping the store to our writing",
}


def main(events: int, limit: float) -> None:
    """Every stage, then the ratios."""
    found: dict[str, float] = {}
    with TemporaryDirectory() as folder:
        for stage in STAGES:
            for name, value in apart(stage, Path(folder), events, limit).items():
                found[name] = value
                tell(name, value)
    for name, meaning in RATIOS.items():
        if name in found and "write Turtle, full, s" in found:
            tell(meaning, found[name] / found["write Turtle, full, s"])


def apart(stage: Stage, out: Path, events: int, limit: float) -> dict[str, float]:
    """What a stage gives in a process of its own; nothing but a line where it takes too long or dies."""
    context = multiprocessing.get_context("spawn")
    near, far = context.Pipe(duplex=False)
    process = context.Process(target=answered, args=(far, stage, out, events))
    process.start()
    far.close()
    try:
        if near.poll(limit):
            found: dict[str, float] = near.recv()
            return found
        print(f"{stage.__name__}: not done within {limit:.0f} s", flush=True)
    except EOFError:
        print(f"{stage.__name__}: ended without an answer", flush=True)
    finally:
        process.kill()
        process.join()
    return {}


def answered(far: Any, stage: Stage, out: Path, events: int) -> None:
    """A stage in its process, with the most memory it took."""
    found = stage(out, events)
    far.send({**found, f"{stage.__name__}, most memory, MB": getrusage(RUSAGE_SELF).ru_maxrss // 1024})


def tell(name: str, value: float) -> None:
    """A line of the table."""
    print(f"{name:<44} {value:14,.2f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", nargs="?", type=int, default=1_000)
    parser.add_argument("--limit", type=float, default=3_600, help="seconds of the clock a stage may take")
    given = parser.parse_args()
    main(given.events, given.limit)
