"""Nodes and relationships: complete, as the manuals of the databases ask, and taken by one of them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from exported import SAMPLE, View, rows, store_of, written

from kg.export.formats.property_graph import WIDE_SEMICOLON
from kg.model import Entity, Graph


def test_property_graph_has_no_loose_end() -> None:
    """Every relationship starts and ends at a node; edges and roles are all there."""
    nodes = rows("neo4j", "nodes.csv")
    relations = rows("neo4j", "relationships.csv")
    ids = {n["id:ID"] for n in nodes}
    assert len(ids) == len(nodes)
    assert all(r[":START_ID"] in ids and r[":END_ID"] in ids for r in relations)
    edges = {(r[":START_ID"], r[":TYPE"], r[":END_ID"]) for r in relations}
    assert {(e.source, e.predicate, e.target) for e in SAMPLE.edges} <= edges
    labels = {n["id:ID"]: n[":LABEL"] for n in nodes}
    sanction = next(f.id for f in SAMPLE.facts if f.kind == "GovernmentSanction")
    assert labels[sanction] == "GovernmentSanction;Sanctioning;Event;Fact"


FIELD = re.compile(
    r"[^:]*(?::(?:ID|LABEL|START_ID|END_ID|TYPE|IGNORE"
    r"|(?:int|long|float|double|boolean|byte|short|char|string|point|date|localtime|time|localdatetime|datetime"
    r"|duration)(?:\[\])?)(?:\([^()]*\))?)?"
)
"""A field of a header as the operations manual of Neo4j describes it: a name, and a type or a role."""


def test_the_import_tool_of_neo4j_is_given_what_its_manual_asks_for() -> None:
    """Known fields, one id, start, end and type, none of them empty, rows as long as their header."""
    for file, roles in (
        ("nodes.csv", ["ID", "LABEL"]),
        ("relationships.csv", ["START_ID", "END_ID", "TYPE"]),
    ):
        header, *body = csv.reader(io.StringIO(written("neo4j")[file].decode(), newline=""))
        assert all(FIELD.fullmatch(name) for name in header)
        ends = [name.partition(":")[2] for name in header]
        assert [ends.count(role) for role in roles] == [1] * len(roles)
        for row in body:
            assert len(row) == len(header)
            assert all(row[ends.index(role)] for role in roles)
    assert not FIELD.fullmatch("aliases:text[]")


def test_an_alias_with_the_delimiter_of_arrays_stays_one() -> None:
    """The semicolon becomes its wide form, so that the array has as many parts as there are aliases."""
    thing = Entity("org/a", "Organization", "甲", ("甲;乙", "丙"))
    table = written("neo4j", View.read(store_of(Graph((), (thing,), (), ()))))["nodes.csv"].decode()
    (row,) = csv.DictReader(io.StringIO(table, newline=""))
    assert sorted(row["aliases:string[]"].split(";")) == ["丙", "甲" + WIDE_SEMICOLON + "乙"]


def test_an_embedded_property_graph_database_takes_the_tables(tmp_path: Path) -> None:
    """Ladybug (the successor of Kuzu) copies both files in and answers in Cypher as the graph says."""
    ladybug = pytest.importorskip("real_ladybug", reason="real-ladybug is not installed")
    for name, content in written("neo4j").items():
        (tmp_path / name).write_bytes(content)
    connection = ladybug.Connection(ladybug.Database(str(tmp_path / "graph.lbug")))
    columns = "id STRING PRIMARY KEY, name STRING, aliases STRING, edtf STRING, notBefore STRING"
    connection.execute(f"CREATE NODE TABLE Thing({columns}, notAfter STRING, iri STRING, labels STRING)")
    connection.execute("CREATE REL TABLE Tie(FROM Thing TO Thing, fact STRING, quote STRING, type STRING)")
    for table, name in (("Thing", "nodes.csv"), ("Tie", "relationships.csv")):
        connection.execute(f"COPY {table} FROM '{tmp_path / name}' (HEADER=true, PARALLEL=false)")

    def asked(query: str) -> list[list[object]]:
        return list(connection.execute(query))

    assert asked("MATCH (n:Thing) RETURN count(n)") == [[len(rows("neo4j", "nodes.csv"))]]
    found = {
        tuple(r) for r in asked("MATCH (a)-[t:Tie]->(b) WHERE t.type = 'sanctionedWith' RETURN a.id, b.id")
    }
    assert found == {(e.source, e.target) for e in SAMPLE.edges if e.predicate == "sanctionedWith"}
    quotes = {r[0] for r in asked("MATCH ()-[t:Tie]->() WHERE t.quote <> '' RETURN t.quote")}
    assert quotes == {r["quote"] for r in rows("neo4j", "relationships.csv") if r["quote"]}
