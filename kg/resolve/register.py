"""The table of entities while it is being filled: every sight of a thing adds a name, a mention, a reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.model import Entity, Evidence, Merge, Property, Ref, Scalar
from kg.resolve.masks import masked


@dataclass(slots=True)
class Record:
    """What is known of one entity so far."""

    kinds: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    label: str = ""
    """The official name, where there is one; else the commonest name is the label."""
    properties: dict[Property, None] = field(default_factory=dict)
    mentions: dict[tuple[str, int, int], Evidence] = field(default_factory=dict)
    merges: dict[tuple[str, str], Merge] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    """Ids of the texts that mention it."""


class Register:
    """Entities by id. What it hands out depends on what was said, not on the order it was said in."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}

    def __contains__(self, local: str) -> bool:
        """Whether anything is known of an id."""
        return local in self._records

    def see(
        self, local: str, kind: str, name: str, found: Evidence | None, rule: str, score: float = 1.0
    ) -> None:
        """Take note that ``name`` (said in ``found``, if anywhere) means this entity, by a rule."""
        record = self._records.setdefault(local, Record())
        weight = 1 if found else 0
        record.kinds[kind] += weight
        record.names[name] += weight
        if found:
            record.mentions[found.span.doc, found.span.start, found.span.end] = found
            record.texts.add(found.span.doc)
        merge = Merge(name, rule, found.span if found else None, score)
        known = record.merges.get((name, rule))
        if known is None or _place(merge) < _place(known):
            record.merges[name, rule] = merge

    def call(self, local: str, label: str) -> None:
        """Give an entity its official name."""
        self._records[local].label = label

    def also(self, local: str, name: str) -> None:
        """Give an entity another name that no sentence is needed for."""
        self._records[local].names[name] += 0

    def tell(self, local: str, predicate: str, value: Scalar) -> None:
        """Add a property."""
        self._records[local].properties[Property(predicate, value)] = None

    def mentioned(self, local: str, doc: str) -> bool:
        """Whether a text mentions an entity."""
        record = self._records.get(local)
        return bool(record and doc in record.texts)

    def told(self, local: str) -> bool:
        """Whether an entity has properties already."""
        record = self._records.get(local)
        return bool(record and record.properties)

    def label(self, local: str) -> str:
        """The label of an entity as far as it is known; its id where it is not."""
        record = self._records.get(local)
        return _label(record) if record else local

    def kind(self, local: str) -> str:
        """The class of an entity, or an empty string."""
        record = self._records.get(local)
        return _commonest(record.kinds) if record else ""

    def first(self, local: str) -> Evidence | None:
        """The first mention of an entity."""
        record = self._records.get(local)
        return record.mentions[min(record.mentions)] if record and record.mentions else None

    def first_in(self, local: str, doc: str) -> Evidence | None:
        """The first mention of an entity in one text; the first of all where that text has none."""
        record = self._records.get(local)
        here = [key for key in record.mentions if key[0] == doc] if record else []
        return record.mentions[min(here)] if record and here else self.first(local)

    def refs(self, local: str, predicate: str) -> list[str]:
        """The ids that a property of an entity points to."""
        record = self._records.get(local)
        found = [p.value for p in record.properties if p.predicate == predicate] if record else []
        return sorted(v.id for v in found if isinstance(v, Ref))

    def labelled(self, prefix: str) -> dict[str, str]:
        """The entities whose id begins so, by label."""
        return {_label(r): local for local, r in sorted(self._records.items()) if local.startswith(prefix)}

    def entities(self) -> tuple[Entity, ...]:
        """Every entity, sorted by id."""
        return tuple(_entity(local, self._records[local]) for local in sorted(self._records))


def _entity(local: str, record: Record) -> Entity:
    label = _label(record)
    return Entity(
        local,
        _commonest(record.kinds),
        label,
        tuple(sorted(set(record.names) - {label})),
        tuple(sorted(record.properties, key=lambda p: (p.predicate, str(p.value)))),
        tuple(record.mentions[key] for key in sorted(record.mentions)),
        tuple(record.merges[key] for key in sorted(record.merges)),
    )


def _label(record: Record) -> str:
    """A name with characters left out is a label only where there is no other."""
    whole = Counter({name: n for name, n in record.names.items() if not masked(name)})
    return record.label or _commonest(whole or record.names)


def _commonest(counts: Counter[str]) -> str:
    """The most frequent, then the shortest, then the first by character."""
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def _place(merge: Merge) -> tuple[bool, str, int, float]:
    """Merges with a sentence first, then in the order of the texts."""
    span = merge.span
    return span is None, span.doc if span else "", span.start if span else 0, -merge.score
