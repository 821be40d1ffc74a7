"""The values of the model as plain rows, and back: what waits on the disk is written in this form."""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Any

from kg.model import (
    Document,
    Edge,
    Entity,
    Evidence,
    Fact,
    Issue,
    Merge,
    Property,
    Ref,
    Refusal,
    Role,
    Scalar,
    Span,
    Text,
    Time,
    Witness,
)

Row = tuple[Any, ...]


def stretch(found: Evidence) -> Row:
    """Evidence."""
    span = found.span
    return span.doc, span.start, span.end, found.quote


def as_evidence(row: Row) -> Evidence:
    """The evidence of a row."""
    doc, start, end, quote = row
    return Evidence(Span(doc, start, end), quote)


def value(item: Scalar) -> Any:
    """The value of a property: a plain one as it is, a reference in a row of one, a text in a row of two."""
    if isinstance(item, Ref):
        return (item.id,)
    return (item.text, item.lang) if isinstance(item, Text) else item


def as_value(cell: Any) -> Scalar:
    """The value of a cell."""
    if isinstance(cell, tuple):
        return Ref(cell[0]) if len(cell) == 1 else Text(cell[0], intern(cell[1]))
    plain: Scalar = cell
    return plain


def told(properties: Iterable[Property]) -> Row:
    """Properties."""
    return tuple((p.predicate, value(p.value)) for p in properties)


def as_properties(row: Row) -> tuple[Property, ...]:
    """The properties of a row."""
    return tuple(Property(intern(predicate), as_value(cell)) for predicate, cell in row)


def filled(roles: Iterable[Role]) -> Row:
    """Roles."""
    return tuple((r.name, r.filler) for r in roles)


def as_roles(row: Row) -> tuple[Role, ...]:
    """The roles of a row."""
    return tuple(Role(intern(name), filler) for name, filler in row)


def dated(time: Time) -> Row:
    """A date; nothing for one that says nothing."""
    row = time.edtf, time.text, time.basis, time.not_before, time.not_after
    return row if any(row) else ()


def as_time(row: Row) -> Time:
    """The date of a row."""
    return Time(*row)


def merge(item: Merge) -> Row:
    """Why a mention belongs to an entity."""
    span = item.span
    return item.text, item.rule, (span.doc, span.start, span.end) if span else None, item.score


def as_merge(row: Row) -> Merge:
    """The reason of a row."""
    text, rule, span, score = row
    return Merge(text, intern(rule), Span(*span) if span else None, score)


def entity(item: Entity) -> Row:
    """An entity."""
    head = item.id, item.kind, item.label, item.aliases, told(item.properties)
    return *head, tuple(map(stretch, item.mentions)), tuple(map(merge, item.merges))


def as_entity(row: Row) -> Entity:
    """The entity of a row."""
    local, kind, label, aliases, properties, mentions, merges = row
    found = tuple(map(as_evidence, mentions)), tuple(map(as_merge, merges))
    return Entity(local, intern(kind), label, aliases, as_properties(properties), *found)


def witness(item: Witness) -> Row:
    """What one text says of a fact."""
    rest = item.rule, item.confidence, item.stance, item.review
    return item.id, item.doc, tuple(map(stretch, item.evidence)), *rest


def as_witness(row: Row) -> Witness:
    """The witness of a row."""
    local, doc, evidence, *rest = row
    return Witness(local, doc, tuple(map(as_evidence, evidence)), *rest)


def fact(item: Fact) -> Row:
    """A fact."""
    head = item.id, item.kind, item.label, filled(item.roles), told(item.properties), dated(item.time)
    rest = item.agent_status, item.stance, item.confidence, tuple(map(witness, item.witnesses))
    return *head, *rest


def as_fact(row: Row) -> Fact:
    """The fact of a row."""
    local, kind, label, roles, properties, time, status, stance, confidence, witnesses = row
    head = local, intern(kind), label, as_roles(roles), as_properties(properties), as_time(time)
    return Fact(*head, status, stance, confidence, tuple(map(as_witness, witnesses)))


def edge(item: Edge) -> Row:
    """A plain edge."""
    return item.source, item.predicate, item.target, item.facts, tuple(map(stretch, item.evidence))


def as_edge(row: Row) -> Edge:
    """The edge of a row."""
    source, predicate, target, facts, evidence = row
    return Edge(source, intern(predicate), target, facts, tuple(map(as_evidence, evidence)))


def document(item: Document) -> Row:
    """A text; its folded form only where that is another."""
    folded = "" if item.folded == item.text else item.folded
    head = item.id, item.text, folded, item.title, item.url, item.published, item.published_basis
    return *head, item.source, item.sha256, item.dates, item.origin, item.ocr


def as_document(row: Row) -> Document:
    """The text of a row."""
    local, text, folded, *rest = row
    return Document(local, text, folded or text, *rest)


def issue(item: Issue) -> Row:
    """A doubt, in the order doubts are told in."""
    return item.doc, item.start, item.end, item.code, item.detail, item.quote


def as_issue(row: Row) -> Issue:
    """The doubt of a row."""
    doc, start, end, code, detail, quote = row
    return Issue(intern(code), doc, start, end, quote, detail)


def refusal(item: Refusal) -> Row:
    """Something dropped, in the order such things are told in."""
    span = item.span
    return span.doc, span.start, span.end, item.rule, item.reason, item.text


def as_refusal(row: Row) -> Refusal:
    """What was dropped, of a row."""
    doc, start, end, rule, reason, text = row
    return Refusal(Span(doc, start, end), text, intern(rule), reason)
