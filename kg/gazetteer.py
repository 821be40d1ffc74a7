"""Places of the administrative division of China: names, codes, years, and what lies in what."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

RANKS = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "township": 4}
"""Levels from the widest to the narrowest."""


@dataclass(frozen=True, slots=True)
class Place:
    """One name of one division in one period; a division that was renamed is several places."""

    code: str
    name: str
    level: str
    """country | province | prefecture | county | township."""
    parent: str
    valid_from: int | None
    """First year the name stands for; ``None`` = before the records begin (1980)."""
    valid_to: int | None
    """Last year; ``None`` = still valid."""
    successor: str
    """Code of what took over the year after; empty when current or unknown."""
    shorts: tuple[str, ...]

    def valid(self, year: int | None) -> bool:
        """Whether the name stood at the end of a year; without a year, whether it stands today."""
        if year is None:
            return self.valid_to is None
        return (self.valid_from or 0) <= year <= (self.valid_to or year)


def _order(place: Place) -> tuple[bool, int, int, str, int]:
    """Current first, then the higher level, the later end, the code, the later start."""
    ended = place.valid_to or 0
    start = place.valid_from or 0
    return bool(ended), RANKS[place.level], -ended, place.code, -start


def _division(line: str) -> Place:
    """A row of ``divisions.tsv``."""
    code, name, level, parent, first, last, successor, shorts = line.split("\t")
    years = int(first) if first else None, int(last) if last else None
    return Place(code, name, level, parent, *years, successor, tuple(shorts.split()))


def _township(line: str) -> tuple[Place, bool]:
    """A row of ``townships.tsv.gz`` and whether the township was abolished, in a year unknown."""
    code, name, parent, _kind, short, status = line.split("\t")
    return Place(code, name, "township", parent, None, None, "", tuple(short.split())), status != ""


class Gazetteer:
    """Looks places up by name or code. Reads townships only when they are first asked for."""

    def __init__(self, places: Sequence[Place], townships: Path | None = None) -> None:
        """Index places by code and by name."""
        self._codes: dict[str, list[Place]] = defaultdict(list)
        names: dict[str, list[Place]] = defaultdict(list)
        for place in sorted(places, key=_order):
            self._codes[place.code].append(place)
            names[place.name].append(place)
            for short in place.shorts:
                names[short].append(place)
        self._names = {name: tuple(meant) for name, meant in names.items()}
        self.starts = frozenset(name[:2] for name in names)
        """What names begin with."""
        self._file = townships
        self._rows: dict[str, list[str]] | None = None
        """Rows of the townships, by code of the county."""
        self._towns: dict[str, dict[str, Place]] = {}
        self._above: dict[tuple[str, int | None], tuple[Place, ...]] = {}
        """What lies above, by code of the parent and last year of the place."""
        self._starts: dict[str, frozenset[str]] = {}

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """Read the tables of a folder (``ontology/places``)."""
        lines = (folder / "divisions.tsv").read_text("utf-8").splitlines()[1:]
        return cls([_division(line) for line in lines], folder / "townships.tsv.gz")

    def by_name(self, text: str) -> tuple[Place, ...]:
        """Places with this official or short name: current first, then the higher level."""
        return self._names.get(text, ())

    def names(self) -> Iterator[tuple[str, bool]]:
        """Every name of county level and above with whether it is official for some place.

        Includes the one-character names of provinces and historic names.
        """
        for name, places in self._names.items():
            yield name, any(place.name == name for place in places)

    def place(self, code: str, year: int | None = None) -> Place | None:
        """The place of a code in a year; without one (or none then), today's or else the last."""
        places = self._codes.get(code, ())
        fit = [place for place in places if place.valid(year)]
        # Where two rows of a code overlap, the one that began later is the more exact.
        best = max(fit, key=lambda p: p.valid_from or 0, default=None)
        return best or (places[0] if places else None)

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """What a place lies in, nearest first, up to the province."""
        key = place.parent, place.valid_to
        if key not in self._above:
            found: list[Place] = []
            above = self.place(place.parent, place.valid_to)
            while above is not None and above.level != "country":
                found.append(above)
                above = self.place(above.parent, place.valid_to)
            self._above[key] = tuple(found)
        return self._above[key]

    def within(self, place: Place, ancestor: Place) -> bool:
        """Whether a place is the other one or lies in it; names of one code count as one place."""
        if ancestor.level == "country" or ancestor.code == place.code:
            return True
        return any(above.code == ancestor.code for above in self.ancestors(place))

    def candidates(self, text: str, context: Sequence[Place], year: int | None) -> tuple[Place, ...]:
        """The places a name may mean here; all that no preference can tell apart.

        Prefers, in this order, places in a context place, valid that year, of the higher level,
        and current. A preference that no place meets is left out. Without a year, today's counts.
        """
        found = self.by_name(text)
        if not found[1:]:
            return found
        inside = [p for p in found if any(self.within(p, c) for c in context)]
        found = tuple(inside) or found
        found = tuple(p for p in found if p.valid(year)) or found
        top = min((RANKS[p.level] for p in found), default=0)
        found = tuple(p for p in found if RANKS[p.level] == top)
        return tuple(p for p in found if p.valid_to is None) or found

    def townships(self, county: str) -> Mapping[str, Place]:
        """Townships of a county code by official and by short name; abolished ones yield."""
        if self._rows is None:
            self._rows = self._read_rows()
        if county not in self._towns:
            self._towns[county] = _by_name(self._rows.get(county, ()))
        return self._towns[county]

    def town_starts(self, county: str) -> frozenset[str]:
        """The first two characters of the names of a county's townships."""
        if county not in self._starts:
            self._starts[county] = frozenset(name[:2] for name in self.townships(county))
        return self._starts[county]

    def _read_rows(self) -> dict[str, list[str]]:
        """The table of townships, cut by county: of forty thousand rows a text needs a few."""
        rows: dict[str, list[str]] = defaultdict(list)
        data = gzip.decompress(self._file.read_bytes()).decode("utf-8") if self._file else ""
        for line in data.splitlines()[1:]:
            rows[line.split("\t", 3)[2]].append(line)
        return dict(rows)


def _by_name(lines: Sequence[str]) -> dict[str, Place]:
    """The townships of one county by official and by short name; standing ones and official names first."""
    towns: dict[str, Place] = {}
    rows = [_township(line) for line in lines]
    for place, _ in sorted(rows, key=lambda row: (row[1], row[0].code)):
        towns.setdefault(place.name, place)
    for place, _ in rows:
        for short in place.shorts:
            towns.setdefault(short, place)
    return towns
