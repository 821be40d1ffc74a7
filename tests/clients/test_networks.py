"""Readers of network files that nobody here wrote find every thing and every edge."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from exported import SAMPLE, store_of, written
from sample import PERSON
from serving import CLIENTS

from kg.export.formats import View
from kg.model import Entity, Graph

NASTY = ' "quotes" & <tags>\r\n\tline\u2028\x85 emoji \U0001f600 \u202e RTL ]]> '
THING = Entity("org/nasty", "Organization", NASTY)
MORE = Graph(SAMPLE.documents, (*SAMPLE.entities, THING), SAMPLE.facts, SAMPLE.edges)
ENDS = sorted((e.source, e.predicate, e.target) for e in SAMPLE.edges)


def file(name: str, folder: Path) -> Path:
    """The sample with one thing of a difficult name in a format of one file."""
    ((title, content),) = written(name, View.read(store_of(MORE))).items()
    (folder / title).write_bytes(content)
    return folder / title


def test_gexf_in_the_reader_of_gephi_lite(tmp_path: Path, node: dict[str, str]) -> None:
    """graphology, which Gephi Lite is made of: nodes and edges with labels and attributes, none missing."""
    command = ["node", str(CLIENTS / "clients.cjs"), "gexf", str(file("gexf", tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=node, timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    nodes = {n["id"]: n for n in found["nodes"]}
    assert {e.id for e in MORE.entities} <= set(nodes)
    person = next(e.id for e in SAMPLE.entities if e.label == PERSON)
    assert (nodes[person]["label"], nodes[person]["kind"]) == (PERSON, "Person")
    assert nodes[THING.id]["label"] == NASTY
    assert sorted((e["source"], e["predicate"], e["target"]) for e in found["edges"]) == ENDS
    assert all(isinstance(e["facts"], int) for e in found["edges"])


def test_graphml_in_igraph(tmp_path: Path) -> None:
    """igraph, in C: as many nodes and edges, directed, with their names and kinds."""
    igraph = pytest.importorskip("igraph", reason="igraph is not installed")
    found = igraph.Graph.Read_GraphML(str(file("graphml", tmp_path)))
    assert found.is_directed()
    nodes = {v["id"]: v for v in found.vs}
    assert {e.id for e in MORE.entities} <= set(nodes)
    person = next(e.id for e in SAMPLE.entities if e.label == PERSON)
    assert (nodes[person]["label"], nodes[person]["kind"]) == (PERSON, "Person")
    assert nodes[THING.id]["label"] == NASTY
    ids = [v["id"] for v in found.vs]
    assert sorted((ids[e.source], e["predicate"], ids[e.target]) for e in found.es) == ENDS
