"""Drafts about posts: who holds or held one, who was appointed or removed."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.draft import Desk, Draft
from kg.graph.papers import is_cases
from kg.graph.parties import agents, named, patients, scene
from kg.model import Text
from kg.resolve.uses import begin
from kg.values import AgencyValue, GroupValue, PersonValue, PlaceValue

REACH = 4
"""Characters that may stand between a body and the title of its post (原, 党组)."""


def posts(desk: Desk) -> list[str]:
    """Fill ``role`` and ``organization`` with the posts of a claim; returns the ids of the posts."""
    body = place = ""
    for filler in desk.of("agency"):
        if isinstance(filler.value, AgencyValue):
            body = body or named(desk, filler)
        elif isinstance(filler.value, PlaceValue):
            place = place or named(desk, filler)
    found = []
    for filler in desk.of("title"):
        title = str(filler.value)
        found.append(desk.world.post(title, body, place, desk.words(filler)))
        desk.fill("role", found[-1])
        desk.tell("titleText", Text(title, "zh"))
    if body:
        desk.fill("organization", body)
    return found


def post(desk: Desk) -> Iterator[Draft]:
    """A tenure: ended where the text says former."""
    for filler in desk.of("person"):
        if isinstance(filler.value, PersonValue):
            one = Desk(desk.reading, desk.claim, desk.world, start=designation(desk))
            who = named(one, filler)
            one.fill("member", who)
            held = posts(one)
            one.tell("ended", value=any(f.value is True for f in one.of("former")))
            yield one.draft("Tenure", who, *held, event=False)


def designation(desk: Desk) -> int:
    """Where the designation of a claim begins: at the name of its body, if that stands right before."""
    bodies = [f.value for f in desk.of("agency")]
    for line in desk.reading.lines:
        for index, atom in enumerate(line):
            near = 0 <= desk.claim.start - atom.end <= REACH
            if near and atom.value in bodies:
                return begin(line, index, desk.world.lexicon)
    return -1


def personnel(desk: Desk) -> Iterator[Draft]:
    """An appointment or a removal: one draft a target."""
    kind = "Appointment" if desk.claim.type == "appointment" else "Removal"
    for target in desk.of("target"):
        if is_cases(target):
            continue
        one = Desk(desk.reading, desk.claim, desk.world)
        body = agents(one)
        who = patients(one, [target])
        held = posts(one)
        grouped = isinstance(target.value, GroupValue)
        yield one.draft(kind, *who, *held, *(scene(one, body) if grouped else ()), strict=grouped)
