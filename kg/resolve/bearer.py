"""What one text tells of a name: the offices held, and what happened when. Persons are made of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Protocol

from kg.model import Time
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.resolve.masks import masked
from kg.resolve.organ import Organ
from kg.values import AgencyValue, MeasureValue, PersonValue, PlaceValue

DEALT = frozenset({"sanction", "judicial", "investigation", "clearing", "accusation"})
"""Types of claims that tell what happened to a person; appointments come in long lists and tell a post."""
VAGUE = "unspecified"
"""Code of a measure whose kind is not told (受到处分): too little to know an event by."""
_MONTH = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A post of a person as one text tells it."""

    body: str
    """Id of the organisation, or an empty string."""
    place: str
    """Id of its division, or an empty string."""
    title: str


@dataclass(frozen=True, slots=True, order=True)
class Happening:
    """What happened to a person, by kind and month: the same in two texts is a sign of one person."""

    act: str
    """``scheme/code`` of the measure, or the type of the claim."""
    date: str
    """EDTF of a day or month."""

    @property
    def month(self) -> str:
        """The month it lies in."""
        return self.date[:7]

    def fits(self, other: Happening) -> bool:
        """Whether both may be one: the same act, and days that agree where both are told."""
        shorter, longer = sorted((self.date, other.date), key=len)
        return self.act == other.act and longer.startswith(shorter)


@dataclass(slots=True)
class Bearer:
    """A name in one text, with what is told of it there."""

    name: str
    doc: str
    offices: AbstractSet[Office] = field(default_factory=set)
    published: str = ""
    happenings: AbstractSet[Happening] = field(default_factory=set)
    places: AbstractSet[str] = field(default_factory=set)
    """Ids of the divisions where what is told took place."""
    source: str = ""
    """Id of the text that this one copies, itself where others copy it; empty where nobody does."""

    @property
    def masked(self) -> bool:
        """Whether the given name is left out."""
        return masked(self.name)


class Finder(Protocol):
    """Where a value leads: the world of entities."""

    def organ(self, value: AgencyValue, doc: str) -> Organ:
        """The body that a value means in a text."""

    def place_id(self, value: PlaceValue, doc: str) -> str:
        """The id of a division."""


def families(sources: Mapping[str, str]) -> dict[str, str]:
    """Id of a text that copies another or is copied -> id of the one that is no copy."""
    copied = {source for doc, source in sources.items() if doc != source}
    return {doc: source for doc, source in sources.items() if source in copied}


def bearers(readings: Iterable[Reading], finder: Finder, copied: Mapping[str, str]) -> Iterator[Bearer]:
    """Every name of a person in every text, with the offices and happenings told of it."""
    for reading in readings:
        doc = reading.document.id
        found: dict[str, Bearer] = {}
        for value in persons(reading):
            one = Bearer(value.name, doc, published=reading.document.published)
            one.source = copied.get(doc, "")
            found.setdefault(value.name, one)
        for claim in reading.claims:
            if claim.type in ("post", "appointment", "removal"):
                for holder in (*claim.all("person"), *claim.all("target")):
                    if isinstance(holder, PersonValue):
                        found[holder.name].offices |= set(offices(claim, doc, finder))
            if claim.type in DEALT and claim.stance == "asserted":
                take(claim, found, doc, finder)
        yield from (found[name] for name in sorted(found))


def persons(reading: Reading) -> Iterator[PersonValue]:
    """Every person value of a text, in its sentences and in its claims."""
    for line in reading.lines:
        yield from (a.value for a in line if isinstance(a.value, PersonValue))
    for claim in reading.claims:
        yield from (f.value for f in claim.fillers if isinstance(f.value, PersonValue))


def offices(claim: Claim, doc: str, finder: Finder) -> Iterator[Office]:
    """The posts that a claim gives: each title with the body or division it is of."""
    where = next((v for v in claim.all("agency") if isinstance(v, AgencyValue | PlaceValue)), None)
    for title in claim.all("title"):
        if isinstance(where, AgencyValue):
            organ = finder.organ(where, doc)
            yield Office(organ.id, organ.place, str(title))
        else:
            yield Office("", finder.place_id(where, doc) if where else "", str(title))


def take(claim: Claim, found: Mapping[str, Bearer], doc: str, finder: Finder) -> None:
    """Note what a claim says has happened, with those it happened to."""
    told = set(happenings(claim))
    where = {finder.place_id(v, doc) for v in claim.all("place") if isinstance(v, PlaceValue)}
    where |= {finder.organ(v, doc).place for v in claim.all("agent") if isinstance(v, AgencyValue)}
    for holder in claim.all("target"):
        if isinstance(holder, PersonValue):
            found[holder.name].happenings |= told
            found[holder.name].places |= where - {""}


def happenings(claim: Claim) -> Iterator[Happening]:
    """What a claim tells by measure and month; nothing where either is missing."""
    date = dated(claim.time)
    measures = [m for m in claim.all("measure") if isinstance(m, MeasureValue)]
    for measure in measures if date else ():
        if measure.code != VAGUE:
            yield Happening(f"{measure.scheme}/{measure.code}", date)
    if date and not measures and claim.type not in ("sanction", "judicial"):
        yield Happening(claim.type, date)


def dated(time: Time) -> str:
    """The day or month of a date; empty for anything wider, open, about, or of a year that is guessed."""
    return time.edtf if _MONTH.fullmatch(time.edtf) and time.basis != "inferred-year" else ""
