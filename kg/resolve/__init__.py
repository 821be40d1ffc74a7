"""Mentions and values of all texts -> entities. "Which names mean one thing?".

One rule a file: places by code, bodies by place + type + unit, documents by title + issuer + year, persons by
name + office. Every merge keeps its rule, its score and the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Evidence, Issue, Refusal
from kg.reading import Reading
from kg.resolve.bearer import Bearer, bearers
from kg.resolve.copies import copies
from kg.resolve.document import find_documents
from kg.resolve.judgements import Judgements
from kg.resolve.number import behind, year
from kg.resolve.person import find_persons
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
    world.documents = find_documents(readings, issuers, lexicon, gazetteer)
    world.persons = find_persons(bearers(readings, world, world.sources), lexicon, world.judged)
    for reading, use in sorted(sights, key=lambda s: isinstance(s[1].value, DocumentValue)):
        see(use, reading, world)
    world.issues += [*doubts(world), *world.persons.issues, *world.judged.issues]
    world.refusals += apart(world)
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
        number = behind(doc, use.found.span.end)
        world.document(value, doc, use.found, year(number) if number else None)


def doubts(world: World) -> Iterator[Issue]:
    """One doubt for each person not joined to another that may be the same (R04)."""
    for bearer, other in world.persons.doubts:
        found = shown(bearer, world)
        if found:
            place = found.span.doc, found.span.start, found.span.end
            yield Issue("R04", *place, found.quote, f"{anchor(bearer)} or {anchor(other)}")


def apart(world: World) -> Iterator[Refusal]:
    """Persons of one name that are plainly two, for those who ask why they were not joined."""
    for bearer, other in world.persons.different:
        found = shown(bearer, world)
        if found:
            why = f"{anchor(bearer)} is not {anchor(other)}: a common name, two provinces"
            yield Refusal(found.span, found.quote, "resolve.person.different", why)


def shown(bearer: Bearer, world: World) -> Evidence | None:
    """A place where a text names somebody."""
    return world.register.first_in(world.persons.ids[bearer.doc, bearer.name], bearer.doc)


def anchor(bearer: Bearer) -> str:
    """A person as the judgements file points to it."""
    return f"{bearer.doc}#{bearer.name}"
