"""The nodes of the page in one order: entities, then vocabulary terms in use, then facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.export.html.words import label
from kg.model import Entity, Fact, Graph, Ref
from kg.vocab import Vocabulary

NATION = "100000"
_AREA = re.compile(r"^(?:place|org|person|doc)/(\d{6})\b")


@dataclass(frozen=True, slots=True)
class Nodes:
    """Ids in page order with their index, class and label."""

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    entities: int
    """The first so many are entities."""
    terms: int
    """Then come so many terms; the rest are facts."""
    index: dict[str, int]

    @property
    def facts_from(self) -> int:
        """Index of the first fact."""
        return self.entities + self.terms


def collect(graph: Graph, vocabulary: Vocabulary) -> Nodes:
    """Every id the page can show. Ids named by nothing but a role or an edge become terms."""
    known = {e.id for e in graph.entities} | {f.id for f in graph.facts}
    terms = sorted({i for i in _named(graph) if i not in known})
    ids = [*(e.id for e in graph.entities), *terms, *(f.id for f in graph.facts)]
    kinds = [*(e.kind for e in graph.entities), *("Term" for _ in terms), *(f.kind for f in graph.facts)]
    labels = [
        *(e.label for e in graph.entities),
        *(label(vocabulary, t, "zh") or t for t in terms),
        *(f.label for f in graph.facts),
    ]
    index = {local: i for i, local in enumerate(ids)}
    return Nodes(tuple(ids), tuple(kinds), tuple(labels), len(graph.entities), len(terms), index)


def _named(graph: Graph) -> Iterator[str]:
    """Ids at the end of an edge or role; places of nothing else."""
    for edge in graph.edges:
        yield edge.source
        yield edge.target
    for fact in graph.facts:
        for role in fact.roles:
            yield role.filler


def references(item: Entity | Fact) -> Iterator[tuple[str, str]]:
    """``(predicate, id)`` of every property that points somewhere."""
    for prop in item.properties:
        if isinstance(prop.value, Ref):
            yield prop.predicate, prop.value.id


def areas(graph: Graph) -> dict[str, str]:
    """Six-digit code of the place an entity belongs to, by id; what cannot be told is left out.

    A place is its own area; an organisation that of its ``jurisdiction``; anything else what its id
    says, and failing that the area of the first neighbour that has one.
    """
    found: dict[str, str] = {}
    for entity in graph.entities:
        own = _AREA.match(entity.id)
        reach = next((i for p, i in references(entity) if p in ("jurisdiction", "containedInPlace")), "")
        code = own.group(1) if own else ""
        if entity.kind != "Place" and (by := _AREA.match(reach)):
            code = by.group(1)
        if code:
            found[entity.id] = code
    for edge in graph.edges:
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one not in found and found.get(other, NATION) != NATION:
                found[one] = found[other]
    return found
