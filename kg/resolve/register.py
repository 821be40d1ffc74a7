"""The table of entities while it is being filled: every sight of a thing adds a name, a mention, a reason.

Mentions wait on the disk, and so do the entities that nobody has asked for lately: memory holds their ids.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from sys import intern

from kg.disk import Cabinet, Row, Sorter
from kg.disk.rows import as_evidence, as_merge, as_properties, merge, stretch, told
from kg.model import Entity, Evidence, Merge, Property, Ref, Scalar
from kg.resolve.masks import masked

Place = tuple[str, int, int, str]
"""Text, start, end and words of a mention."""


@dataclass(slots=True)
class Record:
    """What is known of one entity so far."""

    kinds: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    label: str = ""
    """The official name, where there is one; else the commonest name is the label."""
    properties: dict[Property, None] = field(default_factory=dict)
    merges: dict[tuple[str, str], Merge] = field(default_factory=dict)
    first: Place | None = None
    """The first mention."""
    texts: array[int] = field(default_factory=lambda: array("I"))
    """Numbers of the texts that mention it, in order."""

    def noted(self, text: int) -> None:
        """Take note that a text mentions it."""
        if not self.texts or self.texts[-1] < text:
            self.texts.append(text)
        elif not self.in_text(text):
            self.texts.insert(bisect_left(self.texts, text), text)

    def in_text(self, text: int) -> bool:
        """Whether a text mentions it."""
        at = bisect_left(self.texts, text)
        return at < len(self.texts) and self.texts[at] == text


def packed(record: Record) -> Row:
    """A record as a row."""
    counts = tuple(record.kinds.items()), tuple(record.names.items())
    reasons = tuple(map(merge, record.merges.values()))
    return *counts, record.label, told(record.properties), reasons, record.first, record.texts.tobytes()


def unpacked(row: Row) -> Record:
    """The record of a row."""
    kinds, names, label, properties, reasons, first, texts = row
    merges = {(m.text, m.rule): m for m in map(as_merge, reasons)}
    known = dict.fromkeys(as_properties(properties))
    counted = Counter({intern(kind): n for kind, n in kinds})
    return Record(counted, Counter(dict(names)), label, known, merges, first, array("I", texts))


class Register:
    """Entities by id. What it hands out depends on what was said, not on the order it was said in."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._records = Cabinet(packed, unpacked)
        self._texts: dict[str, int] = {}
        """Id of a text -> its number."""
        self._mentions = Sorter()
        self._listed = Sorter()
        self._wanted: dict[tuple[str, str], Place | None] = {}

    def __contains__(self, local: str) -> bool:
        """Whether anything is known of an id."""
        return local in self._numbers

    def want(self, local: str, doc: str) -> None:
        """Keep the first mention of an entity in one text, for ``first_in``."""
        self._wanted[local, doc] = None

    def see(
        self, local: str, kind: str, name: str, found: Evidence | None, rule: str, score: float = 1.0
    ) -> None:
        """Take note that ``name`` (said in ``found``, if anywhere) means this entity, by a rule."""
        number = self._numbers.get(local)
        if number is None:
            number = self._numbers[local] = self._records.append(Record())
        record = self._records.change(number)
        weight = 1 if found else 0
        record.kinds[kind] += weight
        record.names[name] += weight
        if found:
            self._mention(local, record, found)
        known = record.merges.get((name, rule))
        made = Merge(name, rule, found.span if found else None, score)
        if known is None or _place(made) < _place(known):
            record.merges[name, rule] = made

    def _mention(self, local: str, record: Record, found: Evidence) -> None:
        place = doc, start, end, _ = stretch(found)
        self._mentions.add((local, *place))
        if local.startswith(LISTED):
            self._listed.add((doc, start, end, local))
        if record.first is None or place < record.first:
            record.first = place
        record.noted(self._texts.setdefault(doc, len(self._texts)))
        if (local, doc) in self._wanted:
            known = self._wanted[local, doc]
            self._wanted[local, doc] = min(known or place, place)

    def call(self, local: str, label: str) -> None:
        """Give an entity its official name."""
        self._change(local).label = label

    def also(self, local: str, name: str) -> None:
        """Give an entity another name that no sentence is needed for."""
        self._change(local).names[name] += 0

    def tell(self, local: str, predicate: str, value: Scalar) -> None:
        """Add a property."""
        self._change(local).properties[Property(predicate, value)] = None

    def mentioned(self, local: str, doc: str) -> bool:
        """Whether a text mentions an entity."""
        record, text = self._get(local), self._texts.get(doc)
        return record is not None and text is not None and record.in_text(text)

    def told(self, local: str) -> bool:
        """Whether an entity has properties already."""
        record = self._get(local)
        return bool(record and record.properties)

    def label(self, local: str) -> str:
        """The label of an entity as far as it is known; its id where it is not."""
        record = self._get(local)
        return _label(record) if record else local

    def kind(self, local: str) -> str:
        """The class of an entity, or an empty string."""
        record = self._get(local)
        return _commonest(record.kinds) if record else ""

    def first(self, local: str) -> Evidence | None:
        """The first mention of an entity."""
        record = self._get(local)
        return as_evidence(record.first) if record and record.first else None

    def first_in(self, local: str, doc: str) -> Evidence | None:
        """The first mention of an entity in a text it was wanted of; of all where that has none."""
        place = self._wanted.get((local, doc))
        return as_evidence(place) if place else self.first(local)

    def refs(self, local: str, predicate: str) -> list[str]:
        """The ids that a property of an entity points to."""
        record = self._get(local)
        found = [p.value for p in record.properties if p.predicate == predicate] if record else []
        return sorted(v.id for v in found if isinstance(v, Ref))

    def properties(self, local: str) -> tuple[Property, ...]:
        """The properties of an entity, sorted."""
        record = self._get(local)
        return _sorted(record) if record else ()

    def labelled(self, prefix: str) -> dict[str, str]:
        """The entities whose id begins so, by label."""
        ids = sorted(local for local in self._numbers if local.startswith(prefix))
        return {self.label(local): local for local in ids}

    def listed(self) -> Iterator[tuple[str, int, int, str]]:
        """Text, start, end and id of every mention of a person or group, by text; only once."""
        return (key for key, _ in groupby(self._listed))

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by id; only once, since their mentions are let go."""
        mentions = groupby(self._mentions, key=lambda row: row[0])
        local, rows = next(mentions, ("", None))
        for one in sorted(self._numbers):
            found: list[Place] = []
            if rows is not None and local == one:
                found = [place for place, _ in groupby(row[1:] for row in rows)]
                local, rows = next(mentions, ("", None))
            yield _entity(one, self._records[self._numbers[one]], found)

    def _get(self, local: str) -> Record | None:
        number = self._numbers.get(local)
        return None if number is None else self._records[number]

    def _change(self, local: str) -> Record:
        return self._records.change(self._numbers[local])


LISTED = ("person/", "group/")
"""What stands in lists: its mentions are asked for text by text."""


def _entity(local: str, record: Record, mentions: list[Place]) -> Entity:
    label = _label(record)
    return Entity(
        local,
        _commonest(record.kinds),
        label,
        tuple(sorted(set(record.names) - {label})),
        _sorted(record),
        tuple(map(as_evidence, mentions)),
        tuple(record.merges[key] for key in sorted(record.merges)),
    )


def _sorted(record: Record) -> tuple[Property, ...]:
    return tuple(sorted(record.properties, key=lambda p: (p.predicate, str(p.value))))


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
