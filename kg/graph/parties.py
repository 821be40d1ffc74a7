"""Fillers -> ids in roles: persons, bodies, divisions that act for their organs, groups, unnamed speakers."""

from __future__ import annotations

from kg.graph.draft import ANONYMOUS, INHERITED, Counted, Desk
from kg.ids import mint
from kg.relate.claim import Filler
from kg.values import AgencyValue, DocumentValue, GroupValue, MeasureValue, PersonValue, PlaceValue

NAMED = (PersonValue, AgencyValue, PlaceValue, DocumentValue)


def named(desk: Desk, filler: Filler, year: int | None = None) -> str:
    """The id of a named filler. Sentences it stands in were noted before; others are noted now."""
    world, document, value = desk.world, desk.document, filler.value
    words = desk.words(filler)
    if isinstance(value, PersonValue):
        local = world.persons.ids[document.id, value.name]
        return world.person(
            value.name, document, None if world.register.mentioned(local, document.id) else words
        )
    if isinstance(value, AgencyValue):
        organ = world.organ(value, document.id)
        found = None if world.register.mentioned(organ.id, document.id) else words
        return world.agency(value, document.id, found)
    if isinstance(value, PlaceValue):
        known = world.register.mentioned(world.place_id(value, document.id), document.id)
        return world.place(value, document.id, None if known else words)
    if isinstance(value, DocumentValue):
        local = world.document(value, document, None, year)
        if not world.register.mentioned(local, document.id):
            world.document(value, document, words, year)
        return local
    raise TypeError(type(value).__name__)


def unnamed(desk: Desk, label: str, filler: Filler, *, shared: bool = False) -> str:
    """An agent that the text does not name: of this text alone, or (kinds of persons addressed) of all."""
    scope = () if shared else desk.here()
    local = mint("agent", label, *scope)
    desk.world.register.see(local, "UnresolvedAgent", label, desk.words(filler), "resolve.agent.unnamed")
    return local


def agents(desk: Desk) -> list[str]:
    """Fill ``agent`` and set the status of the agent; a division that acts stands for an organ not named."""
    found: list[str] = []
    for filler in desk.of("agent"):
        value = filler.value
        if isinstance(value, PlaceValue):
            desk.fill("place", named(desk, filler))
            desk.status = desk.status or "metonym"
        elif isinstance(value, str):
            found.append(unnamed(desk, value, filler))
            desk.status, desk.limit = "anonymous", min(desk.limit, ANONYMOUS)
        elif isinstance(value, GroupValue):
            desk.groups.append(Counted("agent", value, desk.words(filler)))
            desk.status = "stated"
        elif isinstance(value, NAMED):
            found.append(named(desk, filler))
            desk.status = "stated" if filler.start >= 0 else "inferred"
            desk.limit = desk.limit if filler.start >= 0 else min(desk.limit, INHERITED)
    found += inferred(desk) if not desk.of("agent") else []
    for local in found:
        desk.fill("agent", local)
    return found


def inferred(desk: Desk) -> list[str]:
    """The organ of the place spoken of, where a bare one acts (公安机关依法…): its division is inferred."""
    found: list[str] = []
    for filler in desk.of("organ"):
        if isinstance(filler.value, AgencyValue):
            found.append(named(desk, filler))
            desk.status, desk.limit = "inferred", min(desk.limit, INHERITED)
            if filler.value.place is not None:
                desk.fill("place", desk.world.place(filler.value.place, desk.document.id, None))
    return found


def patients(desk: Desk, fillers: list[Filler]) -> list[str]:
    """Fill ``patient``; returns the parts of a key that name who it is."""
    keys: list[str] = []
    for filler in fillers:
        value = filler.value
        if isinstance(value, GroupValue):
            desk.groups.append(Counted("patient", value, desk.words(filler)))
            keys.append(f"{value.count} {value.unit}")
        elif isinstance(value, NAMED):
            local = named(desk, filler)
            desk.fill("patient", local)
            keys.append(local)
    return sorted(keys)


def places(desk: Desk) -> list[str]:
    """Fill ``place``; a place carried over from before makes the claim less sure."""
    for filler in desk.of("place"):
        if isinstance(filler.value, PlaceValue):
            desk.fill("place", named(desk, filler))
            desk.limit = desk.limit if filler.start >= 0 else min(desk.limit, INHERITED)
    return [r.filler for r in desk.roles if r.name == "place"]


def scene(desk: Desk, agent: list[str]) -> tuple[str, ...]:
    """What tells counted groups apart: the place, else who acted, else the sentence itself."""
    where = [r.filler for r in desk.roles if r.name == "place"]
    return tuple(sorted(where or agent)) or desk.here()


def terms(desk: Desk, role: str, *schemes: str, name: str = "") -> list[str]:
    """Fill a role (by its name in the graph) with vocabulary terms: codes of the schemes, or measures."""
    found: list[str] = []
    for filler in desk.of(role):
        value = filler.value
        if isinstance(value, MeasureValue):
            found.append(f"voc/{value.scheme}/{value.code}")
        elif isinstance(value, str):
            code = value.removeprefix("voc/").rpartition("/")[2]
            found += [f"voc/{s}/{code}" for s in schemes if f"{s}/{code}" in desk.world.vocabulary.concepts][
                :1
            ]
    for local in found:
        desk.fill(name or role, local)
    return sorted(set(found))
