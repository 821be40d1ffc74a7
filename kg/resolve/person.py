"""Persons: one name in one text is one person; across texts a name alone never is.

Two texts mean one person where the name agrees and an office does: the same body, the same place with the
same title where no body is told, offices that only one person holds at a time, or, for a name so rare that
no namesake is to be expected, the same county. A career is joined step by step: who left one body for
another is one person in all texts that know either. All else stays two persons, and a doubt (R04) asks
somebody to decide. Masked names (赵某某) need the same body and the same title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.ids import digest
from kg.lexicon import Lexicon
from kg.resolve.namesakes import rare
from kg.resolve.union import Union

MASKED = re.compile(r"[\u67d0\u00d7\u25cb*Xx]")
"""A character that stands for a given name left out."""


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A post of a person as one text tells it."""

    body: str
    """Id of the organisation, or an empty string."""
    place: str
    """Id of its division, or an empty string."""
    title: str


@dataclass
class Bearer:
    """A name in one text, with the offices told of it there."""

    name: str
    doc: str
    offices: set[Office] = field(default_factory=set)
    published: str = ""

    @property
    def masked(self) -> bool:
        """Whether the given name is left out."""
        return bool(MASKED.search(self.name))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two texts mean one person."""

    rule: str
    score: float


OFFICE = Reason("resolve.person.office", 0.98)
SOLE = Reason("resolve.person.sole-office", 0.97)
BODY = Reason("resolve.person.body", 0.95)
PLACE = Reason("resolve.person.place-title", 0.9)
CAREER = Reason("resolve.person.rare-name-place", 0.92)
"""The ways two texts can mean one person, with how sure each is."""


def keys(bearer: Bearer, lexicon: Lexicon) -> list[tuple[Reason, tuple[str, ...]]]:
    """What a bearer can be joined by: bearers of one name with a key in common are one person."""
    found: list[tuple[Reason, tuple[str, ...]]] = []
    seldom = not bearer.masked and rare(bearer.name, lexicon)
    for office in sorted(bearer.offices):
        if office.body:
            found.append((OFFICE, ("office", office.body, office.title)))
        if bearer.masked:
            continue
        if office.title in lexicon.kind("post.sole"):
            found.append((SOLE, ("sole",)))
        if office.body:
            found.append((BODY, ("body", office.body)))
        if office.place and not office.body:
            found.append((PLACE, ("place", office.place, office.title)))
        if office.place and seldom:
            found.append((CAREER, ("career", county(office.place))))
    return found


def county(place: str) -> str:
    """The county of a place; a place of a wider division is itself."""
    return place.split("-", maxsplit=1)[0] if not place.startswith("place/none") else place


@dataclass(frozen=True)
class Persons:
    """Which person each name of each text means."""

    ids: Mapping[tuple[str, str], str]
    """(text, name) -> id."""
    reasons: Mapping[tuple[str, str], Reason]
    """Why a text's bearer was joined to that of an earlier text."""
    doubts: tuple[tuple[Bearer, str], ...]
    """Bearers not joined to another person of their name, with that person's id."""


def find_persons(bearers: Iterable[Bearer], lexicon: Lexicon) -> Persons:
    """Every person of all texts."""
    by_name: dict[str, dict[str, Bearer]] = {}
    for bearer in bearers:
        by_name.setdefault(bearer.name, {})[bearer.doc] = bearer
    ids: dict[tuple[str, str], str] = {}
    reasons: dict[tuple[str, str], Reason] = {}
    doubts: list[tuple[Bearer, str]] = []
    for name in sorted(by_name):
        found, why = cluster(by_name[name], lexicon)
        locals_ = [mint([by_name[name][d] for d in docs]) for docs in found]
        ids.update({(d, name): local for docs, local in zip(found, locals_, strict=True) for d in docs})
        reasons.update({(doc, name): reason for doc, reason in why.items()})
        first = by_name[name][found[0][0]]
        if not first.masked:
            doubts += [(by_name[name][docs[0]], locals_[0]) for docs in found[1:]]
    return Persons(ids, reasons, tuple(doubts))


def cluster(bearers: Mapping[str, Bearer], lexicon: Lexicon) -> tuple[list[list[str]], dict[str, Reason]]:
    """The texts whose bearers of one name are one person, and the best reason for each text that joined."""
    union = Union(bearers)
    why: dict[str, Reason] = {}
    first: dict[tuple[str, ...], str] = {}
    for doc in sorted(bearers):
        for reason, key in keys(bearers[doc], lexicon):
            earlier = first.setdefault(key, doc)
            if earlier == doc:
                continue
            union.join(doc, earlier)
            known = why.get(doc)
            why[doc] = reason if known is None or reason.score > known.score else known
    return union.sets(), why


def mint(bearers: list[Bearer]) -> str:
    """``person/{area}-{hash8}`` from the name and its first office; without a body, from the text too."""
    offices = sorted(set().union(*(b.offices for b in bearers)), key=lambda o: (not o.body, not o.place, o))
    first = offices[0] if offices else Office("", "", "")
    area = (first.place.removeprefix("place/").split("-")[0] or "cn") if first.place else "cn"
    scope = () if first.body else (first.title, min(b.doc for b in bearers))
    return f"person/{area}-{digest(bearers[0].name, first.body, *scope)}"
