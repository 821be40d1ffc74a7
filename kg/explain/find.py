"""What a term means: an id, an IRI, a name, or an edge."""

from __future__ import annotations

from dataclasses import dataclass

from kg.explain.records import Records, Row
from kg.ids import BASE, VOCABULARY

_EDGE_PARTS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a term names; ``near`` only when it names nothing itself but occurs in these."""

    entities: tuple[Row, ...] = ()
    facts: tuple[str, ...] = ()
    edges: tuple[Row, ...] = ()
    near: tuple[Row, ...] = ()


def find(records: Records, term: str) -> Found:
    """Look a term up: id first, then an exact name, then an edge, then names that hold it."""
    wanted = local(term)
    found = _by_id(records, wanted) or _by_name(records, wanted) or _by_edge(records, term)
    return found or _near(records, wanted)


def local(term: str) -> str:
    """A local id for an IRI (with or without angle brackets or the prefix ``id:``); else the term itself."""
    bare = term.strip().removeprefix("<").removesuffix(">")
    for base in (BASE, VOCABULARY, "id:"):
        if bare.startswith(base):
            return bare.removeprefix(base)
    return bare


def _by_id(records: Records, wanted: str) -> Found | None:
    if wanted in records.entities:
        return Found(entities=(records.entities[wanted],))
    if wanted in records.claims:
        return Found(facts=(wanted,))
    edges = tuple(row for row in records.edges if row["edge"] == wanted)
    if edges:
        return Found(edges=edges)
    facts = tuple(f for f, rows in records.claims.items() if any(row["claim"] == wanted for row in rows))
    return Found(facts=facts) if facts else None


def _by_name(records: Records, name: str) -> Found | None:
    entities = tuple(_named(records, name))
    facts = tuple(f for f, rows in records.claims.items() if rows[0]["label"] == name)
    return Found(entities=entities, facts=facts) if entities or facts else None


def _named(records: Records, name: str) -> list[Row]:
    return [row for row in records.entities.values() if name == row["label"] or name in row["aliases"]]


def _by_edge(records: Records, term: str) -> Found | None:
    parts = term.split()
    if len(parts) != _EDGE_PARTS:
        return None
    source, predicate, target = (local(p) for p in parts)
    predicate = predicate.removeprefix("kg:")
    ends = [{wanted, *(row["id"] for row in _named(records, wanted))} for wanted in (source, target)]
    edges = tuple(
        row
        for row in records.edges
        if row["predicate"] == predicate
        and (row["source"] in ends[0] or row["source_label"] == source)
        and (row["target"] in ends[1] or row["target_label"] == target)
    )
    return Found(edges=edges) if edges else None


def _near(records: Records, part: str) -> Found:
    if not part:
        return Found()
    entities = [row for row in records.entities.values() if part in row["label"]]
    facts = [
        {"id": fact, "kind": rows[0]["kind"], "label": rows[0]["label"]}
        for fact, rows in records.claims.items()
        if part in rows[0]["label"]
    ]
    return Found(near=(*entities, *facts))
