"""Records -> lines a person reads: what it is, why it is one thing, who says so and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.explain.records import Records, Row
from kg.ids import iri

_SHOWN = 12
"""Facts and edges of one entity shown before the rest is only counted."""


def entity(records: Records, row: Row) -> str:
    """An entity: names, properties, merge reasons, then the facts and edges it stands in."""
    facts = list(records.claims_about(row["id"]))
    edges = [e for e in records.edges if row["id"] in (e["source"], e["target"])]
    lines = [f"{row['label']}  {row['kind']}  {iri(row['id'])}"]
    if row["aliases"]:
        lines.append(f"  also: {'、'.join(row['aliases'])}")
    lines += [f"  {line}" for line in _properties(row["properties"])]
    if row["merges"]:
        lines += ["  why one thing:", *(f"    {_merge(records, m)}" for m in row["merges"])]
    if facts:
        lines.append(f"  facts: {len(facts)}")
        lines += [f"    {line}" for id_ in facts[:_SHOWN] for line in fact(records, id_).split("\n")]
        lines += _rest(facts)
    if edges:
        lines.append(f"  edges: {len(edges)}")
        lines += [
            f"    {_arrow(e)}  by {'、'.join(e['facts']) or 'the gazetteer or a name'}"
            for e in edges[:_SHOWN]
        ]
        lines += _rest(edges)
    return "\n".join(lines)


def fact(records: Records, id_: str) -> str:
    """A fact: its roles and time, then every claim with the sentence it rests on."""
    claims = records.claims[id_]
    first = claims[0]
    lines = [f"{first['label']}  {first['kind']}  {iri(id_)}"]
    lines += [f"  {role['role']}: {role['label']}" for role in first["roles"]]
    if first["agent_status"]:
        lines.append(f"  agent status: {first['agent_status']}")
    if first["time"]:
        time = first["time"]
        lines.append(f"  time: {time['edtf'] or 'not dated'}, from {time['text']!r} ({time['basis']})")
    lines += [f"  {line}" for line in _properties(first["properties"])]
    for claim in claims:
        lines.append(f"  {claim['stance']}, {claim['confidence']:.2f}, by {claim['rule']}, {claim['review']}")
        lines += [f"    {line}" for line in _evidence(records, claim["evidence"])]
    return "\n".join(lines)


def edge(records: Records, row: Row) -> str:
    """An edge: the facts it is derived from, or its own evidence."""
    lines = [f"{_arrow(row)}  {iri(row['edge'])}"]
    for id_ in row["facts"]:
        if id_ in records.claims:
            lines += [f"  {line}" for line in fact(records, id_).split("\n")]
    if not row["facts"]:
        lines += [f"  {line}" for line in _evidence(records, row["evidence"])]
    return "\n".join(lines)


def refusals(records: Records, rows: Iterable[Row]) -> str:
    """What was dropped, one a line."""
    return "\n".join(
        f"{records.text(row['doc'])} [{row['start']}:{row['end']}]  {row['text']}"
        f"  by {row['rule']}: {row['reason']}"
        for row in rows
    )


def candidates(rows: Iterable[Row]) -> str:
    """Names that hold the term, for the reader to choose from."""
    return "\n".join(
        ["no such name; it occurs in:", *(f"  {r['label']}  {r['kind']}  {r['id']}" for r in rows)]
    )


def _properties(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield f"{row['name']}: {row['label'] if 'id' in row else row['value']}"


def _merge(records: Records, row: Row) -> str:
    place = f" [{row['start']}:{row['end']}] of {records.text(row['doc'])}" if "doc" in row else ""
    return f"{row['text']}{place} by {row['rule']}, {row['score']:.2f}"


def _evidence(records: Records, rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        place = f"{records.text(row['doc'])} [{row['start']}:{row['end']}]"
        yield f"{place}  {row['before']}【{row['quote']}】{row['after']}"


def _arrow(row: Row) -> str:
    return f"{row['source_label']} —{row['predicate']}→ {row['target_label']}"


def _rest(rows: list[str] | list[Row]) -> list[str]:
    more = len(rows) - _SHOWN
    return [f"    and {more} more"] if more > 0 else []
