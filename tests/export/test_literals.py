"""No ill-typed literal and no odd language tag in any RDF output or file of the ontology."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from built import graph as built
from rdflib import Dataset
from sample import sample_graph

from kg.export.formats import FORMATS, View
from kg.export.rdf.dates import days
from kg.export.turtle import turtle
from kg.ids import NAMESPACE
from kg.model import Entity, Graph, Property, Text
from kg.ontology_dir import find
from kg.query.protocol import Question, Reply, reply
from kg.serve.describe import service, void
from kg.vocab import Vocabulary

FOLDER = find().path
VOCABULARY = Vocabulary.load(FOLDER)
EXAMPLES = FOLDER.parent / "docs" / "examples"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "slim": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf12": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""The RDF formats of ``kg export``."""


def edtf(text: str) -> bool:
    """Whether a text is a date, or a period of two, of EDTF levels 0 and 1 as the model uses them."""
    parts = text.split("/")
    return len(parts) <= 2 and all(_part(p) for p in parts) and any(p not in {"", ".."} for p in parts)


def _part(text: str) -> bool:
    if text in {"", ".."}:
        return True
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", text)
    if found is None:
        return False
    year, month, day = (int(g) if g else 1 for g in found.groups())
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def fits(pattern: str) -> Callable[[str], bool]:
    """A check by a pattern."""
    return lambda text: re.fullmatch(pattern, text, re.ASCII) is not None


def read_by(reader: Callable[[str], object], pattern: str) -> Callable[[str], bool]:
    """A check by a pattern and a parser that raises."""

    def check(text: str) -> bool:
        try:
            reader(text)
        except ValueError:
            return False
        return fits(pattern)(text)

    return check


CHECKS: dict[str, Callable[[str], bool]] = {
    XSD + "string": lambda _text: True,
    XSD + "boolean": fits("true|false|0|1"),
    XSD + "integer": fits(r"[+-]?\d+"),
    XSD + "decimal": fits(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    XSD + "date": read_by(date.fromisoformat, r"\d{4}-\d\d-\d\d"),
    XSD + "dateTime": read_by(datetime.fromisoformat, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"),
    XSD + "duration": fits(r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?"),
    XSD + "anyURI": fits(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+"),
    EDTF: edtf,
}
"""The datatypes there may be, and what a value of each must hold to. One that is not here is a fault."""


@cache
def graphs() -> dict[str, str]:
    """Turtle of the sample with run times, of the example notices as built, and of awkward values."""
    notices = [p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.glob("*.txt"))]
    times = ("2026-01-31T12:00:00Z", "2026-01-31T12:00:05Z")
    tags = tuple(Property("content", Text("words", lang)) for lang in ("zh", "ZH", "EN", "en", ""))
    thing = Entity(
        "org/a", "Organization", "甲县", (), (*tags, Property("url", Text("https://example.org/a?b=1")))
    )
    return {
        "sample": "".join(turtle(sample_graph(), VOCABULARY, times=times)),
        "examples": "".join(turtle(built(*notices), VOCABULARY)),
        "awkward": "".join(turtle(Graph((), (thing,), (), ()), VOCABULARY)),
    }


@cache
def loaded(name: str) -> ox.Store:
    """A graph as ``kg query`` sees it."""
    store = ox.Store()
    store.load(graphs()[name].encode(), format=ox.RdfFormat.TURTLE)
    return store


@cache
def outputs() -> dict[str, tuple[bytes, ox.RdfFormat]]:
    """Every RDF text this project writes or ships."""
    found = {p.name: (p.read_bytes(), ox.RdfFormat.TURTLE) for p in sorted(FOLDER.glob("*.ttl"))}
    for name, text in graphs().items():
        found[name] = (text.encode(), ox.RdfFormat.TURTLE)
        view = View.read(loaded(name))
        for format_, kind in RDF.items():
            for file, content in FORMATS[format_].files(view, VOCABULARY).items():
                whole = content if isinstance(content, bytes) else "".join(content).encode()
                found[f"{name}, {format_}, {file}"] = (whole, kind)

    def ask(question: Question) -> Reply:
        return reply(loaded("sample"), question)

    for name, text in (("service", service("http://x.example/")), ("void", void(ask, "http://x.example/"))):
        found[name] = (text.encode(), ox.RdfFormat.TURTLE)
    return found


def literals(name: str) -> list[ox.Literal]:
    """Every literal of an output."""
    text, kind = outputs()[name]
    return [q.object for q in ox.parse(text, format=kind) if isinstance(q.object, ox.Literal)]


FILES = {
    "turtle": ["graph.ttl"],
    "slim": ["graph-slim.ttl"],
    "ntriples": ["graph.nt"],
    "nquads": ["graph.nq"],
    "trig": ["graph.trig"],
    "rdf12": ["graph-rdf12.ttl"],
    "jsonld": ["context.jsonld", "graph.jsonld"],
}
MADE = ("sample", "examples", "awkward")
NAMES = [
    *("kg.ttl", "schemes.ttl", "shapes.ttl", "service", "void", *MADE),
    *(f"{graph}, {name}, {file}" for graph in MADE for name, files in FILES.items() for file in files),
]
"""Every output by name, without making them while tests are collected."""


def test_every_output_is_looked_at() -> None:
    """The list of outputs is complete: all RDF formats, all files of the ontology, both descriptions."""
    assert sorted(NAMES) == sorted(outputs())
    others = {"graphml", "gexf", "csv", "parquet", "neo4j", "ftm"}
    assert set(RDF) == set(FORMATS) - others


@pytest.mark.parametrize("name", NAMES)
def test_every_typed_literal_has_a_value_of_its_type(name: str) -> None:
    """Each is parsed by its datatype; a datatype nobody knows is a fault too."""
    for literal in literals(name):
        if literal.language is None:
            check = CHECKS.get(literal.datatype.value)
            assert check is not None, literal
            assert check(literal.value), literal


@pytest.mark.parametrize("name", NAMES)
def test_language_tags_are_zh_and_en_in_both_stores(name: str) -> None:
    """Lower case as written, and the same strings have the same tags in Oxigraph and in rdflib."""
    text, kind = outputs()[name]
    ours = {(x.value, x.language) for x in literals(name) if x.language}
    assert {tag for _, tag in ours} <= {"zh", "en"}
    if kind == ox.RdfFormat.N_TRIPLES:
        assert set(re.findall(rb'"@([A-Za-z-]+) \.\n', text)) <= {b"zh", b"en"}
    if ", rdf12," not in name:  # which rdflib cannot read
        assert tagged_by_rdflib(text, kind) == ours


def tagged_by_rdflib(text: bytes, kind: ox.RdfFormat) -> set[tuple[str, str]]:
    """Every string with a language as rdflib reads it."""
    parsers = {
        "N_TRIPLES": "nt",
        "N_QUADS": "nquads",
        "TRIG": "trig",
        "JSON_LD": "json-ld",
        "TURTLE": "turtle",
    }
    data = Dataset()
    data.parse(data=text, format=next(p for k, p in parsers.items() if getattr(ox.RdfFormat, k) == kind))
    return {(str(o), o.language) for _, _, o, _ in data.quads() if getattr(o, "language", None)}


def test_tags_of_other_spellings_are_brought_down() -> None:
    """A tag in capitals becomes lower case; ``lang()`` says the same in both stores."""
    query = "SELECT DISTINCT (LANG(?o) AS ?l) { ?s <https://w3id.org/cadre-kg/ns#content> ?o }"
    data = Dataset()
    data.parse(data=graphs()["awkward"], format="turtle")
    theirs = {str(row[0]) for row in data.query(query)}  # type: ignore[index]
    assert {s["l"].value for s in loaded("awkward").query(query)} == theirs == {"zh", "en", ""}


def test_a_kept_store_holds_the_terms_of_the_turtle(tmp_path: Path) -> None:
    """What Oxigraph keeps on the disk has the same literals, types and tags as the file."""
    from kg.query import keep, open_store

    (tmp_path / "graph.ttl").write_text(graphs()["examples"], encoding="utf-8")
    keep(tmp_path)
    assert {q.triple for q in open_store(tmp_path)} == {q.triple for q in loaded("examples")}


def test_dates_of_edtf_are_those_of_a_library_too() -> None:
    """The EDTF package accepts every date, and every bound of a dated fact is a day within it."""
    library = pytest.importorskip("edtf", reason="edtf is not installed")
    found = {x.value for n in ("sample", "examples") for x in literals(n) if x.datatype.value == EDTF}
    assert len(found) > 10
    for text in sorted(found):
        assert library.parse_edtf(text), text


def test_bounds_agree_with_the_date() -> None:
    """A plain date gives the first and last day of its bounds; an approximate one may differ."""
    query = "SELECT ?d ?a ?b { ?f kg:dateEDTF ?d ; kg:notBefore ?a OPTIONAL { ?f kg:notAfter ?b } }"
    seen = 0
    for name in ("sample", "examples"):
        for row in loaded(name).query(query, prefixes={"kg": NAMESPACE}):
            start, _, end = row["d"].value.partition("/")
            last = row["b"].value if row["b"] is not None else ""
            assert last == "" or row["a"].value <= last
            for bound, part, number in ((row["a"].value, start, 0), (last, end or start, 1)):
                if not part.endswith("~"):
                    assert bound == days(part)[number], row
                    seen += 1
    assert seen > 40


@pytest.mark.parametrize(
    ("datatype", "wrong"),
    [
        *((XSD + "date", text) for text in ("2023-02-30", "2023-2-3", "20230203")),
        *((XSD + "dateTime", text) for text in ("2023-01-01", "2023-01-01T25:00:00Z")),
        *((XSD + "integer", text) for text in ("3.0", "")),
        *((XSD + "decimal", text) for text in ("1e3", ".")),
        *((XSD + "duration", text) for text in ("P", "P1YT", "18个月")),
        *(
            (EDTF, text)
            for text in ("2023-13", "2023-02-30", "2023-4", "今年4月", "../..", "", "2020/2021/2022")
        ),
        (XSD + "boolean", "True"),
        (XSD + "anyURI", "no address"),
    ],
)
def test_the_checks_would_notice(datatype: str, wrong: str) -> None:
    """A value that is none of its type is refused by the check."""
    assert not CHECKS[datatype](wrong)
