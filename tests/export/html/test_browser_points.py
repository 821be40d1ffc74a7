"""Every point of the page on every graph: the small one, the article, the gallery and a generated one."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
from export.html.axe import axe
from export.html.browser import Opener, taken
from export.html.samples import GRAPHS, Sample, sample
from rdflib import Graph as Rdf

from kg.export.html import read
from kg.ids import BASE, iri

pytestmark = pytest.mark.browser

VIEWS = ("table", "timeline", "matrix", "places", "list", "graph")
SIZE = {"small": 2000, "article": 2000, "gallery": 2000, "generated": 5000}
"""Milliseconds a loaded machine may take; scripts/page_figures.py measures on its own."""


@pytest.fixture(params=[pytest.param(n, marks=[pytest.mark.slow] * (n == "generated")) for n in GRAPHS])
def name(request: pytest.FixtureRequest) -> str:
    """The name of a graph."""
    return str(request.param)


@pytest.fixture
def given(name: str) -> Sample:
    """The graph of that name."""
    return sample(name)


def test_1_whole_and_offline(show: Opener, given: Sample) -> None:
    """All views open without a request but for the file, and without a complaint of the policy."""
    page = show(given.page)
    for view in VIEWS:
        page.go(f"view={view}")
        page.until(f"document.body.dataset.view === '{view}'")
    assert [u for u in page.requests if not u.startswith(("file:", "blob:", "data:"))] == []
    assert sum(u.startswith("file:") for u in page.requests) == 1
    assert page.complaints == []


def test_2_first_sight(show: Opener, given: Sample, name: str) -> None:
    """Picture in time; title, counts, legend and hint are there; no name covers another; nothing moves."""
    page = show(given.page)
    assert page.run("performance.getEntriesByName('kg-picture')[0].startTime") < SIZE[name]
    assert page.text("h1") == read.title(given.page)
    for n in (len(given.graph.entities), len(given.graph.facts), len(given.graph.edges)):
        assert f"{n:,}" in page.text("#total")
    assert page.page.locator("#facets .choice").count() > 4
    assert "单击" in page.text("#hint")
    page.page.wait_for_timeout(700)
    boxes = page.run("cadreKg.names()")
    assert len(boxes) > 5
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    first = page.run(look)
    page.page.wait_for_timeout(600)
    assert page.run(look) == first


def test_3_find_and_focus(show: Opener, given: Sample) -> None:
    """A name is found by its characters; its surroundings open step by step; back; a link brings the same."""
    busy = next(e for e in given.graph.entities if e.id == given.busy)
    page = show(given.page)
    page.page.keyboard.press("/")
    page.page.keyboard.type(busy.label)
    page.page.keyboard.press("Enter")
    page.until(f"document.querySelector('#panel h2')?.textContent === {json.dumps(busy.label)}")
    page.run("() => document.getElementById('canvas').focus()")
    page.page.keyboard.press("n")
    page.until("document.getElementById('trail-count').textContent !== ''")
    count, link = page.text("#trail-count"), page.run("location.hash")
    assert f"near={busy.id}" in link
    page.page.click("#back")
    page.until("document.getElementById('trail-count').textContent === ''")
    again = show(given.page, fragment=link)
    assert again.text("#trail-count") == count
    assert again.complaints == []


def test_3_double_click(show: Opener, given: Sample) -> None:
    """A double click on a sign opens its surroundings, one on a neighbour opens more."""
    page = show(given.page, fragment=f"#near={given.busy}")
    page.page.wait_for_timeout(500)
    shown = "() => Number(document.getElementById('trail-count').textContent.replace(/[^0-9]/g, ''))"
    before = page.run(shown)
    ends = [(e.source, e.target) for e in given.graph.edges if given.busy in (e.source, e.target)]
    other = next(i for pair in ends for i in pair if i != given.busy and page.run("(i) => cadreKg.at(i)", i))
    page.page.mouse.dblclick(*page.run("(i) => cadreKg.at(i)", other))
    page.until(f"location.hash.includes({json.dumps(other)})")
    assert page.run(shown) >= before


def test_4_filter(show: Opener, given: Sample) -> None:
    """The commonest kind of fact leaves as many facts as the graph has; the chip undoes it."""
    (kind, wanted), *_ = Counter(f.kind for f in given.graph.facts).most_common(1)
    page = show(given.page, fragment=f"#kind={kind}")
    assert f"{wanted:,} 条事实" in page.text("#counts")
    page.page.locator("#chips .chip").first.click()
    page.until("location.hash === ''")
    assert f"{len(given.graph.facts):,} 条事实" in page.text("#counts")


def test_5_check(show: Opener, given: Sample) -> None:
    """The panel of a fact has its sentence, its quote in context, rule, review, date in its words and IRI."""
    fact = given.fact
    page = show(given.page, fragment=f"#fact={fact.id}")
    page.until("document.querySelector('#panel .quote mark')")
    text = page.text("#panel-body")
    for part in (iri(fact.id), fact.witnesses[0].rule, "未复核", fact.time.text):
        assert part in text
    marks = page.page.locator("#panel .quote mark").all_inner_texts()
    assert fact.witnesses[0].evidence[0].quote.replace("\n", " ").strip() in [
        m.replace("\n", " ").strip() for m in marks
    ]


def test_6_other_looks(show: Opener, given: Sample) -> None:
    """Table, timeline, matrix, places and list each hold something, and the table sifts."""
    page = show(given.page, fragment="#view=table")
    assert page.page.locator("#sheet tbody tr").count() == min(100, len(given.graph.facts))
    page.page.fill(".sift", "没有这样的话")
    page.until("document.querySelector('#sheet .empty')")
    page.page.fill(".sift", "")
    for view, part in {"timeline": ".mark", "matrix": ".heat", "places": ".bar", "list": "li"}.items():
        page.go(f"view={view}")
        page.until(f"document.querySelectorAll('#sheet {part}').length > 0")
    assert page.complaints == []


def test_7_take_away(show: Opener, given: Sample, tmp_path: Path) -> None:
    """Around the busiest: Turtle and JSON-LD stand in the whole Turtle; CSV, PNG and SVG are sound."""
    page = show(given.page, fragment=f"#near={given.busy}")
    part = Rdf().parse(data=taken(page, "Turtle", tmp_path).read_text(encoding="utf-8"), format="turtle")
    linked = taken(page, "JSON-LD", tmp_path).read_text(encoding="utf-8")
    assert set(Rdf().parse(data=linked, format="json-ld")) == set(part)
    whole = pyoxigraph.Store()
    whole.load(given.turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    mine = pyoxigraph.Store()
    mine.load(part.serialize(format="nt").encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert [q for q in mine if q not in whole] == []
    rows = list(csv.reader(io.StringIO(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(rows) > 1
    assert taken(page, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG")
    assert ET.fromstring(taken(page, "SVG", tmp_path).read_text(encoding="utf-8")) is not None  # noqa: S314 ours


def test_8_for_everyone(show: Opener, given: Sample) -> None:
    """English, dark, on a phone: nothing runs out at the side, axe finds nothing serious in any view."""
    page = show(
        given.page, size=(390, 844), locale="en-GB", color_scheme="dark", has_touch=True, is_mobile=True
    )
    assert page.text("#tabs button") == "Graph"
    for view in VIEWS:
        page.go(f"view={view}")
        page.until(f"document.body.dataset.view === '{view}'")
        assert page.run("document.documentElement.scrollWidth") <= 390, view
        assert axe(page) == [], view


def test_9_weight(given: Sample, name: str) -> None:
    """An article's page is under two megabytes, that of 20,000 nodes under twelve."""
    assert len(given.page.encode()) < (12_000_000 if name == "generated" else 2_000_000)


def test_10_same_truth(show: Opener, given: Sample) -> None:
    """Ids of entities, facts and edges are the Turtle's, and the counts on the page are theirs."""
    store: Any = pyoxigraph.Store()
    store.load(given.turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    subjects = {q.subject.value for q in store if isinstance(q.subject, pyoxigraph.NamedNode)}
    found = read.ids(given.page)
    for folder, key in (("fact/", "facts"), ("edge/", "edges")):
        assert {s for s in subjects if s.startswith(BASE + folder)} == {iri(i) for i in found[key]}
    named = ("place/", "org/", "person/", "group/", "post/", "doc/", "mechanism/", "text/")
    theirs = {s for s in subjects if s.startswith(tuple(BASE + f for f in named))}
    ours = {iri(i) for i in found["entities"]}
    assert ours <= theirs | {iri(i) for i in found["entities"] if not i.startswith(named)}
    assert {t for t in theirs - ours if not t.startswith(BASE + "text/")} == set()
    page = show(given.page)
    for key in ("entities", "facts", "edges"):
        assert f"{len(found[key]):,}" in page.text("#total")
