"""Answers as a SPARQL 1.1 endpoint gives them: negotiated formats, datasets, limits, no federation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.markup import mended
from kg.query.engine import PREFIXES, binding, explain
from kg.query.result import Result

ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media types of SELECT and ASK; the first is the default."""
GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
"""Media types of CONSTRUCT and DESCRIBE; the first is the default."""
_SKIPPED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:.-])service(?![\w:.-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the dataset and the formats the client asks for."""

    text: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A body and its media type."""

    media_type: str
    body: bytes


class TooLargeError(QueryError):
    """The answer has more rows than the endpoint gives."""


class NotAcceptableError(QueryError):
    """The client takes none of the formats there are."""


def reply(store: ox.Store, question: Question, max_rows: int = 100_000) -> Reply:
    """Answer a question.

    Raises:
        QueryError: it does not parse or asks another endpoint (SERVICE).
        NotAcceptableError: no format suits the client.
        TooLargeError: more than ``max_rows`` rows or statements.
    """
    if calls_service(question.text):
        raise QueryError("SERVICE is refused: this endpoint asks no other")
    try:
        found = store.query(question.text, prefixes=PREFIXES, **_dataset(question))
        if isinstance(found, ox.QueryTriples):
            return _graph(found, choose(question.accept, GRAPHS), max_rows)
        return _rows(found, choose(question.accept, ROWS), max_rows)
    except SyntaxError as error:
        raise QueryError(explain(question.text, str(error))) from error
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be carried out: {error}") from error


def calls_service(text: str) -> bool:
    """Whether SERVICE stands in a query outside its strings, IRIs and comments."""
    return _SERVICE.search(_SKIPPED.sub(" ", text)) is not None


def _dataset(question: Question) -> dict[str, Any]:
    """The dataset of the protocol; none given means the whole store."""
    if not (question.default_graphs or question.named_graphs):
        return {}
    return {
        "default_graph": [ox.NamedNode(g) for g in question.default_graphs],
        "named_graphs": [ox.NamedNode(g) for g in question.named_graphs],
    }


def choose(accept: str, offered: Mapping[str, object]) -> str:
    """The media type of an Accept header to answer with; the first offered where all are equal."""
    wanted = list(_preferences(accept or "*/*"))
    best, chosen = 0.0, ""
    for media_type in offered:
        quality = max((q for pattern, q in wanted if _fits(media_type, pattern)), default=0.0)
        if quality > best:
            best, chosen = quality, media_type
    if not chosen:
        raise NotAcceptableError(f"none of {accept} can be given; there are {', '.join(offered)}")
    return chosen


def _preferences(accept: str) -> Iterable[tuple[str, float]]:
    for part in accept.split(","):
        media_type, *parameters = (p.strip().lower() for p in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        yield media_type, float(quality) if re.fullmatch(r"[01](?:\.\d{0,3})?", quality) else 1.0


def _fits(media_type: str, pattern: str) -> bool:
    return pattern in {media_type, "*/*", f"{media_type.split('/', 1)[0]}/*"}


def _rows(found: ox.QuerySolutions | ox.QueryBoolean, media_type: str, max_rows: int) -> Reply:
    result = Result({"head": {}, "boolean": bool(found)} if isinstance(found, ox.QueryBoolean) else {})
    if isinstance(found, ox.QuerySolutions):
        result = Result(_solutions(found, max_rows))
    writers = {"json": result.to_json, "xml": result.to_xml, "csv": result.to_csv, "tsv": result.to_tsv}
    return Reply(media_type, writers[ROWS[media_type]]().encode())


def _solutions(found: ox.QuerySolutions, max_rows: int) -> dict[str, Any]:
    names = [v.value for v in found.variables]
    rows = [
        {n: binding(t) for n in names if (t := solution[n]) is not None}
        for solution in islice(found, max_rows + 1)
    ]
    _limit(len(rows), max_rows)
    return {"head": {"vars": names}, "results": {"bindings": rows}}


def _graph(found: ox.QueryTriples, media_type: str, max_rows: int) -> Reply:
    triples = list(islice(found, max_rows + 1))
    _limit(len(triples), max_rows)
    ordered = sorted(set(triples), key=str)
    body = ox.serialize(ordered, format=GRAPHS[media_type], prefixes=PREFIXES) or b""
    if GRAPHS[media_type] == ox.RdfFormat.RDF_XML:
        body = mended(body.decode()).encode()
    return Reply(media_type, body)


def _limit(found: int, max_rows: int) -> None:
    if found > max_rows:
        raise TooLargeError(f"more than {max_rows} rows: add LIMIT, or ask for less")
