"""What may be called a query, how answers are written, and how wrong queries are refused."""

import json
from pathlib import Path

import pytest
from sample import PERSON, sample_graph

from kg import query
from kg.errors import InputError, QueryError
from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.query.pack import folder, heading
from kg.vocab import Vocabulary


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder with the sample graph."""
    path = tmp_path_factory.mktemp("out")
    vocabulary = Vocabulary.load(find().path)
    (path / "graph.ttl").write_text("".join(turtle(sample_graph(), vocabulary)), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["cq02", "2", "02", "cq02-sanctions"])
def test_a_query_by_name(out: Path, name: str) -> None:
    """Stem, short name and number mean the same query."""
    assert query.run(out, name).rows[0][0] == PERSON


def test_a_query_by_file_and_by_text(out: Path, tmp_path: Path) -> None:
    """A file is read, anything that looks like SPARQL is taken as it is; common prefixes are known."""
    text = "SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name"
    (tmp_path / "mine.rq").write_text(text, encoding="utf-8")
    for asked in (text, str(tmp_path / "mine.rq")):
        assert query.run(out, asked).rows == ((PERSON,), ("钱样本",))


def test_a_number_of_several_queries_is_asked_back(out: Path) -> None:
    """Four is two queries; 4a is one."""
    with pytest.raises(QueryError, match="cq04a-cleared-by-province or cq04b-may-overlap"):
        query.run(out, "cq04")
    assert len(query.run(out, "4a").rows) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("cq99", "no shipped query"),
        ("SELECT ?x WHERE { ?x a ", "line 1, column 24"),
        ("SELECT ?x\nWHERE { ?x nix:a ?y }", "line 2, column 17.*prefix is not declared"),
        ("SELECT * {", "line 1"),
        ("DELETE WHERE { ?s ?p ?o }", "does not parse"),
        ("", "no file"),
    ],
)
def test_a_wrong_query_is_refused_with_its_place(out: Path, text: str, reason: str) -> None:
    """One line, no grammar of the parser."""
    with pytest.raises(QueryError, match=reason) as caught:
        query.run(out, text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_results_in_every_format(out: Path) -> None:
    """JSON is the SPARQL 1.1 format, CSV has a header and CRLF, TSV and XML are spelled out."""
    result = query.run(out, "cq04a")
    found = json.loads(result.to_json())
    assert found["head"]["vars"] == ["prov", "raw"]
    assert found["results"]["bindings"][0]["prov"] == {
        "type": "literal",
        "value": "安徽省",
        "xml:lang": "zh",
    }
    assert result.to_csv().split("\r\n")[:2] == ["prov,raw", "安徽省,34"]
    assert result.to_tsv().startswith("?prov\t?raw\n")
    assert "<binding" in result.to_xml()


def test_truth_and_statements_are_tables_too(out: Path) -> None:
    """ASK has one cell, CONSTRUCT three columns; both can be written."""
    truth = query.run(out, "ASK { ?x a kg:Person }")
    assert (truth.columns, truth.rows) == (("answer",), (("true",),))
    assert json.loads(truth.to_json())["boolean"] is True
    assert truth.to_csv() == "answer\r\ntrue\r\n"
    made = query.run(out, "CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p org:role ?r ; rdfs:label ?l }")
    assert made.columns == ("subject", "predicate", "object")
    assert made.rows[0][2] == f"{PERSON}任主任"
    assert PERSON in made.to_csv()


def test_an_unbound_cell_is_empty(out: Path) -> None:
    """OPTIONAL without a match leaves nothing."""
    result = query.run(out, "SELECT ?p ?x { ?p a kg:Person OPTIONAL { ?p kg:nothing ?x } }")
    assert result.rows[0][1] == ""


@pytest.mark.parametrize(("content", "reason"), [(None, "run kg build first"), ("no turtle", "is no Turtle")])
def test_a_folder_without_a_graph_is_refused(tmp_path: Path, content: str | None, reason: str) -> None:
    """The message says what is missing or broken."""
    if content is not None:
        (tmp_path / "graph.ttl").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        query.run(tmp_path, "cq01")


def test_a_kept_store_answers_like_the_turtle(out: Path, tmp_path: Path) -> None:
    """Same rows from the store; a changed Turtle wins over an old store; a damaged store is passed over."""
    graph = tmp_path / "graph.ttl"
    graph.write_text((out / "graph.ttl").read_text(encoding="utf-8"), encoding="utf-8")
    kept = query.keep(tmp_path)
    assert kept.is_dir()
    assert query.is_current(tmp_path)
    assert query.run(tmp_path, "cq03").rows == query.run(out, "cq03").rows
    (kept / "CURRENT").write_text("damaged", encoding="utf-8")
    assert query.run(tmp_path, "cq03").rows == query.run(out, "cq03").rows
    query.keep(tmp_path)
    graph.write_text("", encoding="utf-8")
    assert query.run(tmp_path, "SELECT ?s { ?s ?p ?o }").rows == ()


def test_a_broken_graph_leaves_no_store(tmp_path: Path) -> None:
    """Keeping a file that is no Turtle fails and leaves nothing behind."""
    (tmp_path / "graph.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(InputError, match="is no Turtle"):
        query.keep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_every_shipped_query_has_title_and_comment_in_two_languages() -> None:
    """The header of each file has them in order."""
    paths = sorted(folder().glob("*.rq"))
    assert len(paths) == len(query.shipped())
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line.partition(": ")[0] for line in lines[:4]] == [
            "# title",
            "# 标题",
            "# comment",
            "# 说明",
        ]
        for lang in ("en", "zh"):
            assert heading(path, lang)
            assert heading(path, lang, "comment")
