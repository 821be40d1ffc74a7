"""Every sight of a name in the texts: recognised atoms, with the words before them that are part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Evidence
from kg.reading import Reading
from kg.recognise.line import Atom, Line
from kg.resolve.quote import quote
from kg.values import AgencyValue, DocumentValue, PersonValue, PlaceValue

Value = AgencyValue | DocumentValue | PersonValue | PlaceValue


@dataclass(frozen=True, slots=True)
class Use:
    """A name in a sentence."""

    value: Value
    found: Evidence


def uses(reading: Reading, lexicon: Lexicon) -> Iterator[Use]:
    """The names of one document in reading order."""
    for line in reading.lines:
        for index, atom in enumerate(line):
            if isinstance(atom.value, AgencyValue | DocumentValue | PersonValue | PlaceValue):
                start = begin(line, index, lexicon)
                yield Use(atom.value, quote(reading.document, start, atom.end))


def begin(line: Line, index: int, lexicon: Lexicon) -> int:
    """Where a body's name begins: its division, and the Party's name before that, belong to it."""
    atom = line[index]
    if not isinstance(atom.value, AgencyValue):
        return atom.start
    start = atom.start
    for before in reversed(line[:index]):
        if before.end != start or not belongs(before, atom.value, lexicon):
            break
        start = before.start
    return start


def belongs(before: Atom, value: AgencyValue, lexicon: Lexicon) -> bool:
    """Whether an atom is a division of the body's own chain, or the Party's name."""
    if before.kind == "place" and value.place is not None:
        return before.value.name in {value.place.name, *(p.name for p in value.place.chain)}
    return lexicon.is_a(before.text, "party.prefix")
