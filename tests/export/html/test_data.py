"""The data of the page: the graph's ids, quotes and counts, and nothing that should stay out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from export.html import invented
from rdflib import Graph as Rdf
from rdflib import URIRef

from kg.export.claims import files
from kg.export.html import assets, data, read, render
from kg.export.html import page as page_module
from kg.export.turtle import turtle
from kg.ids import BASE, iri
from kg.vocab import Vocabulary

ROOT = Path(__file__).resolve().parents[3]


def test_page_and_graph_hold_the_same_ids(small_page: str) -> None:
    """Entities, facts and edges of the page are those of the graph, no more and no less."""
    graph, found = invented.small(), read.ids(small_page)
    assert found["entities"] == [e.id for e in graph.entities]
    assert found["facts"] == [f.id for f in graph.facts]
    assert len(found["edges"]) == len(set(found["edges"])) == len(graph.edges)
    assert read.triples(small_page) == [(e.source, e.predicate, e.target) for e in graph.edges]


def test_page_and_turtle_say_the_same(small_page: str, vocabulary: Vocabulary) -> None:
    """Every entity, fact and edge of the page stands in the Turtle under the same IRI, and the reverse."""
    rdf = Rdf().parse(data="".join(turtle(invented.small(), vocabulary)), format="turtle")
    subjects = {str(s) for s in rdf.subjects() if isinstance(s, URIRef)}
    found = read.ids(small_page)
    folders = ("place/", "org/", "person/", "group/", "post/", "doc/", "mechanism/", "fact/", "text/")
    ours = {iri(i) for i in found["entities"] + found["facts"]}
    theirs = {s for s in subjects if s.startswith(tuple(BASE + f for f in folders))}
    assert ours <= theirs
    # What the Turtle has beyond is a text that is no entity of the sample.
    assert {t for t in theirs - ours if not t.startswith(BASE + "text/")} == set()
    for source, predicate, target in read.triples(small_page):
        assert (URIRef(iri(source)), URIRef(vocabulary.properties[predicate].iri), URIRef(iri(target))) in rdf
    assert {s for s in subjects if s.startswith(BASE + "edge/")} == {iri(i) for i in found["edges"]}


def test_page_and_json_lines_say_the_same(small_page: str, vocabulary: Vocabulary) -> None:
    """The evidence file and the page name the same entities, edges and facts."""
    found, lines = read.ids(small_page), files(invented.small(), vocabulary)

    def ids(name: str, key: str) -> set[str]:
        return {json.loads(line)[key] for line in lines[name]}

    assert ids("entities.jsonl", "id") == set(found["entities"])
    assert ids("edges.jsonl", "edge") == set(found["edges"])
    assert ids("claims.jsonl", "fact") == set(found["facts"])


def test_every_quote_is_the_text_at_its_offsets(small_page: str) -> None:
    """``text[start:end]`` equals the quote for each piece of evidence on the page."""
    texts = {d.id: d.text for d in invented.DOCS}
    quotes = read.quotes(small_page)
    assert len(quotes) > 20
    assert all(texts[doc][start:end] == quote for doc, start, end, quote in quotes)


def test_personal_data_stays_out(small_page: str) -> None:
    """Mail address and telephone number of the text are blanked in the context of the quotes."""
    assert "someone@example" not in small_page
    assert "13900000000" not in small_page


def test_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    """The page does not depend on PYTHONHASHSEED."""
    code = (
        "import sys; sys.path[:0] = [sys.argv[1], sys.argv[1] + '/tests']\n"
        "from export.html import invented; from kg.export.html import render\n"
        "from kg.vocab import Vocabulary\n"
        "from kg import ontology_dir; import hashlib\n"
        "page = render(invented.small(), Vocabulary.load(ontology_dir.find().path))\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(ROOT)],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(runs) == 1


def test_large_pages_are_compressed_and_read_back(
    vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the stated size the data is carried compressed, and reads back to the same ids."""
    monkeypatch.setattr(page_module, "PLAIN_UP_TO", 100_000)
    graph = invented.large(3000)
    page = render(graph, vocabulary)
    assert '<script type="application/gzip" id="kg-core">' in page
    assert read.ids(page)["entities"] == [e.id for e in graph.entities]
    assert len(read.ids(page)["edges"]) == len(graph.edges)


def test_roles_that_may_be_missing_have_words(small_page: str) -> None:
    """Every role the panel may list as not stated has a label, also where no fact fills it."""
    asked = re.search(r"const EXPECTED = \{(.*?)\};", assets.text("js/sentence.js"), re.DOTALL)
    assert asked
    roles = set(re.findall(r'"(\w+)"', asked[1]))
    assert roles == set(data.ROLES)
    assert roles <= set(read.block(small_page, "kg-core")["words"])
