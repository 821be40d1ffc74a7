"""Clients nobody here wrote ask the file and the running endpoint, and get the rows Oxigraph gives."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from rdflib import Graph as RdfGraph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import CLIENTS

from kg import query

QUERIES = [s.stem for s in query.shipped()]
Table = list[tuple[tuple[str, ...], ...]]


def table(rows: Iterable[Iterable[str]]) -> Table:
    """Rows in order; a cell of several values as a set in order, since GROUP_CONCAT has none."""
    return sorted(tuple(tuple(sorted(c.replace("; ", "、").split("、"))) for c in row) for row in rows)


def named(rows: Iterable[dict[str, str]], columns: tuple[str, ...]) -> Table:
    """Rows given by name as a table; an unbound cell is empty."""
    return table([row.get(c, "") for c in columns] for row in rows)


@pytest.mark.parametrize("stem", ["cq01", "cq03", "cq04a", "cq09", "cq12", "q15"])
@pytest.mark.parametrize("kind", ["file", "sparql"])
def test_comunica(kind: str, stem: str, out: Path, site: str, node: dict[str, str]) -> None:
    """Comunica, on the Turtle file and on the endpoint."""
    source = str(out / "graph.ttl") if kind == "file" else f"{site}sparql"
    command = ["node", str(CLIENTS / "clients.cjs"), "comunica", kind, source, query.resolve(stem)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=node, timeout=120)
    assert done.returncode == 0, done.stderr
    expected = query.run(out, stem)
    assert named(json.loads(done.stdout), expected.columns) == table(expected.rows)


@pytest.mark.parametrize("stem", QUERIES)
def test_sparqlwrapper(stem: str, out: Path, site: str) -> None:
    """SPARQLWrapper, every shipped query, in JSON and by POST."""
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    client = wrapper.SPARQLWrapper(f"{site}sparql", returnFormat=wrapper.JSON)
    client.setMethod(wrapper.POST)
    client.setQuery(query.resolve(stem))
    found = client.queryAndConvert()["results"]["bindings"]
    rows = [{n: c["value"] for n, c in row.items()} for row in found]
    expected = query.run(out, stem)
    assert named(rows, expected.columns) == table(expected.rows)


@pytest.mark.parametrize("stem", ["cq01", "cq04a", "q14"])
def test_rdflib_remote_store(stem: str, out: Path, site: str) -> None:
    """The store of rdflib that asks over SPARQL."""
    remote = RdfGraph(SPARQLStore(f"{site}sparql"))
    rows = [[str(c) for c in row] for row in remote.query(query.resolve(stem))]  # type: ignore[union-attr]
    assert table(rows) == table(query.run(out, stem).rows)
