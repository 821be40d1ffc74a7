"""Mentions and values of all texts -> entities. "Which names mean one thing?".

One rule a file: places by code, bodies by place + type + unit, documents by title + issuer + year, persons by
name + office. Every merge keeps its rule, its score and the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from kg.disk import Shelf
from kg.disk.rows import as_evidence, stretch
from kg.gazetteer import Gazetteer
from kg.kept.readings import Readings
from kg.lexicon import Lexicon
from kg.model import Document, Evidence, Issue, Refusal
from kg.reading import Reading
from kg.resolve.bearer import Bearer, bearers, families
from kg.resolve.copies import copies
from kg.resolve.document import Titles, find_documents
from kg.resolve.judgements import Anchor, Judgements
from kg.resolve.number import behind, year
from kg.resolve.person import find_persons
from kg.resolve.place import name_place
from kg.resolve.quote import quote, trimmed
from kg.resolve.register import Register
from kg.resolve.uses import Value, uses
from kg.resolve.world import World
from kg.values import AgencyValue, DocumentValue, PersonValue, PlaceValue
from kg.vocab import Vocabulary

__all__ = ["Register", "World", "quote", "resolve", "trimmed"]


def resolve(
    readings: Iterable[Reading],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    judged: Judgements | None = None,
) -> World:
    """The entities of all texts, which come in the order of their ids, as often as they are asked for."""
    world = World(lexicon, gazetteer, vocabulary, judged=judged or Judgements())
    texts = readings.documents() if isinstance(readings, Readings) else (r.document for r in readings)
    world.sources = copies(texts)
    titles = Titles(lexicon)
    told = listen(readings, titles, world)
    world.persons = find_persons(told, lexicon, world.judged)
    world.documents = find_documents(titles, gazetteer)
    for number, _ in (*world.persons.doubts, *world.persons.different):
        place = world.persons.known.anchor(number)
        world.register.want(world.persons.ids[place], place[0])
    look(readings, world)
    world.issues += [*doubts(world), *world.persons.issues, *world.judged.issues]
    world.refusals += apart(world)
    return world


def listen(readings: Iterable[Reading], titles: Titles, world: World) -> Iterator[Bearer]:
    """What each text tells of documents (told to ``titles``) and of persons; its divisions by their names."""
    copied = families(world.sources)
    for reading in readings:
        doc = reading.document.id
        world.enter(reading)
        for use in uses(reading, world.lexicon):
            if isinstance(use.value, PlaceValue):
                name_place(world.whole(use.value), doc, use.found, world.register)
        issuers = {
            number: [world.organ(v, doc).id for v in claim.all("agent") if isinstance(v, AgencyValue)]
            for number, claim in enumerate(reading.claims)
            if claim.type == "issuance"
        }
        titles.take(reading, issuers)
        yield from bearers([reading], world, copied)


def look(readings: Iterable[Reading], world: World) -> None:
    """Take note of every sight of a name. Documents come last: their class depends on their issuers."""
    papers: Shelf[tuple[Any, ...]] = Shelf()
    for reading in readings:
        document = reading.document
        world.enter(reading)
        for use in uses(reading, world.lexicon):
            if not isinstance(use.value, DocumentValue):
                see(use.value, use.found, document, world)
            elif not use.value.short:
                number = behind(document, use.found.span.end)
                row = astuple(use.value), stretch(use.found), year(number) if number else None
                papers.append((document.published, *row))
    for published, value, found, told in papers:
        where = as_evidence(found)
        named = Document(where.span.doc, "", "", published=published)
        world.document(DocumentValue(*value), named, where, told)


def see(value: Value, found: Evidence, doc: Document, world: World) -> None:
    """Take note of one sight of a name that is no document's."""
    if isinstance(value, PlaceValue):
        world.place(value, doc.id, found)
    elif isinstance(value, AgencyValue):
        world.agency(value, doc.id, found)
    elif isinstance(value, PersonValue):
        world.person(value.name, doc, found)


def doubts(world: World) -> Iterator[Issue]:
    """One doubt for each person not joined to another that may be the same (R04)."""
    for pair in world.persons.doubts:
        one, other = map(world.persons.known.anchor, pair)
        found = shown(one, world)
        if found:
            place = found.span.doc, found.span.start, found.span.end
            yield Issue("R04", *place, found.quote, f"{written(one)} or {written(other)}")


def apart(world: World) -> Iterator[Refusal]:
    """Persons of one name that are plainly two, for those who ask why they were not joined."""
    for pair in world.persons.different:
        one, other = map(world.persons.known.anchor, pair)
        found = shown(one, world)
        if found:
            why = f"{written(one)} is not {written(other)}: a common name, two provinces"
            yield Refusal(found.span, found.quote, "resolve.person.different", why)


def shown(anchor: Anchor, world: World) -> Evidence | None:
    """A place where a text names somebody."""
    return world.register.first_in(world.persons.ids[anchor], anchor[0])


def written(anchor: Anchor) -> str:
    """A person as the judgements file points to it."""
    return "#".join(anchor)
