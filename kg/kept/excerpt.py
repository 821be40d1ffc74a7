"""A reading -> one line of JSON -> the same reading. "What of a reading does the graph need?".

Names with their places, and claims: plain words, marks and noise are left out, and so is the text, which the
document brings. The line is what worker processes send, what is kept on the disk between builds and what
travels in a cluster. JSON, not pickle: a line can be read from any folder without running what is in it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple, fields, replace
from typing import Any

from kg.gazetteer import Place
from kg.lexicon import Lexicon
from kg.model import Document, Issue, Refusal, Span, Time
from kg.reading import Reading
from kg.recognise.date import DatePoint, DateValue
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler
from kg.values import (
    AgencyValue,
    DocumentValue,
    GroupValue,
    MeasureValue,
    PersonValue,
    PlaceValue,
    TitleValue,
)

NAMES = (AgencyValue, DocumentValue, PersonValue, PlaceValue)
"""Values of the atoms that resolution looks at."""
KINDS: tuple[Any, ...] = (
    *(AgencyValue, DocumentValue, PersonValue, PlaceValue, GroupValue, MeasureValue, TitleValue),
    *(DateValue, DatePoint, Place),
)
"""Values by the number they have in a line; a new one goes to the end."""
_FIELDS = {kind: tuple(f.name for f in fields(kind)) for kind in KINDS}
_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}
_TUPLE = -1
_shared = sys.intern
"""The same words of many readings are one string in memory."""
UNDATED = Time()


class ForeignLineError(ValueError):
    """A line that is no reading."""


def excerpt(reading: Reading, lexicon: Lexicon) -> Reading:
    """A reading without what the graph does not need."""
    lines = ([a for a in line if needed(a, lexicon)] for line in reading.lines)
    return replace(reading, lines=tuple(line for line in lines if line), noise=())


def needed(atom: Atom, lexicon: Lexicon) -> bool:
    """Whether an atom is a name, or belongs to the name behind it (``kg.resolve.uses.belongs``)."""
    return isinstance(atom.value, NAMES) or lexicon.is_a(atom.text, "party.prefix")


def line(reading: Reading) -> str:
    """An excerpt as JSON without a line break."""
    table = _Table()
    row = [
        [reading.document.published, reading.document.published_basis],
        [[_atom(a, table) for a in atoms] for atoms in reading.lines],
        [_claim(c, table) for c in reading.claims],
        [list(astuple(i)) for i in reading.issues],
        [[list(astuple(x.span)), x.text, x.rule, x.reason] for x in reading.refusals],
    ]
    return json.dumps([*row, table.rows], ensure_ascii=False, separators=(",", ":"))


def reading(line: str | bytes, document: Document) -> Reading:
    """The excerpt that a line holds of a document.

    Raises ForeignLineError where the line holds none.
    """
    try:
        published, lines, claims, issues, refusals, rows = json.loads(line)
        values = _values(rows)
        return Reading(
            replace(document, published=published[0], published_basis=published[1]),
            tuple([_read_atom(a, values) for a in atoms] for atoms in lines),
            tuple(_read_claim(c, values) for c in claims),
            (),
            tuple(Issue(*i) for i in issues),
            tuple(Refusal(Span(*x[0]), *x[1:]) for x in refusals),
        )
    except (ValueError, TypeError, IndexError, KeyError) as error:
        raise ForeignLineError(str(error)) from error


class _Table:
    """The values of a reading, each once: a name is written in full where it is first met."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._known: dict[Any, int] = {}

    def cell(self, value: Any) -> Any:
        """A value as JSON: plain ones as they are, others as their row in the table."""
        if value is None or isinstance(value, str | int | float):
            return value
        if isinstance(value, tuple):
            return [_TUPLE, *(self.cell(v) for v in value)]
        number = self._known.get(value)
        if number is None:
            row = [_NUMBERS[type(value)], *(self.cell(getattr(value, f)) for f in _FIELDS[type(value)])]
            number = self._known[value] = len(self.rows)
            self.rows.append(row)
        return [number]


def _values(rows: list[Any]) -> list[Any]:
    """The table read back; a row only points to rows above it."""
    values: list[Any] = []
    for number, *cells in rows:
        values.append(KINDS[number](*[_value(c, values) for c in cells]))
    return values


def _value(cell: Any, values: list[Any]) -> Any:
    if not isinstance(cell, list):
        return cell
    if cell[0] == _TUPLE:
        return tuple([_value(c, values) for c in cell[1:]])
    return values[cell[0]]


def _atom(atom: Atom, table: _Table) -> list[Any]:
    return [atom.start, atom.end, atom.kind, atom.text, atom.pos, table.cell(atom.value), atom.rule]


def _read_atom(cells: list[Any], values: list[Any]) -> Atom:
    start, end, kind, text, pos, value, rule = cells
    return Atom(start, end, _shared(kind), _shared(text), _shared(pos), _value(value, values), _shared(rule))


def _claim(claim: Claim, table: _Table) -> list[Any]:
    fillers = [[f.role, table.cell(f.value), f.start, f.end] for f in claim.fillers]
    time = [] if claim.time == UNDATED else list(astuple(claim.time))
    rest = [claim.start, claim.end, claim.rule, time, claim.stance, claim.confidence, claim.trigger]
    return [claim.type, fillers, *rest]


def _read_claim(cells: list[Any], values: list[Any]) -> Claim:
    kind, fillers, start, end, rule, time, stance, confidence, trigger = cells
    filled = tuple(Filler(_shared(role), _value(value, values), s, e) for role, value, s, e in fillers)
    when = Time(*time) if time else UNDATED
    return Claim(
        *(_shared(kind), filled, start, end, _shared(rule), when),
        *(_shared(stance), confidence, _shared(trigger)),
    )
