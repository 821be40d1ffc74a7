"""Every format read back with a library that did not write it, and counted against the Turtle."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
import pyoxigraph as ox
import pytest
from built import graph as built
from exported import SAMPLE, STORE, VOCABULARY, rows, store_of, the_file, written
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Dataset
from rdflib import Graph as RdfGraph
from rdflib.compare import isomorphic
from sample import PERSON

from kg.errors import InputError
from kg.export.cells import harmless
from kg.export.formats import FORMATS, View, export
from kg.export.formats.ftm import ends, ftm_id
from kg.export.turtle import turtle
from kg.ids import BASE, NAMESPACE
from kg.markup import visible
from kg.model import Edge, Entity, Graph

TURTLE = RdfGraph().parse(data="".join(turtle(SAMPLE, VOCABULARY)))


@pytest.mark.parametrize(
    ("name", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")]
)
def test_one_graph_formats_say_what_the_turtle_says(name: str, parser: str) -> None:
    """Read by rdflib, statement for statement the same."""
    assert isomorphic(RdfGraph().parse(data=the_file(name), format=parser), TURTLE)


@pytest.mark.parametrize(("name", "parser"), [("nquads", "nquads"), ("trig", "trig")])
def test_named_graphs_add_up_to_the_turtle(name: str, parser: str) -> None:
    """The union is the Turtle; what the text says is in its graph, the gazetteer is not."""
    data = Dataset()
    data.parse(data=the_file(name), format=parser)
    union, graphs = RdfGraph(), {}
    for s, p, o, g in data.quads():
        union.add((s, p, o))
        graphs.setdefault(str(g), []).append(str(s))
    assert isomorphic(union, TURTLE)
    of_text = graphs[f"{BASE}text/sample"]
    assert any("/fact/" in s for s in of_text)
    assert any("/claim/" in s for s in of_text)
    assert not any("/place/" in s and s.endswith("100000") for s in of_text)


def test_slim_has_the_same_facts_and_edges() -> None:
    """Nothing is lost but claims, edge statements and evidence."""
    slim = RdfGraph().parse(data=the_file("slim"))
    query = "SELECT ?s ?p ?o { ?s ?p ?o FILTER(CONTAINS(STR(?s), '/fact/') && STR(?p) != '%sevidence') }"
    facts = query % NAMESPACE
    assert set(slim.query(facts)) == set(TURTLE.query(facts))
    view = View.read(STORE)
    edges = {(k.source, k.predicate, k.target) for k in view.links()}
    for source, predicate, target in edges:
        spot = f"ASK {{ <{BASE}{source}> ?p ?o FILTER(STRENDS(STR(?p), '{predicate}')"
        spot += f" && STRENDS(STR(?o), '{target}')) }}"
        assert slim.query(spot).askAnswer, (source, predicate, target)
    assert "/ev/" not in the_file("slim").decode()


def test_rdf_12_says_the_same_in_fewer_words() -> None:
    """Each reifier carries its edge; put back as reification it is the Turtle again."""
    parsed = list(ox.parse(the_file("rdf12"), format=ox.RdfFormat.TURTLE))
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    back = set()
    for quad in parsed:
        if quad.predicate.value == rdf + "reifies":
            spot = quad.object
            for name, term in (
                ("subject", spot.subject),
                ("predicate", spot.predicate),
                ("object", spot.object),
            ):
                back.add(ox.Triple(quad.subject, ox.NamedNode(rdf + name), term))
        else:
            back.add(quad.triple)
    assert back == {q.triple for q in STORE}
    assert len(parsed) == len(TURTLE) - 2 * len(SAMPLE.edges)


@pytest.mark.parametrize(("name", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_hold_every_entity_and_edge(name: str, reader: object) -> None:
    """The network library finds all entities with kind and label, and every edge with its predicate."""
    found = reader(io.BytesIO(the_file(name)))  # type: ignore[operator]
    assert {e.id for e in SAMPLE.entities} <= set(found.nodes)
    assert found.number_of_edges() == len(SAMPLE.edges)
    person = next(e.id for e in SAMPLE.entities if e.kind == "Person")
    assert found.nodes[person]["label"] == PERSON
    assert found.nodes[person]["kind"] == "Person"
    predicates = {d["predicate"] for _, _, d in found.edges(data=True)}
    assert predicates == {e.predicate for e in SAMPLE.edges}


def test_tables_join() -> None:
    """Counts are those of the graph, and every role points to an entity, fact or term."""
    facts, roles = rows("csv", "facts.csv"), rows("csv", "roles.csv")
    entities = {r["id"] for r in rows("csv", "entities.csv")}
    assert len(facts) == len(SAMPLE.facts)
    assert entities == {e.id for e in SAMPLE.entities}
    ids = entities | {f["id"] for f in facts}
    assert all(r["filler"] in ids or r["filler"].startswith("voc/") for r in roles)
    assert all(r["filler_label"] for r in roles)
    quotes = {r["id"]: r for r in rows("csv", "evidence.csv")}
    text = SAMPLE.documents[0].text
    assert all(text[int(q["start"]) : int(q["end"])] == q["quote"] for q in quotes.values())
    assert {r["evidence"] for r in rows("csv", "fact_evidence.csv")} <= set(quotes)


@pytest.mark.parametrize("name", ["csv", "neo4j"])
def test_tables_in_duckdb(tmp_path: Path, name: str) -> None:
    """DuckDB, which did not write them, reads every cell of every CSV file as it was, difficult names too."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    nasty = Entity("org/nasty", "Organization", 'a,b;c\r"d"\n=1+1 "" 😀 \u202e', ("别名", "x;y"))
    export(store_of(replace(SAMPLE, entities=(*SAMPLE.entities, nasty))), name, tmp_path, VOCABULARY)
    for path in sorted(tmp_path.iterdir()):
        found = duckdb.connect().read_csv(str(path), header=True, all_varchar=True)
        header, *body = csv.reader(io.StringIO(path.read_bytes().decode(), newline=""))
        assert found.columns == header
        assert [tuple(c or "" for c in row) for row in found.fetchall()] == [tuple(row) for row in body]


def test_parquet_in_duckdb(tmp_path: Path) -> None:
    """DuckDB adds up the persons cleared from the Parquet tables: 88, as the questions say."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    export(STORE, "parquet", tmp_path, VOCABULARY)
    database = duckdb.connect()
    for table in ("facts", "roles", "entities"):
        database.register(table, database.read_parquet(str(tmp_path / f"{table}.parquet")))
    query = """SELECT sum(e.cardinality) FROM facts f
      JOIN roles r ON r.fact = f.id AND r.role = 'patient'
      JOIN entities e ON e.id = r.filler
      WHERE f.kind = 'Clearing' AND e.label LIKE '%干部'"""
    assert database.sql(query).fetchall() == [(88,)]


def test_follow_the_money_validates() -> None:
    """The package itself finds no fault; partial dates and ends of posts are kept."""
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    found = [json.loads(line) for line in the_file("ftm").decode().splitlines()]
    schemas = [f["schema"] for f in found]
    assert {"Person", "PublicBody", "Position", "Occupancy", "Sanction", "Article", "Documentation"} <= set(
        schemas
    )
    ids = {f["id"] for f in found}
    for data in found:
        proxy = model.get_proxy(data)
        proxy.schema.validate(data)
        assert proxy.id == data["id"]
        assert proxy.to_dict()["properties"] == {k: v for k, v in data["properties"].items() if v}
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids, (prop, value)
    sanction = next(f for f in found if f["schema"] == "Sanction")["properties"]
    assert sanction["startDate"] == ["2023-02"]
    assert sanction["provisions"] == ["政务记大过"]
    assert "authority" not in sanction
    occupancy = next(f for f in found if f["schema"] == "Occupancy")["properties"]
    assert occupancy["status"] == ["ended"]


WHO = "望江县住建局局长赵试样"
GIVEN, BACK = f"2022年2月,{WHO}受到党内警告处分。", f"2023年5月,望江县纪委撤销{WHO}党内警告处分。"
CHARGED = f"2022年3月,望江县人民检察院对{WHO}提起公诉。"
ACQUITTED = f"2023年6月,望江县人民法院对{WHO}宣告无罪。"


@pytest.mark.parametrize(
    ("texts", "dates"),
    [((GIVEN,), ["2022-02"]), ((CHARGED,), ["2022-03"]), ((GIVEN, BACK), []), ((CHARGED, ACQUITTED), [])],
)
def test_who_was_cleared_is_on_no_list_of_sanctions(texts: tuple[str, ...], dates: list[str]) -> None:
    """Neither an acquittal, nor the charge before it, nor a sanction taken back is exported as a sanction."""
    found = the_file("ftm", View.read(store_of(built(*texts)))).decode().splitlines()
    told = [e["properties"] for e in map(json.loads, found) if e["schema"] == "Sanction"]
    assert [d for e in told for d in e["startDate"]] == dates


def test_dates_and_ids_of_follow_the_money() -> None:
    """Periods give two ends, marks of doubt fall away, ids hold no slash."""
    assert ends("2020/2022-05~") == (["2020"], ["2022-05"])
    assert ends("2022/..") == (["2022"], [])
    assert ends("") == ([], [])
    assert ftm_id("org/340827-cdi") == "cadre-kg-org-340827-cdi"


NASTY = st.one_of(
    st.sampled_from(
        [
            '"""',
            'a,b;c\n"d"',
            "\r",
            " a\r\nb\t\x85\u2028",
            "</node>&amp;",
            "😀",
            "\u202e",
            "\x00\x01",
            "长" * 10_000,
        ]
    ),
    st.text(),
)


@settings(max_examples=25, deadline=None)
@given(label=NASTY)
def test_any_label_survives_every_format(label: str) -> None:
    """Unchanged where the format can hold it; in XML controls become pictures, in CSV formulas words."""
    things = (Entity("org/a", "Organization", label), Entity("org/b", "Organization", "乙"))
    graph = Graph((), things, (), (Edge("org/a", "partOf", "org/b"),))
    view = View.read(store_of(graph))
    node = f"{BASE}org/a"
    query = f"SELECT ?l {{ <{node}> <http://www.w3.org/2000/01/rdf-schema#label> ?l }}"
    for name, parser in (("turtle", "turtle"), ("slim", "turtle"), ("jsonld", "json-ld")):
        found = RdfGraph().parse(data=the_file(name, view), format=parser).query(query)
        assert [str(r[0]) for r in found] == [label], name
    for name in ("ntriples", "nquads", "trig", "rdf12"):
        format_ = {"ntriples": "N_TRIPLES", "nquads": "N_QUADS", "trig": "TRIG", "rdf12": "TURTLE"}[name]
        store = ox.Store()
        store.load(the_file(name, view), format=getattr(ox.RdfFormat, format_))
        assert [s["l"].value for s in store.query(query, use_default_graph_as_union=True)] == [label], name
    for name, file, column in (("csv", "entities.csv", "label"), ("neo4j", "nodes.csv", "name")):
        table = csv.DictReader(io.StringIO(written(name, view)[file].decode(), newline=""))
        expected = harmless(label) if name == "csv" else label
        assert next(r for r in table if "org/a" in r.values())[column] == expected, name
    party = json.loads(the_file("ftm", view).decode().split("\n")[0])
    assert party["properties"].get("name", [""]) == [label]
    for name, reader in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        found = reader(io.BytesIO(the_file(name, view)))
        assert found.nodes["org/a"]["label"] == (visible(label)[0] or "org/a"), name


@settings(max_examples=10, deadline=None)
@given(label=NASTY)
def test_any_label_survives_parquet(label: str) -> None:
    """DuckDB, which did not write it, reads the label from the Parquet table."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    store = store_of(Graph((), (Entity("org/a", "Organization", label),), (), ()))
    with TemporaryDirectory() as folder:
        export(store, "parquet", Path(folder), VOCABULARY)
        found = duckdb.connect().read_parquet(str(Path(folder) / "entities.parquet"))
        assert found.project("label").fetchall() == [(label,)]


def test_replaced_controls_are_counted() -> None:
    """The comment in the file says how many characters are shown by pictures."""
    assert visible("a\x00b\x1fc\t") == ("a␀b␟c\t", 2)
    graph = Graph((), (Entity("org/a", "Organization", "a\x00"),), (), ())
    for name in ("graphml", "gexf"):
        assert b"control characters shown by their pictures" in the_file(name, View.read(store_of(graph)))


def test_bytes_are_the_same_every_time() -> None:
    """Two writings of every format do not differ."""
    for name in FORMATS:
        assert written(name) == written(name, View.read(store_of(SAMPLE))), name


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    """The message lists what there is."""
    with pytest.raises(InputError, match="xlsx: is no format; there are turtle, slim"):
        export(STORE, "xlsx", tmp_path, VOCABULARY)


def test_export_writes_files_and_names_them(tmp_path: Path) -> None:
    """The paths that come back exist."""
    paths = export(STORE, "jsonld", tmp_path / "new", VOCABULARY)
    assert [p.name for p in paths] == ["context.jsonld", "graph.jsonld"]
    assert all(p.is_file() for p in paths)
