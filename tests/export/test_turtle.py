"""Turtle: readable, the same every time, and the same facts to every parser."""

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph as RdfGraph
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import XSD
from sample import sample_graph

from kg.export.turtle import turtle
from kg.ids import BASE, NAMESPACE
from kg.model import Document, Entity, Evidence, Graph, Property, Span, Text
from kg.ontology_dir import find
from kg.vocab import Vocabulary

VOCABULARY = Vocabulary.load(find().path)
GRAPH = sample_graph()
FULL = "".join(turtle(GRAPH, VOCABULARY))
SLIM = "".join(turtle(GRAPH, VOCABULARY, slim=True))


def parsed(text: str) -> RdfGraph:
    """What rdflib reads."""
    return RdfGraph().parse(data=text, format="turtle")


def test_two_parsers_read_the_same() -> None:
    """Both libraries find the same statements, and no blank node."""
    quads = ox.parse(FULL.encode(), format=ox.RdfFormat.TURTLE)
    triples = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    assert triples is not None
    again = RdfGraph().parse(data=triples, format="nt")
    assert isomorphic(again, parsed(FULL))
    assert b"_:" not in triples


def test_slim_keeps_every_fact_and_edge() -> None:
    """The slim file is part of the full one; only claims, edge statements and evidence are gone."""
    full, slim = set(parsed(FULL)), set(parsed(SLIM))
    assert slim < full
    folders = {"claim", "edge", "ev", "run"}
    pointers = {URIRef(NAMESPACE + p) for p in ("evidence", "mention")}
    for subject, predicate, _object in full - slim:
        folder = str(subject).removeprefix(BASE).split("/")[0]
        assert folder in folders or predicate in pointers


def test_no_literal_is_ill_typed() -> None:
    """Every typed literal has a value of its type, and language tags are zh or en."""
    for literal in parsed(FULL).objects():
        if isinstance(literal, Literal):
            assert literal.language in {None, "zh", "en"}
            assert not literal.ill_typed
            if literal.datatype == XSD.decimal:
                assert 0 <= Decimal(str(literal)) <= 1


def test_layout_is_for_reading() -> None:
    """Prefixed names, a heading for each part, one indented block a subject, no long IRIs in facts."""
    facts = FULL.split("# --- Facts ---")[1].split("# ---")[0]
    assert "    kg:measure gov-sanction:major-demerit ;" in facts
    assert "<https://" not in facts
    for heading in ("Places", "Organisations", "Claims", "Evidence"):
        assert f"# --- {heading} ---" in FULL
    assert FULL.count("\nplace:421381 a kg:Place") == 1


def test_bytes_do_not_depend_on_the_hash_seed() -> None:
    """Three processes with different seeds write the same bytes."""
    code = "import test_turtle as t, hashlib; print(hashlib.sha256(t.FULL.encode()).hexdigest())"
    paths = os.pathsep.join([*sys.path, str(Path(__file__).parent)])
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(found) == 1


def test_every_evidence_quote_stands_in_the_text() -> None:
    """Offsets and quote agree, with ten characters on either side."""
    query = """PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?s ?e ?x ?p ?f WHERE {
      ?r oa:hasSelector ?a , ?b . ?a oa:start ?s ; oa:end ?e .
      ?b oa:exact ?x ; oa:prefix ?p ; oa:suffix ?f }"""
    text = GRAPH.documents[0].text
    rows = list(parsed(FULL).query(query))
    assert len(rows) == len({e for f in GRAPH.facts for w in f.witnesses for e in w.evidence})
    for start, end, exact, before, after in rows:
        s, e = int(start), int(end)
        assert text[s:e] == str(exact)
        assert (str(before), str(after)) == (text[max(0, s - 10) : s], text[e : e + 10])


NASTY = [
    '"""',
    'back\\slash "quote"',
    "line\nbreak\r\ttab",
    "😀 emoji",
    "\u202eright-to-left",
    "\x00\x01\x7f",
    "'''",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NASTY), st.text()), min_size=1, max_size=4))
def test_any_label_survives(labels: list[str]) -> None:
    """Labels of any characters come back unchanged from both parsers."""
    things = tuple(
        Entity(f"org/x{n}", "Organization", label, (), (Property("content", Text(label, "zh")),))
        for n, label in enumerate(labels)
    )
    text = "".join(turtle(Graph((), things, (), ()), VOCABULARY))
    by_rdflib, by_oxigraph = parsed(text), ox.Store()
    by_oxigraph.load(text.encode(), format=ox.RdfFormat.TURTLE)
    for thing in things:
        node, predicate = f"{BASE}{thing.id}", f"{NAMESPACE}content"
        assert str(by_rdflib.value(URIRef(node), URIRef(predicate))) == thing.label
        quads = by_oxigraph.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(predicate), None)
        assert [q.object.value for q in quads] == [thing.label]


def test_personal_data_stays_out() -> None:
    """A mail address near a quote is blanked with its length kept."""
    text = "某县通报。联系:zhao@example.org。"
    doc = Document("d", text, text)
    quote = Evidence(Span("d", 0, 9), text[:9])
    thing = Entity("org/a", "Organization", "某县", mentions=(quote,))
    out = "".join(turtle(Graph((doc,), (thing,), (), ()), VOCABULARY))
    assert "example.org" not in out.split("@base")[1]
    assert 'oa:suffix "▒▒▒▒▒▒▒▒▒▒"' in out


def test_a_label_of_ten_thousand_characters_survives() -> None:
    """Long labels are not cut."""
    graph = replace(GRAPH, entities=(Entity("org/long", "Organization", "长" * 10_000),))
    assert "长" * 10_000 in "".join(turtle(graph, VOCABULARY))


def test_no_clock_unless_asked_for() -> None:
    """Run times stand in the file only when they are given."""
    assert "AtTime" not in FULL
    timed = "".join(turtle(GRAPH, VOCABULARY, times=("2026-01-31T12:00:00Z", "2026-01-31T12:00:05Z")))
    assert timed.count('"^^xsd:dateTime') == 2
    assert len(parsed(timed)) == len(parsed(FULL)) + 2


def test_the_base_is_one_setting() -> None:
    """Another base moves every id and nothing else."""
    moved = "".join(turtle(GRAPH, VOCABULARY, base="http://example.org/x/"))
    assert BASE not in moved
    assert moved.replace("http://example.org/x/", BASE) == FULL
