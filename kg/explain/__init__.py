"""From a name, an IRI or an edge back to sentence, offsets, rule and merge reason.

Reads only what ``kg build`` wrote: the JSON lines beside the graph.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import QueryError
from kg.explain.find import find
from kg.explain.records import Records, load
from kg.explain.wording import candidates, edge, entity, fact, refusals

__all__ = ["explain", "refused"]


def explain(out: Path, term: str) -> str:
    """What stands behind a term, as lines of text.

    ``term`` is a name, a local id, an IRI, or an edge as ``SUBJECT PREDICATE OBJECT``. Several things of
    one name are all explained; a name that only occurs inside others gives a list of them. Raises
    QueryError when nothing fits, InputError when ``out`` holds no build.
    """
    records = load(out)
    found = find(records, term)
    if found.near:
        return candidates(found.near)
    parts = [
        *(entity(records, row) for row in found.entities),
        *(fact(records, id_) for id_ in found.facts),
        *(edge(records, row) for row in found.edges),
    ]
    if not parts:
        raise QueryError(f"nothing named {term!r} in {out}; `kg explain {out} {term} --refused` may know why")
    return "\n\n".join(parts)


def refused(out: Path, term: str) -> str:
    """What was considered and dropped, with rule and reason; ``term`` narrows it to texts that hold it."""
    records: Records = load(out)
    rows = [row for row in records.refused if term in str(row["text"]) or term in (row["rule"], row["doc"])]
    if not rows:
        raise QueryError(
            f"nothing like {term!r} was refused in {out}" if term else f"nothing was refused in {out}"
        )
    return refusals(records, rows)
