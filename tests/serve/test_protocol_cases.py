"""The cases of the W3C test suite for the SPARQL 1.1 Protocol, told anew for a read-only endpoint.

The suite sends updates too: here every one of them must be refused and change nothing. Names of cases in the
docstrings are those of the suite's manifest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from built import graph as built
from exported import VOCABULARY

from kg.export.turtle import turtle

httpx = pytest.importorskip("httpx", reason="httpx is not installed")

NOTICES = (
    "2023年2月,怀宁县水利局原局长赵试样因不担当不作为受到政务警告处分。",
    "2023年3月,太湖县教育局副局长钱样本因违规收受礼品受到党内严重警告处分。",
    "2023年4月,宿松县财政局局长孙范例接受纪律审查和监察调查。",
)
TEXT = "https://w3id.org/cadre-kg/id/text/d"
FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
WHICH = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
CHANGES = "INSERT DATA { <http://example.org/s> <http://example.org/p> <http://example.org/o> }"


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[..., AbstractContextManager[str]]
) -> Iterator[str]:
    """A running server with three texts."""
    folder = tmp_path_factory.mktemp("cases")
    text = "".join(turtle(built(*NOTICES), VOCABULARY))
    (folder / "graph.ttl").write_text(text, encoding="utf-8")
    with serving(Path(folder), workers=1) as address:
        yield f"{address}sparql"


def post(site: str, body: str | bytes, kind: str | None = None, url: str = "") -> httpx.Response:
    """A body with a content type, or with none."""
    content = body.encode() if isinstance(body, str) else body
    request = httpx.Request("POST", f"{site}{url}", content=content)
    if kind:
        request.headers["Content-Type"] = kind
    with httpx.Client() as client:
        return client.send(request)


def form(*pairs: tuple[str, str]) -> str:
    """Parameters as a form writes them."""
    return str(httpx.QueryParams(list(pairs)))


def number(answer: httpx.Response) -> int:
    """The one number of an answer."""
    assert answer.status_code == 200, answer.text
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def size(site: str, *graphs: int) -> int:
    """How many statements some texts make."""
    pairs = [("query", COUNT), *(("default-graph-uri", f"{TEXT}{n}") for n in graphs)]
    return number(httpx.get(site, params=pairs))


def graphs(answer: httpx.Response) -> set[str]:
    """The named graphs of an answer."""
    assert answer.status_code == 200, answer.text
    return {b["g"]["value"] for b in answer.json()["results"]["bindings"]}


def test_datasets_by_get_and_by_form(site: str) -> None:
    """query_dataset_default_graph(s)_get, …_post: one graph, two graphs, and their union."""
    one, other, both = size(site, 0), size(site, 1), size(site, 0, 1)
    assert max(one, other) < both <= one + other
    pairs = (("query", COUNT), ("default-graph-uri", f"{TEXT}0"), ("default-graph-uri", f"{TEXT}1"))
    assert number(post(site, form(*pairs), FORM)) == both
    url = f"?{form(*pairs[1:])}"
    assert number(post(site, COUNT, QUERY, url)) == both


def test_named_graphs_by_get_and_by_form(site: str) -> None:
    """query_dataset_named_graphs_get, …_post: only these, and no default graph."""
    pairs = (("query", WHICH), ("named-graph-uri", f"{TEXT}0"), ("named-graph-uri", f"{TEXT}2"))
    wanted = {f"{TEXT}0", f"{TEXT}2"}
    assert graphs(httpx.get(site, params=list(pairs))) == wanted
    assert graphs(post(site, form(*pairs), FORM)) == wanted
    assert graphs(post(site, WHICH, QUERY, f"?{form(*pairs[1:])}")) == wanted
    assert number(httpx.get(site, params=[("query", COUNT), *pairs[1:]])) == 0


def test_a_full_dataset(site: str) -> None:
    """query_dataset_full: default and named graphs of one request stay apart."""
    chosen = [("default-graph-uri", f"{TEXT}1"), ("named-graph-uri", f"{TEXT}2")]
    assert number(httpx.get(site, params=[("query", COUNT), *chosen])) == size(site, 1)
    assert graphs(httpx.get(site, params=[("query", WHICH), *chosen])) == {f"{TEXT}2"}


def test_the_request_goes_before_the_query(site: str) -> None:
    """query_multiple_dataset: FROM in the query gives way to default-graph-uri."""
    query = COUNT.replace("{", f"FROM <{TEXT}0> {{")
    assert number(httpx.get(site, params={"query": query})) == size(site, 0)
    pairs = [("query", query), ("default-graph-uri", f"{TEXT}1")]
    assert number(httpx.get(site, params=pairs)) == size(site, 1) != size(site, 0)


def test_a_dataset_in_the_query(site: str) -> None:
    """FROM and FROM NAMED alone choose the graphs."""
    query = WHICH.replace("{", f"FROM NAMED <{TEXT}1> {{", 1)
    assert graphs(httpx.get(site, params={"query": query})) == {f"{TEXT}1"}


@pytest.mark.parametrize("kind", [None, "text/plain", "application/xml", f"{FORM}x"])
@pytest.mark.parametrize("body", ["ASK {}", "query=ASK%20%7B%7D", CHANGES, "update=CLEAR%20ALL"])
def test_a_body_without_its_type_is_refused(site: str, kind: str | None, body: str) -> None:
    """bad_query_wrong_media_type, bad_query_missing_form_type, …_direct_type and the same of updates."""
    answer = post(site, body, kind)
    assert 400 <= answer.status_code < 500
    assert "boolean" not in answer.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (form(("query", "ASK {}"), ("query", "ASK {}")), FORM, 400),
        (form(("query", "ASK { ?s ?p")), FORM, 400),
        ("ASK { ?s ?p", QUERY, 400),
        (b"ASK { ?s ?p '\xe9' }", QUERY, 400),
        (b"query=ASK%20%7B%20%3Fs%20%3Fp%20%27%E9%27%20%7D", FORM, 400),
        (CHANGES, UPDATE, 403),
        ("INSERT DATA { <", UPDATE, 403),
        (CHANGES.encode("utf-16"), UPDATE, 403),
        (form(("update", CHANGES)), FORM, 403),
        (form(("update", CHANGES), ("update", "CLEAR ALL")), FORM, 403),
        (form(("update", CHANGES), ("using-graph-uri", f"{TEXT}0")), FORM, 403),
        (form(("query", "ASK {}"), ("update", CHANGES)), FORM, 403),
        (CHANGES, QUERY, 400),
        (form(("query", CHANGES)), FORM, 400),
    ],
)
def test_bad_requests_and_updates(site: str, body: str | bytes, kind: str, status: int) -> None:
    """bad_multiple_queries, …_syntax, …_non_utf8, every case of an update: refused without effect."""
    before = size(site)
    assert post(site, body, kind).status_code == status
    assert size(site) == before


def test_bad_methods(site: str) -> None:
    """bad_query_method, bad_update_get: PUT and DELETE are no ways to ask, GET is none to change."""
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = httpx.request(method, site, params={"query": "ASK {}"})
        assert answer.status_code == 405, method
    assert httpx.get(site, params={"update": CHANGES}).status_code == 403


def test_head_says_what_get_would(site: str) -> None:
    """HEAD has the status and type of GET, and no body."""
    answer = httpx.head(site, params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.content == b""


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        (
            "SELECT * { ?s ?p ?o } LIMIT 1",
            ("application/sparql-results+json", "application/sparql-results+xml"),
        ),
        ("ASK { ?s ?p ?o }", ("application/sparql-results+json", "application/sparql-results+xml")),
        (f"DESCRIBE <{TEXT}0>", ("text/turtle", "application/n-triples")),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", ("text/turtle", "application/ld+json")),
    ],
)
def test_content_types(site: str, query: str, kinds: tuple[str, ...]) -> None:
    """query_content_type_select, …_ask, …_describe, …_construct."""
    for kind in kinds:
        answer = httpx.get(site, params={"query": query}, headers={"Accept": kind})
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] == kind
