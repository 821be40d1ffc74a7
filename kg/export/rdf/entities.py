"""Entities with their names, properties and plain edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def entity_records(graph: Graph, names: Names, *, slim: bool) -> Iterator[Record]:
    """One record an entity, then one for each node that has edges but is no entity."""
    edges = _by_source(graph.edges)
    for entity in sorted(graph.entities, key=_place_in_file):
        yield _entity(entity, edges.pop(entity.id, {}), names, slim=slim)
    for source in sorted(edges):
        yield Record(names.node(source), tuple(_edges(edges[source], names)), "Other edges")


def _place_in_file(entity: Entity) -> tuple[int, str]:
    return _ORDER.get(entity.id.split("/", 1)[0], len(_ORDER)), entity.id


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


def _by_source(edges: Iterable[Edge]) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for edge in edges:
        found.setdefault(edge.source, {}).setdefault(edge.predicate, set()).add(edge.target)
    return found


def merged(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs of one predicate put together where it first stands."""
    found: dict[Iri, dict[object, None]] = {}
    for predicate, objects in pairs:
        found.setdefault(predicate, {}).update(dict.fromkeys(objects))
    return tuple((p, tuple(o)) for p, o in found.items())  # type: ignore[arg-type]
