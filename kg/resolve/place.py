"""Places: one entity a code of the gazetteer; below the county, its code and the names on the way down.

GB/T 2260 codes divisions down to the county. Townships have statistical codes that change often, and
villages none that are published with meaning, so both are told apart by name inside their county.
"""

from __future__ import annotations

from kg.gazetteer import Gazetteer, Place
from kg.ids import digest
from kg.model import Evidence, Ref, Text
from kg.resolve.register import Register
from kg.values import PlaceValue

CODED = frozenset({"country", "province", "prefecture", "county"})
COUNTY_DIGITS = 6
NATION = "100000"


def place_id(value: PlaceValue, doc: str) -> str:
    """The local id of a division; one that hangs on no known county belongs to its document alone."""
    if value.level in CODED and value.code:
        return f"place/{value.code}"
    county, names = below(value)
    return f"place/{county}-h{digest(*names)}" if county else f"place/none-h{digest(doc, *names)}"


def below(value: PlaceValue) -> tuple[str, list[str]]:
    """The county (or wider) code a value hangs on, and the names from there down to it."""
    codes = [p.code[:COUNTY_DIGITS] for p in (*value.chain, value) if p.code]
    names = [p.name for p in value.chain if p.level not in CODED]
    return (codes[-1] if codes else ""), [*names, value.name]


def name_place(value: PlaceValue, doc: str, found: Evidence | None, register: Register) -> str:
    """Take note of a division's name alone; returns its id."""
    local = place_id(value, doc)
    register.see(
        local, "Place", value.name, found, "resolve.place.code" if value.code else "resolve.place.name"
    )
    if value.written:
        register.see(local, "Place", value.written, found, "resolve.place.short")
    return local


def see_place(
    value: PlaceValue, doc: str, found: Evidence | None, register: Register, gazetteer: Gazetteer
) -> str:
    """Take note of a division and of everything it lies in; returns its id."""
    local = name_place(value, doc, found, register)
    if register.told(local):
        return local
    current = gazetteer.place(value.code) if value.code else None
    register.call(local, current.name if current else value.name)
    if value.code:
        register.tell(local, "identifier", Text(value.code))
    register.tell(local, "placeLevel", Text(value.level))
    years(local, value.place, register)
    parent = above(value, doc, found, register, gazetteer)
    if parent:
        register.tell(local, "containedInPlace", Ref(parent))
    return local


def years(local: str, place: Place | None, register: Register) -> None:
    """The years a division stood, where it no longer does."""
    if place and place.valid_to:
        if place.valid_from:
            register.tell(local, "validFrom", Text(str(place.valid_from)))
        register.tell(local, "validTo", Text(str(place.valid_to)))


def above(
    value: PlaceValue, doc: str, found: Evidence | None, register: Register, gazetteer: Gazetteer
) -> str:
    """The id of what a division lies in: by the gazetteer, or by what stood before it in the text."""
    if value.place is not None and value.place.parent:
        parent = gazetteer.place(value.place.parent, value.place.valid_to)
        if parent is not None:
            return see_above(of_gazetteer(parent), doc, found, register, gazetteer)
    if value.chain:
        *chain, last = value.chain
        held = PlaceValue(last.name, last.level, last.code, tuple(chain), last.place)
        return see_above(held, doc, found, register, gazetteer)
    return ""


def see_above(
    value: PlaceValue, doc: str, found: Evidence | None, register: Register, gazetteer: Gazetteer
) -> str:
    """A division known from what lies in it: rests on that mention only where no text names it itself."""
    return see_place(value, doc, None if register.first(place_id(value, doc)) else found, register, gazetteer)


def of_gazetteer(place: Place) -> PlaceValue:
    """A gazetteer row as a value."""
    return PlaceValue(place.name, place.level, place.code, (), place)
