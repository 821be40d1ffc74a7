"""Mentions and values of all texts -> entities. "Which names mean one thing?".

One rule a file: places by code, bodies by place + type + unit, documents by title + issuer + year, persons by
name + office. Every merge keeps its rule, its score and the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Issue
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.resolve.copies import copies
from kg.resolve.document import find_documents
from kg.resolve.judgements import Judgements
from kg.resolve.person import Bearer, Office, find_persons
from kg.resolve.place import name_place
from kg.resolve.quote import quote, trimmed
from kg.resolve.register import Register
from kg.resolve.uses import Use, uses
from kg.resolve.world import World
from kg.values import AgencyValue, DocumentValue, PersonValue, PlaceValue
from kg.vocab import Vocabulary

__all__ = ["Register", "World", "quote", "resolve", "trimmed"]


def resolve(
    readings: Sequence[Reading],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    judged: Judgements | None = None,
) -> World:
    """The entities of all texts. ``readings`` stand in the order of their ids."""
    world = World(lexicon, gazetteer, vocabulary, judged=judged or Judgements())
    world.sources = copies(r.document for r in readings)
    sights = [(reading, use) for reading in readings for use in uses(reading, lexicon)]
    for reading, use in sights:
        if isinstance(use.value, PlaceValue) and use.value.chain:
            world.villages.setdefault((reading.document.id, use.value.name), use.value)
    for reading, use in sights:
        if isinstance(use.value, PlaceValue):
            name_place(
                world.whole(use.value, reading.document.id), reading.document.id, use.found, world.register
            )
    issuers = {
        (r.document.id, number): [
            world.organ(v, r.document.id).id for v in claim.all("agent") if isinstance(v, AgencyValue)
        ]
        for r in readings
        for number, claim in enumerate(r.claims)
        if claim.type == "issuance"
    }
    world.documents = find_documents(readings, issuers, lexicon)
    world.persons = find_persons(bearers(readings, world), lexicon, world.judged)
    for reading, use in sorted(sights, key=lambda s: isinstance(s[1].value, DocumentValue)):
        see(use, reading, world)
    world.issues += [*doubts(world), *world.persons.issues, *world.judged.issues]
    return world


def see(use: Use, reading: Reading, world: World) -> None:
    """Take note of one sight of a name. Documents come last: their class depends on their issuers."""
    doc, value = reading.document, use.value
    if isinstance(value, PlaceValue):
        world.place(value, doc.id, use.found)
    elif isinstance(value, AgencyValue):
        world.agency(value, doc.id, use.found)
    elif isinstance(value, PersonValue):
        world.person(value.name, doc, use.found)
    elif not value.short:
        world.document(value, doc, use.found)


def bearers(readings: Sequence[Reading], world: World) -> Iterator[Bearer]:
    """Every name of a person in every text, with the offices told of it."""
    for reading in readings:
        found: dict[str, Bearer] = {}
        for value in persons(reading):
            found.setdefault(
                value.name, Bearer(value.name, reading.document.id, published=reading.document.published)
            )
        for claim in reading.claims:
            if claim.type in ("post", "appointment", "removal"):
                for holder in (*claim.all("person"), *claim.all("target")):
                    if isinstance(holder, PersonValue):
                        found[holder.name].offices |= set(offices(claim, reading.document.id, world))
        yield from (found[name] for name in sorted(found))


def persons(reading: Reading) -> Iterator[PersonValue]:
    """Every person value of a text, in its sentences and in its claims."""
    for line in reading.lines:
        yield from (a.value for a in line if isinstance(a.value, PersonValue))
    for claim in reading.claims:
        yield from (f.value for f in claim.fillers if isinstance(f.value, PersonValue))


def offices(claim: Claim, doc: str, world: World) -> Iterator[Office]:
    """The posts that a claim gives: each title with the body or division it is of."""
    where = next((v for v in claim.all("agency") if isinstance(v, AgencyValue | PlaceValue)), None)
    for title in claim.all("title"):
        if isinstance(where, AgencyValue):
            organ = world.organ(where, doc)
            yield Office(organ.id, organ.place, str(title))
        else:
            yield Office("", world.place_id(where, doc) if where else "", str(title))


def doubts(world: World) -> Iterator[Issue]:
    """One doubt for each person not joined to another of the same name (R04)."""
    for bearer, other in world.persons.doubts:
        local = world.persons.ids[bearer.doc, bearer.name]
        first = world.register.first(local)
        if first:
            place = first.span.doc, first.span.start, first.span.end
            detail = f"{bearer.doc}#{bearer.name} or {other.doc}#{other.name}"
            yield Issue("R04", *place, first.quote, detail)
