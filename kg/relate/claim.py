"""A claim as one document makes it: an event frame whose roles are filled by what stands in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Time
from kg.recognise.line import Atom
from kg.values import AgencyValue, DocumentValue, GroupValue, MeasureValue, PersonValue, PlaceValue

FillerValue = (
    PersonValue | AgencyValue | PlaceValue | GroupValue | DocumentValue | MeasureValue | str | int | bool
)


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler of a role: its value, and where it stands (none when carried over or inferred)."""

    role: str
    value: FillerValue
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Claim:
    """One event frame of one sentence."""

    type: str
    """Row of ``ontology/frames.tsv``."""
    fillers: tuple[Filler, ...]
    start: int
    end: int
    """The words it rests on (a sentence or clause)."""
    rule: str
    time: Time = field(default_factory=Time)
    stance: str = "asserted"
    confidence: float = 0.9
    trigger: str = ""

    def all(self, role: str) -> tuple[FillerValue, ...]:
        """The values that fill one role."""
        return tuple(f.value for f in self.fillers if f.role == role)


def filler(role: str, atom: Atom) -> Filler:
    """An atom as the filler of a role."""
    return Filler(role, atom.value, atom.start, atom.end)
