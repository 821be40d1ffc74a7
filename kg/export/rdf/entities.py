"""Entities with their names, properties and plain edges."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.disk import in_order
from kg.export.rdf.evidence import Grounds
from kg.export.rdf.names import Names
from kg.export.rdf.stretches import stretches
from kg.export.rdf.terms import LABEL, TYPE, Iri, Pair, Record, curie, zh
from kg.model import Edge, Entity, Graph

ALT_LABEL = curie("skos:altLabel")
SECTIONS = {
    "place": "Places",
    "org": "Organisations",
    "change": "Changes of organisations",
    "person": "Persons",
    "group": "Counted groups",
    "post": "Posts",
    "doc": "Documents",
    "text": "Texts read and reports cited",
    "mechanism": "Mechanisms",
}
"""Headings by the folder of an id, in the order they stand in the file."""
_ORDER = {folder: number for number, folder in enumerate(SECTIONS)}


def entity_records(graph: Graph, names: Names, seen: Grounds | None) -> Iterator[Record]:
    """One record an entity, then one for each node that has edges but is no entity."""
    edges = BySource(graph.edges, seen)
    entities = in_order(graph.entities, lambda e: e.id)
    ranks = array("B", (_rank(e.id) for e in entities))
    for rank in sorted(set(ranks)):
        for number, own in enumerate(ranks):
            if own == rank:
                entity = entities[number]
                if seen:
                    seen.entity(entity)
                yield _entity(entity, edges.pop(entity.id), names, slim=seen is None)
    for source in edges.left():
        yield Record(names.node(source), tuple(_edges(edges.pop(source), names)), "Other edges")


def _rank(local: str) -> int:
    return _ORDER.get(local.split("/", 1)[0], len(_ORDER))


def _entity(entity: Entity, edges: dict[str, set[str]], names: Names, *, slim: bool) -> Record:
    pairs: list[Pair] = [(TYPE, (names.term(entity.kind),)), (LABEL, (zh(entity.label),))]
    aliases = sorted(set(entity.aliases) - {entity.label})
    if aliases:
        pairs.append((ALT_LABEL, tuple(zh(a) for a in aliases)))
    pairs += names.pairs(entity.properties)
    pairs += _edges(edges, names)
    whole = merged(pairs)
    if entity.mentions and not slim:
        whole += ((names.term("mention"), (stretches(entity.mentions),)),)
    heading = SECTIONS.get(entity.id.split("/", 1)[0], "Other things")
    return Record(names.node(entity.id), whole, heading)


def _edges(edges: dict[str, set[str]], names: Names) -> list[Pair]:
    return [(names.predicate(p), names.nodes(edges[p])) for p in sorted(edges)]


class BySource:
    """The edges that lead away from each node: where they begin among all edges, not the edges themselves."""

    def __init__(self, edges: Sequence[Edge], seen: Grounds | None) -> None:
        self._edges = in_order(edges, lambda e: e.source)
        self._ranges: dict[str, range] = {}
        first = 0
        for source, some in groupby(self._edges, key=lambda e: e.source):
            end = first
            for edge in some:
                end += 1
                if seen:
                    seen.edge(edge)
            self._ranges[source] = range(first, end)
            first = end

    def pop(self, source: str) -> dict[str, set[str]]:
        """The targets of a node by predicate; they are not asked for again."""
        found: dict[str, set[str]] = {}
        for number in self._ranges.pop(source, ()):
            edge = self._edges[number]
            found.setdefault(edge.predicate, set()).add(edge.target)
        return found

    def left(self) -> list[str]:
        """The nodes whose edges nobody has asked for."""
        return sorted(self._ranges)


def merged(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs of one predicate put together where it first stands."""
    found: dict[Iri, dict[object, None]] = {}
    for predicate, objects in pairs:
        found.setdefault(predicate, {}).update(dict.fromkeys(objects))
    return tuple((p, tuple(o)) for p, o in found.items())  # type: ignore[arg-type]
