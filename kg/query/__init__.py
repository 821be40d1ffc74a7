"""Questions to a built graph, in SPARQL: shipped ones by name, a file, or text.

``run(out, query)`` answers from the folder that ``kg build`` wrote; ``shipped()`` lists the query pack.
"""

from __future__ import annotations

from pathlib import Path

from kg.query.engine import answer
from kg.query.pack import Shipped, resolve, shipped
from kg.query.result import Result
from kg.query.store import STORE, is_current, keep, open_store

__all__ = [
    "STORE",
    "Result",
    "Shipped",
    "answer",
    "is_current",
    "keep",
    "open_store",
    "resolve",
    "run",
    "shipped",
]


def run(out: Path, query: str, ontology: Path | None = None) -> Result:
    """Answer a query over a build folder.

    Args:
        out: folder that holds ``graph.ttl`` (or a Turtle file).
        query: the name or number of a shipped query, a file, or SPARQL text.
        ontology: folder whose ``queries`` are the shipped ones; the packaged ones if not given.

    Raises:
        InputError: the folder holds no graph.
        QueryError: the query is none of these, or does not parse; the place is in the message.
    """
    return answer(open_store(out), resolve(query, ontology))
