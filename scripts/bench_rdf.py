"""Time the Turtle writer, the store and the validation: ``python scripts/bench_rdf.py [EVENTS]``.

Times say little from one machine to the next; the ratio to ``rdflib.serialize`` of the same graph does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import TypeVar

import pyoxigraph as ox
from rdflib import Graph as RdfGraph
from rdflib import Literal, URIRef

from kg.export.formats import named_graphs
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


def timed(what: str, work: Callable[[], T]) -> tuple[T, float]:
    """Do something, and print how long it took."""
    started = time.perf_counter()
    found = work()
    took = time.perf_counter() - started
    print(f"{what:<44} {took:9.2f} s", flush=True)
    return found, took


def main(events: int) -> None:
    """Write with both, then keep a store and validate."""
    few, full, ours = written(events)
    print(f"{'triples an event, slim and full':<44} {few / events:9.1f} {statements(full) / events:6.1f}")
    theirs = written_by_rdflib(full)
    print(f"{'ratio of rdflib writing to ours':<44} {theirs / ours:9.1f}", flush=True)
    with TemporaryDirectory() as folder:
        out = Path(folder)
        (out / "graph.ttl").write_text(full, encoding="utf-8")
        del full
        report, checked = timed("validate", lambda: validate(out, engine="fast"))
        print(f"{'findings':<44} {len(report.lines):9}")
        print(f"{'ratio of validating to writing':<44} {checked / ours:9.1f}", flush=True)
        _, kept = timed("keep the store, with a graph a text", lambda: keep(out, named_graphs))
        print(f"{'ratio of keeping the store to writing':<44} {kept / ours:9.1f}")
    print(f"{'most memory, MB':<44} {getrusage(RUSAGE_SELF).ru_maxrss // 1024:9}")


def written_by_rdflib(full: str) -> float:
    """The seconds rdflib needs for the same graph; filled from Oxigraph, since its own parser is slower."""
    filled = RdfGraph()
    for prefix, namespace in PREFIXES.items():
        filled.bind(prefix, namespace)
    for triple in ox.parse(full.encode(), format=ox.RdfFormat.TURTLE):
        filled.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return timed("rdflib writes it", lambda: filled.serialize(format="turtle"))[1]


@cache
def term(found: ox.NamedNode | ox.Literal) -> URIRef | Literal:
    """A term of Oxigraph as one of rdflib."""
    if isinstance(found, ox.NamedNode):
        return URIRef(found.value)
    if found.language:
        return Literal(found.value, lang=found.language)
    return Literal(found.value, datatype=URIRef(found.datatype.value))


def written(events: int) -> tuple[int, str, float]:
    """How many statements the slim file has, the full file, and the seconds it took."""
    vocabulary = Vocabulary.load(find().path)
    sample, _ = timed(f"make {events} events", lambda: graph(events))
    few = statements("".join(turtle(sample, vocabulary, slim=True)))
    full, ours = timed("write Turtle, full", lambda: "".join(turtle(sample, vocabulary)))
    return few, full, ours


def statements(turtle_text: str) -> int:
    """How many statements a file has."""
    store = ox.Store()
    store.bulk_load(turtle_text.encode(), format=ox.RdfFormat.TURTLE)
    return len(store)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
