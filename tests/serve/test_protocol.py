"""The SPARQL 1.1 Protocol, case by case, against a running server."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from rdflib import Graph as RdfGraph
from sample import PERSON

from kg.query import shipped
from kg.query.protocol import Question
from kg.serve.worker import TimedOutError, Workers

httpx = pytest.importorskip("httpx", reason="httpx is not installed")

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?name { ?p a kg:Person ; rdfs:label ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a kg:Person ; ?p ?o }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"


def get(site: str, query: str = SELECT, accept: str = "", **more: object) -> httpx.Response:
    """A query by GET."""
    headers = {"Accept": accept} if accept else {}
    return httpx.get(f"{site}sparql", params={"query": query, **more}, headers=headers)


def post(site: str, body: str | bytes, kind: str, params: str = "", accept: str = "*/*") -> httpx.Response:
    """A query by POST."""
    headers = {"Content-Type": kind, "Accept": accept}
    return httpx.post(f"{site}sparql{params}", content=body, headers=headers)


def names(response: httpx.Response) -> list[str]:
    """The one column of an answer in JSON."""
    return [b["name"]["value"] for b in response.json()["results"]["bindings"]]


def test_the_three_ways_to_ask(site: str) -> None:
    """GET, POST of a form and POST of the query give the same rows."""
    answers = [
        get(site),
        post(site, httpx.QueryParams(query=SELECT).__str__(), FORM),
        post(site, SELECT, QUERY),
        post(site, SELECT, f"{QUERY}; charset=utf-8"),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert names(answer) == [PERSON, "钱样本"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", JSON),
        ("*/*", JSON),
        (JSON, JSON),
        (XML, XML),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/json"),
        ("text/html;q=0.9, application/sparql-results+xml;q=0.8, */*;q=0.1", XML),
        ("text/turtle, text/csv;q=0.5", "text/csv; charset=utf-8"),
    ],
)
def test_rows_in_the_format_asked_for(site: str, accept: str, kind: str) -> None:
    """SELECT and ASK follow the Accept header, by quality, JSON where all is equal."""
    for query in (SELECT, ASK):
        answer = get(site, query, accept)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == kind
        assert PERSON in answer.text or query == ASK
        assert "true" in answer.text or query == SELECT


@pytest.mark.parametrize(
    ("accept", "kind", "parser"),
    [
        ("", "text/turtle", "turtle"),
        ("text/turtle", "text/turtle", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
    ],
)
def test_graphs_in_the_format_asked_for(site: str, accept: str, kind: str, parser: str) -> None:
    """CONSTRUCT and DESCRIBE are read back by rdflib."""
    expected = len(RdfGraph().parse(data=get(site, CONSTRUCT).text, format="turtle"))
    answer = get(site, CONSTRUCT, accept)
    assert answer.headers["content-type"].split(";")[0] == kind
    assert len(RdfGraph().parse(data=answer.content, format=parser)) == expected > 0
    assert get(site, "DESCRIBE ?p { ?p a kg:Person }", accept).status_code == 200


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT ?x WHERE { ?x a ", "line 1, column 24"), ("nonsense", "line 1"), ("", "line 1")],
)
def test_a_malformed_query_is_400_with_its_place(site: str, query: str, place: str) -> None:
    """The message is one line of plain text."""
    answer = get(site, query)
    assert answer.status_code == 400
    assert place in answer.text
    assert answer.text.count("\n") == 1


def test_wrong_requests_have_their_status(site: str) -> None:
    """Several queries, none, bodies of other kinds, bytes that are no UTF-8, formats nobody gives."""
    assert httpx.get(f"{site}sparql", params=[("query", ASK), ("query", ASK)]).status_code == 400
    assert post(site, "", FORM).status_code == 400
    assert post(site, ASK, "text/plain").status_code == 415
    assert post(site, b"\xff\xfe", QUERY).status_code == 400
    assert post(site, "query=%FF", FORM).status_code == 400
    assert get(site, ASK, "image/png").status_code == 406
    assert post(site, "x" * 1_000_001, QUERY).status_code == 413


def test_updates_are_refused_and_change_nothing(site: str) -> None:
    """403 for every way to send one, 405 for other methods, and the data stand."""
    update = "DELETE WHERE { ?s ?p ?o }"
    assert post(site, update, "application/sparql-update").status_code == 403
    assert post(site, httpx.QueryParams(update=update).__str__(), FORM).status_code == 403
    assert httpx.get(f"{site}sparql", params={"update": update}).status_code == 403
    assert get(site, update).status_code == 400
    for method in ("PUT", "DELETE", "PATCH"):
        answer = httpx.request(method, f"{site}sparql")
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]
    assert names(get(site)) == [PERSON, "钱样本"]


def test_the_dataset_of_a_request(site: str) -> None:
    """default-graph-uri and named-graph-uri choose the graphs of texts; an unknown one is empty."""
    text = "https://w3id.org/cadre-kg/id/text/sample"
    count = "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"
    whole = int(names(get(site, count))[0])
    part = int(names(get(site, count, **{"default-graph-uri": text}))[0])
    assert 0 < part < whole
    assert names(get(site, count, **{"default-graph-uri": "http://example.org/none"})) == ["0"]
    named = "SELECT (COUNT(*) AS ?name) { GRAPH ?g { ?s ?p ?o } }"
    assert int(names(get(site, named))[0]) == part
    params = {"named-graph-uri": text}
    assert int(names(get(site, named, **params))[0]) == part
    body = post(site, count, QUERY, f"?default-graph-uri={text}")
    assert int(names(body)[0]) == part


def test_a_query_without_end_is_stopped_and_the_server_lives(site: str) -> None:
    """503 near the limit with a clear message; the next question is answered."""
    started = time.monotonic()
    answer = httpx.get(f"{site}sparql", params={"query": ENDLESS}, timeout=30)
    assert answer.status_code == 503
    assert "stopped after 3 seconds" in answer.text
    assert time.monotonic() - started < 10
    assert names(get(site)) == [PERSON, "钱样本"]


def test_too_many_rows_are_not_cut_in_silence(site: str) -> None:
    """413 says how many rows there may be."""
    answer = get(site, "SELECT * { ?a ?b ?c . ?d a ?e }")
    assert answer.status_code == 413
    assert "5000 rows" in answer.text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", 400),
        ('SELECT * { ?service ?p "SERVICE <x>" } # SERVICE', 200),
        ("PREFIX service: <http://example.org/service> SELECT * { ?s service:service ?o }", 200),
    ],
)
def test_no_other_endpoint_is_asked(site: str, query: str, status: int) -> None:
    """SERVICE is refused as a keyword, not as a word in names, strings and comments."""
    answer = get(site, query)
    assert answer.status_code == status
    assert ("SERVICE is refused" in answer.text) == (status == 400)


def test_service_description_and_void(site: str) -> None:
    """Without a query the endpoint describes itself; a browser gets the page; VoID counts right."""
    described = RdfGraph().parse(data=httpx.get(f"{site}sparql", headers={"Accept": "text/turtle"}).text)
    assert described.query("ASK { ?s a <http://www.w3.org/ns/sparql-service-description#Service> }").askAnswer
    browser = httpx.get(f"{site}sparql", headers={"Accept": "text/html"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/")
    void = RdfGraph().parse(
        data=httpx.get(f"{site}.well-known/void", follow_redirects=True).text, format="turtle"
    )
    (row,) = void.query("SELECT ?n { ?d <http://rdfs.org/ns/void#triples> ?n }")
    assert str(row[0]) == names(get(site, "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"))[0]


def test_a_foreign_host_name_is_refused(site: str) -> None:
    """A page elsewhere that points its own name at this machine gets nothing."""
    answer = httpx.get(f"{site}sparql", params={"query": ASK}, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert "access-control-allow-origin" not in get(site).headers


def test_iris_are_dereferenced(site: str) -> None:
    """HTML with links for people, Turtle for machines, 404 for what is not there."""
    person = f"{site}id/person/340827-0a1b2c3d"
    page = httpx.get(person, headers={"Accept": "text/html,*/*;q=0.1"})
    assert page.headers["content-type"].startswith("text/html")
    assert PERSON in page.text
    assert 'href="/voc/gov-sanction/major-demerit"' in page.text
    data = httpx.get(person, headers={"Accept": "text/turtle"})
    assert len(RdfGraph().parse(data=data.text, format="turtle")) > 5
    assert httpx.get(f"{site}voc/gov-sanction/major-demerit").status_code == 200
    for accept in ("text/html", "text/turtle"):
        missing = httpx.get(f"{site}id/person/nobody", headers={"Accept": accept})
        assert missing.status_code == 404
    assert httpx.get(f"{site}id/x%3E%20?y").status_code == 404


def test_pages_and_pack(site: str) -> None:
    """The query page, the graph page, the ontology and the pack are there."""
    assert "SPARQL" in httpx.get(site).text
    assert "graph" in httpx.get(f"{site}graph.html").text
    assert len(RdfGraph().parse(data=httpx.get(f"{site}ns").text, format="turtle")) > 1000
    pack = json.loads(httpx.get(f"{site}queries.json").text)
    assert [q["name"] for q in pack] == [s.stem for s in shipped()]
    assert len(pack) >= 25
    assert all(q["title_zh"] and q["comment_en"] and "SELECT" in q["text"] for q in pack)


def test_opening_the_store_is_no_part_of_the_limit(out: Path) -> None:
    """A worker that has just been started answers within a limit far shorter than its start takes."""
    workers = Workers(out, 1, 0.2, 100)
    try:
        assert b"true" in workers.ask(Question(ASK)).body
        with pytest.raises(TimedOutError, match=r"stopped after 0\.2 seconds"):
            workers.ask(Question(ENDLESS))
        assert b"true" in workers.ask(Question(ASK)).body
    finally:
        workers.stop()
