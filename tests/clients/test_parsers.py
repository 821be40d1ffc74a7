"""Five parsers nobody here wrote read the same statements from the Turtle."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph as RdfGraph
from sample import sample_graph
from serving import CLIENTS, program

from kg.export.formats import FORMATS, View
from kg.export.turtle import turtle
from kg.model import Entity, Graph
from kg.ontology_dir import find
from kg.vocab import Vocabulary

FOLDER = find().path
VOCABULARY = Vocabulary.load(FOLDER)
NASTY = '"""\\ "quotes" \n\r\t emoji 😀 \u202e RTL \u200b \x7f ^^@zh'


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample graph with one thing of a difficult name, as Turtle."""
    sample = sample_graph()
    things = (*sample.entities, Entity("org/nasty", "Organization", NASTY))
    path = tmp_path_factory.mktemp("parsers") / "graph.ttl"
    text = "".join(turtle(Graph(sample.documents, things, sample.facts, sample.edges), VOCABULARY))
    path.write_text(text, encoding="utf-8")
    return path


def statements(triples: bytes) -> set[ox.Triple]:
    """N-Triples as a set."""
    return {q.triple for q in ox.parse(triples, format=ox.RdfFormat.N_TRIPLES)}


def expected(path: Path) -> set[ox.Triple]:
    """What Oxigraph reads."""
    return {q.triple for q in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)}


def run(command: list[str], env: dict[str, str] | None = None) -> bytes:
    """The output of a program that must not fail or complain."""
    done = subprocess.run(command, capture_output=True, check=False, env=env, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


FILES = ["graph", *(FOLDER / n for n in ("kg.ttl", "schemes.ttl", "shapes.ttl"))]


@pytest.fixture(params=FILES, ids=lambda p: p if isinstance(p, str) else p.name)
def path(request: pytest.FixtureRequest, graph: Path) -> Path:
    """The graph and each file of the ontology."""
    return graph if request.param == "graph" else Path(request.param)


def same(found: set[ox.Triple], path: Path) -> None:
    """Compare, blank nodes by their number only (the shapes have some)."""
    wanted = expected(path)

    def ground(triples: set[ox.Triple]) -> set[ox.Triple]:
        return {t for t in triples if not any(isinstance(x, ox.BlankNode) for x in (t.subject, t.object))}

    assert len(found) == len(wanted)
    assert ground(found) == ground(wanted)


def test_rdflib(path: Path) -> None:
    """The Python library."""
    same(statements(RdfGraph().parse(path).serialize(format="nt").encode()), path)


def test_rapper(path: Path) -> None:
    """Raptor, in C."""
    rapper = program("rapper", "raptor2-utils")
    same(statements(run([rapper, "-q", "-i", "turtle", "-o", "ntriples", str(path)])), path)


def test_serdi(path: Path) -> None:
    """Serd, in C, in strict mode."""
    same(statements(run([program("serdi", "serdi"), "-i", "turtle", "-o", "ntriples", str(path)])), path)


def test_n3js(path: Path, node: dict[str, str]) -> None:
    """N3.js, in JavaScript."""
    same(statements(run(["node", str(CLIENTS / "clients.cjs"), "n3", str(path)], node)), path)


@pytest.mark.parametrize("name", ["slim", "turtle", "ntriples"])
def test_exports_in_n3js(name: str, graph: Path, tmp_path: Path, node: dict[str, str]) -> None:
    """What export writes is read by N3.js as Oxigraph reads it."""
    store = ox.Store()
    store.load(path=str(graph), format=ox.RdfFormat.TURTLE)
    ((file, content),) = FORMATS[name].files(View.read(store), VOCABULARY).items()
    target = tmp_path / file
    target.write_bytes(content if isinstance(content, bytes) else "".join(content).encode())
    found = statements(run(["node", str(CLIENTS / "clients.cjs"), "n3", str(target)], node))
    kind = ox.RdfFormat.N_TRIPLES if name == "ntriples" else ox.RdfFormat.TURTLE
    assert found == {q.triple for q in ox.parse(path=str(target), format=kind)}
