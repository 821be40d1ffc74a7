"""Pages of things: no name of a text becomes markup, script or a link that runs."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sample import sample_graph

from kg.export.turtle import turtle
from kg.model import Edge, Entity, Graph
from kg.ontology_dir import find
from kg.vocab import Vocabulary

httpx = pytest.importorskip("httpx", reason="httpx is not installed")
NASTY = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def test_a_text_with_its_facts_beside_it(site: str, out: Path) -> None:
    """Every quote is marked once, in order, with links to the facts it bears; claims are no facts."""
    page = httpx.get(f"{site}text/sample")
    assert page.status_code == 200
    starts = [int(s) for s in re.findall(r'<li id="c(\d+)-', page.text)]
    assert starts == sorted(set(starts))
    graph = sample_graph()
    assert len(starts) == len({w.evidence[0].id for f in graph.facts for w in f.witnesses})
    for fact in graph.facts:
        assert f'href="/id/{fact.id}"' in page.text
    assert "claim/" not in page.text
    assert httpx.get(f"{site}text/nothing").status_code == 404


def test_a_name_is_shown_not_run(tmp_path: Path, serving: Callable[..., AbstractContextManager[str]]) -> None:
    """Escaped in title and cells, and the page forbids scripts of elsewhere."""
    things = (Entity("org/a", "Organization", NASTY, (NASTY,)), Entity("org/b", "Organization", "乙"))
    graph = Graph((), things, (), (Edge("org/b", "partOf", "org/a"),))
    text = "".join(turtle(graph, Vocabulary.load(find().path)))
    text += "\n<org/a> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <javascript:alert(1)> .\n"
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    with serving(tmp_path, workers=1) as site:
        for thing in ("a", "b"):
            page = httpx.get(f"{site}id/org/{thing}", headers={"Accept": "text/html"})
            assert page.status_code == 200
            assert "<script>" not in page.text
            assert "<img" not in page.text
            assert "&lt;script&gt;" in page.text
            assert 'href="javascript:' not in page.text
            assert "default-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    "address", ["text/V%C2%95", "id/%F4%8D%93%BA", "id/person/%C2%86x", "voc/a%7Fb", "ns/?)V%92"]
)
def test_an_address_of_nothing_is_not_found(site: str, address: str) -> None:
    """Characters that stand in no IRI, and a query string that is no UTF-8, are answered 404."""
    assert httpx.get(site + address).status_code == 404
