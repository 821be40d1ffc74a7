"""Counts of right, spurious and missed role fillers, and every disagreement behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.evaluate.align import ENTITY_TYPES, KEY_ROLES, Event, agreeing, atoms, fillers, overlap, pairs, size

Record = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """What was found, made up and missed."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, wanted: int, got: int, right: int) -> None:
        """Count a comparison."""
        self.right += right
        self.spurious += got - right
        self.missed += wanted - right

    @property
    def precision(self) -> float:
        """Right among those given; 0 when none was given."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Right among those wanted; 0 when none was wanted."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def empty(self) -> bool:
        """Whether there was nothing to compare."""
        return not (self.right or self.spurious or self.missed)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An annotated event, an extracted one, or a pair of them that is not the same."""

    doc: str
    kind: str
    wanted: Event | None
    got: Event | None
    source: Record | None
    """The extracted event as written, with its evidence."""

    @property
    def weight(self) -> int:
        """How many fillers are wrong: the worst come first."""
        shared = 1 + overlap(self.wanted, self.got) if self.wanted and self.got else 0
        return max(size(event) if event else 0 for event in (self.wanted, self.got)) - shared


@dataclass(slots=True)
class Score:
    """The figures of one comparison."""

    documents: int = 0
    fillers: Tally = field(default_factory=Tally)
    """The headline: role fillers over all events, the type counting as one."""
    events: Tally = field(default_factory=Tally)
    entities: Tally = field(default_factory=Tally)
    by_type: dict[str, Tally] = field(default_factory=dict)
    by_role: dict[str, Tally] = field(default_factory=dict)
    """Inside paired events only."""
    by_entity: dict[str, Tally] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> Score:
    """Compare by id; a document that was not predicted counts as one without facts."""
    total = Score(documents=len(gold))
    for doc, wanted in gold.items():
        got = predicted.get(doc, {})
        _entities(wanted.get("entities", {}), got.get("entities", {}), total)
        for kind in KEY_ROLES:
            _events(doc, kind, _split(wanted, kind), _split(got, kind), total)
    return total


def _entities(wanted: Record, got: Record, total: Score) -> None:
    for kind in ENTITY_TYPES:
        want = fillers(wanted.get(kind))
        have = list(dict.fromkeys(fillers(got.get(kind))))
        right = agreeing(want, have)
        for tally in (total.entities, total.by_entity.setdefault(kind, Tally())):
            tally.add(len(want), len(have), right)


def _split(record: Record, kind: str) -> list[tuple[Event, Record]]:
    events: Iterable[Record] = record.get("events", ())
    return [(atom, event) for event in events if event.get("type") == kind for atom in atoms(event)]


def _events(
    doc: str, kind: str, wanted: list[tuple[Event, Record]], got: list[tuple[Event, Record]], total: Score
) -> None:
    paired = pairs(kind, [a for a, _ in wanted], [b for b, _ in got])
    left, right = {i for i, _ in paired}, {j for _, j in paired}
    for i, j in paired:
        _count(doc, kind, wanted[i][0], got[j], total)
    for i, (event, _) in enumerate(wanted):
        if i not in left:
            _count(doc, kind, event, None, total)
    for j, found in enumerate(got):
        if j not in right:
            _count(doc, kind, None, found, total)


def _count(
    doc: str, kind: str, wanted: Event | None, found: tuple[Event, Record] | None, total: Score
) -> None:
    got, source = found or (None, None)
    both = wanted is not None and got is not None
    sizes = [size(event) if event is not None else 0 for event in (wanted, got)]
    shared = 1 + overlap(wanted, got) if wanted is not None and got is not None else 0
    for tally in (total.fillers, total.by_type.setdefault(kind, Tally())):
        tally.add(sizes[0], sizes[1], shared)
    total.events.add(int(wanted is not None), int(got is not None), int(both))
    if wanted is not None and got is not None:
        for role in sorted(wanted.keys() | got.keys()):
            a, b = wanted.get(role, []), got.get(role, [])
            total.by_role.setdefault(role, Tally()).add(len(a), len(b), agreeing(a, b))
    if shared < max(sizes):
        total.disagreements.append(Disagreement(doc, kind, wanted, got, source))
