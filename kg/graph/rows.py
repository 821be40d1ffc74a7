"""Drafts and facts in the making as plain rows, and back: most of them wait on the disk."""

from __future__ import annotations

from dataclasses import astuple
from sys import intern

from kg.disk import Row
from kg.disk.rows import (
    as_evidence,
    as_properties,
    as_roles,
    as_time,
    as_witness,
    dated,
    filled,
    stretch,
    told,
    witness,
)
from kg.graph.built import Built
from kg.graph.draft import Counted, Draft, Told
from kg.values import GroupValue


def said(item: Told) -> Row:
    """What stays of a claim."""
    groups = tuple((g.role, astuple(g.value), stretch(g.found)) for g in item.groups)
    where = stretch(item.found), item.start, item.end, item.rule
    return *where, dated(item.time), item.stance, item.confidence, item.word, groups


def as_told(row: Row) -> Told:
    """The claim of a row."""
    found, start, end, rule, time, stance, confidence, word, groups = row
    return Told(
        found=as_evidence(found),
        start=start,
        end=end,
        rule=intern(rule),
        time=as_time(time),
        stance=intern(stance),
        confidence=confidence,
        word=word,
        groups=as_groups(groups),
    )


def as_groups(rows: Row) -> tuple[Counted, ...]:
    """The groups of a row."""
    return tuple(Counted(intern(r), GroupValue(*v), as_evidence(e)) for r, v, e in rows)


def drafted(item: Draft) -> Row:
    """A draft; its key stands before it where it waits."""
    rest = filled(item.roles), told(item.properties), item.status, item.strict, item.published
    return said(item), item.kind, *rest


def as_draft(key: tuple[str, ...], row: Row) -> Draft:
    """The draft of a row."""
    where, kind, roles, properties, status, strict, published = row
    found, start, end, rule, time, stance, confidence, word, groups = where
    return Draft(
        found=as_evidence(found),
        start=start,
        end=end,
        rule=intern(rule),
        time=as_time(time),
        stance=intern(stance),
        confidence=confidence,
        word=word,
        groups=as_groups(groups),
        kind=intern(kind),
        key=key,
        roles=as_roles(roles),
        properties=as_properties(properties),
        status=intern(status),
        strict=strict,
        published=published,
    )


def made(item: Built) -> Row:
    """A fact in the making."""
    head = item.id, item.kind, tuple(map(said, item.drafts)), filled(item.roles), told(item.properties)
    rest = dated(item.time), item.status, item.stance, item.confidence, tuple(map(witness, item.witnesses))
    return *head, *rest


def as_built(row: Row) -> Built:
    """The fact in the making of a row."""
    local, kind, drafts, roles, properties, time, status, stance, confidence, witnesses = row
    return Built(
        local,
        intern(kind),
        list(map(as_told, drafts)),
        list(as_roles(roles)),
        list(as_properties(properties)),
        as_time(time),
        status,
        stance,
        confidence,
        tuple(map(as_witness, witnesses)),
    )
