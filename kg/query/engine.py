"""SPARQL text in, answer out; errors say where."""

from __future__ import annotations

import json
import re

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.result import Result

PREFIXES = {
    "kg": "https://w3id.org/cadre-kg/ns#",
    "voc": "https://w3id.org/cadre-kg/voc/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes a query may use without declaring them."""
_PLACE = re.compile(r"error at (\d+):(\d+)")


def answer(store: ox.Store, query: str) -> Result:
    """Run a query on a store.

    Raises:
        QueryError: it does not parse (line and column are in the message) or cannot be carried out.
    """
    try:
        found = store.query(query, prefixes=PREFIXES)
        if isinstance(found, ox.QueryTriples):
            return Result(_triples(found))
        return Result(json.loads(found.serialize(format=ox.QueryResultsFormat.JSON) or b"{}"))
    except SyntaxError as error:
        raise QueryError(explain(query, str(error))) from error
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be carried out: {error}") from error


def explain(query: str, message: str) -> str:
    """A parser's message as one line: the place, the words there, and nothing of its grammar."""
    place = _PLACE.search(message)
    if place is None:
        return f"the query does not parse: {' '.join(message.split())}"
    line, column = int(place[1]), int(place[2])
    lines = query.splitlines() or [""]
    words = lines[min(line, len(lines)) - 1]
    near = words[max(0, column - 25) : column + 15].strip()
    unknown = " (a prefix is not declared)" if "Prefix not found" in message else ""
    where = f"near “{near}”" if near else "at its end"
    return f"the query does not parse: line {line}, column {column}, {where}{unknown}"


def _triples(found: ox.QueryTriples) -> dict[str, object]:
    """Statements as bindings of subject, predicate and object."""
    columns = ("subject", "predicate", "object")
    rows = [dict(zip(columns, map(binding, triple), strict=True)) for triple in found]
    return {"head": {"vars": list(columns)}, "results": {"bindings": rows}}


def binding(term: object) -> dict[str, str]:
    """A term as the JSON results format has it."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.Literal):
        found = {"type": "literal", "value": term.value}
        if term.language:
            return found | {"xml:lang": term.language}
        plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
        return found if plain else found | {"datatype": term.datatype.value}
    return {"type": "bnode", "value": str(getattr(term, "value", term))}
