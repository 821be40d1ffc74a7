"""Nodes and relationships for labelled-property-graph databases: the header style of neo4j-admin import.

``nodes.csv`` holds entities, facts and vocabulary terms; ``relationships.csv`` plain edges and the roles of
facts. The kind of a thing is its label, the name of an edge or role the type. The fields of the headers are
those of the operations manual of Neo4j 5. Lines end in CRLF as RFC 4180 says, so that a lone carriage return
in a name is quoted. Names may hold line breaks: the import then needs ``--multiline-fields=true``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from kg.export.formats.quads import Files
from kg.export.formats.view import ALT_LABEL, Thing, View
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

NODE_HEADER = ("id:ID", "name", "aliases:string[]", "edtf", "notBefore", "notAfter", "iri", ":LABEL")
EDGE_HEADER = (":START_ID", ":END_ID", "fact", "quote", ":TYPE")
ARRAY_DELIMITER, WIDE_SEMICOLON = ";", "\uff1b"
"""An array cannot hold its own delimiter and has no way to quote it: in an alias it becomes the wide form."""


def files(view: View, vocabulary: Vocabulary) -> Files:
    """``nodes.csv`` and ``relationships.csv``; every end of a relationship is a node."""
    relations = [*_edges(view), *_roles(view)]
    ends = {i for r in relations for i in r[:2]}
    things = [*view.entities(), *view.facts()]
    known = {t.id for t in things}
    others = [view.get(i) or Thing(i, "Resource", i, {}) for i in sorted(ends - known)]
    nodes = [_node(t, view, vocabulary) for t in (*things, *others)]
    return {"nodes.csv": _csv(NODE_HEADER, nodes), "relationships.csv": _csv(EDGE_HEADER, relations)}


def _node(thing: Thing, view: View, vocabulary: Vocabulary) -> tuple[str, ...]:
    labels = [k for k in vocabulary.ancestors(thing.kind) if k in vocabulary.classes] or [thing.kind]
    dates = (thing.text(NAMESPACE + name) for name in ("dateEDTF", "notBefore", "notAfter"))
    aliases = ARRAY_DELIMITER.join(a.replace(ARRAY_DELIMITER, WIDE_SEMICOLON) for a in thing.texts(ALT_LABEL))
    iri = next((i for i in (view.base + thing.id,) if i in view.subjects), thing.id)
    return thing.id, thing.label, aliases, *dates, iri, ARRAY_DELIMITER.join(labels)


def _edges(view: View) -> Iterator[tuple[str, ...]]:
    quotes = {q.id: q.exact for q in view.quotes()}
    for link in view.links():
        quote = quotes.get(next(iter(link.evidence), ""), "")
        yield link.source, link.target, ";".join(link.facts), quote, link.predicate


def _roles(view: View) -> Iterator[tuple[str, ...]]:
    for fact in view.facts():
        for role, filler in view.roles(fact):
            yield fact.id, filler, fact.id, "", role


def _csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows(rows)
    return written.getvalue()
