"""One text that tries every attack of docs/security.md, built for real: nothing of it acts in any output."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph
import pytest

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
MARKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg onload=alert(1)>",
    "javascript:alert(1)",
    "=cmd|' /C calc'!A0",
    '"@zh .\n<x> a <y> . #',
    "''' . <x> a <y> .",
    "} ; DROP ALL ; INSERT DATA { <x> a <y> ",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "\x1b[31m\x1b]0;title\x07",
    "\u202e\u2066\u200f",
    "../../../etc/passwd",
    "\x00\x08",
)
ROWS = [
    {
        "id": "../../etc/passwd",
        "title": f"通报{mark}",
        "url": "javascript:alert(1)" if n % 2 else f"https://example.org/{n}",
        "text": f"{mark}怀宁县纪委{mark}通报。2023年2月,怀宁县水利局局长赵试样{mark}受到党内警告处分{mark}。"
        f"怀宁县纪委印发《关于加强{mark}作风建设的意见》,要求“{mark}整治到位”。",
    }
    for n, mark in enumerate(MARKS)
]
ROWS = [{**row, "id": f"{row['id']}{n}"} for n, row in enumerate(ROWS)]


def kg(*arguments: object) -> str:
    """What a command answers; it succeeds."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of all attacks, and what it said."""
    folder = tmp_path_factory.mktemp("attacks")
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    said = kg("-v", "build", folder / "in.jsonl", "-o", folder / "out")
    (folder / "said").write_text(said, encoding="utf-8")
    assert f"documents\tbuilt\t{len(ROWS)}" in said
    return folder / "out"


def acting(text: str) -> set[str]:
    """Characters that a terminal or a reader would do something on instead of showing them."""
    return {
        f"{ord(c):04X}" for c in text if c not in "\n\r\t" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}
    }


def test_nothing_was_written_elsewhere(out: Path) -> None:
    """Ids that climb out of the folder lead nowhere."""
    assert {p.name for p in out.parent.iterdir()} == {"in.jsonl", "said", "out"}
    rows = [json.loads(line) for line in (out / "texts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+", row["id"]) and ".." not in row["id"] for row in rows)


def test_turtle_holds_no_statement_of_a_text(out: Path) -> None:
    """It parses, and no subject, predicate or object is one that a text tried to put in."""
    data = (out / "graph.ttl").read_bytes()
    quads = list(pyoxigraph.parse(data, pyoxigraph.RdfFormat.TURTLE, base_iri="https://base.example/"))
    named = {
        t.value
        for q in quads
        for t in (q.subject, q.predicate, q.object)
        if isinstance(t, pyoxigraph.NamedNode)
    }
    assert not [iri for iri in named if iri.startswith("https://base.example/")]
    assert not [iri for iri in named if iri.lower().startswith("javascript")]
    assert acting(data.decode()) == set()


class Elements(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_the_page_holds_no_element_of_a_text(out: Path) -> None:
    """No image, handler or address of a text; scripts from elsewhere are forbidden."""
    page = (out / "graph.html").read_text(encoding="utf-8")
    found = Elements()
    found.feed(page)
    assert ("src", "x") not in found.attributes
    assert not [a for a in found.attributes if a[0].startswith("on")]
    assert not [a for a in found.attributes if "javascript:" in a[1].lower()]
    assert "alert(1)</script>" not in page
    policy = next(v for n, v in found.attributes if n == "content" and "default-src" in v)
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy


def test_no_cell_is_a_formula(out: Path) -> None:
    """Tables of the exports and answers as CSV."""
    kg("export", out, "--to", "csv", "-o", out / "csv")
    tables = [p.read_text(encoding="utf-8") for p in sorted((out / "csv").glob("*.csv"))]
    tables.append(kg("query", out, "SELECT ?s ?l { ?s rdfs:label ?l }", "--format", "csv"))
    cells = [cell for table in tables for row in csv.reader(io.StringIO(table)) for cell in row]
    assert len(cells) > 100
    assert not [c for c in cells if c[:1] in "=+@\t\r" and c[:1]]


def test_nothing_acts_on_the_terminal(out: Path) -> None:
    """What the build said, an explanation and a table show codes instead."""
    said = (out.parent / "said").read_text(encoding="utf-8")
    said += kg("explain", out, "赵试样") + kg("query", out, "SELECT ?l { ?s rdfs:label ?l }")
    assert acting(said) == set()


def test_no_template_is_filled_in(out: Path) -> None:
    """Braces stay braces."""
    page = (out / "graph.html").read_text(encoding="utf-8")
    assert "{{7*7}}" in page or r"{{7*7}}" in (out / "graph.ttl").read_text(encoding="utf-8")


def test_nothing_of_the_machine_is_in_an_output(out: Path) -> None:
    """No file that a text names was read."""
    for path in (
        p for p in out.rglob("*") if p.is_file() and p.suffix in {".ttl", ".html", ".jsonl", ".csv"}
    ):
        assert "root:x:0" not in path.read_text(encoding="utf-8")
