"""Documents: number, or title + issuer + year, so that versions and namesakes of two issuers stay apart.

Within one text a title is one document, unless the text dates issues of it in years far apart (the 2016 and
the 2019 version of one regulation). Across texts, titles are joined where issuers and years allow; a title
that names neither is joined only where there is no choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.gazetteer import Gazetteer
from kg.ids import digest
from kg.lexicon import Lexicon
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.resolve.genre import genre_code
from kg.resolve.number import numbers, seats, year
from kg.resolve.union import Union
from kg.values import DocumentValue

GENERIC = 6
"""Titles this short (工作报告) are no one's own: never joined across texts without an issuer."""
FAR = 1
"""Years between two acts on one version, at most: adopted in December, issued in January."""
_MARKS = re.compile(r"[\s《》〈〉<>“”‘’\"']")
_YEAR = re.compile(r"\d{4}")
Years = tuple[tuple[int, ...], ...]
"""The years of some versions, each sorted."""
Node = tuple[str, str, int]
"""Document id, normalised title, number of the version in that text."""


@dataclass(slots=True)
class Version:
    """One document as one text speaks of it."""

    issuers: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    """Document numbers (中办发〔2018〕29号)."""
    seats: set[str] = field(default_factory=set)
    """Codes of the divisions that the signs of the numbers may be of."""


@dataclass(frozen=True)
class Documents:
    """Where each title of each text leads."""

    years: Mapping[tuple[str, str], Years]
    """(text, normalised title) -> the years of each version that the text speaks of."""
    ids: Mapping[Node, str]
    issuers: Mapping[str, frozenset[str]]
    """Id of a document -> ids of the bodies that issued it."""
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Id of a document -> its numbers."""

    def id(self, doc: str, title: str, year: int | None, published: str) -> str:
        """The document that a title means in a text: of the year told, else the latest out by then."""
        options = self.years[doc, title]
        told = [n for n, years in enumerate(options) if year and years and near(year, years)]
        last = int(published[:4]) if _YEAR.match(published) else 9999
        out = [n for n, years in enumerate(options) if not years or years[0] <= last]
        return self.ids[doc, title, (told or out[-1:] or [0])[0]]


def normal(title: str, lexicon: Lexicon) -> str:
    """A title without marks, and without the issuer's name before 关于."""
    bare = _MARKS.sub("", title)
    for word in lexicon.kind("doc.about"):
        at = bare.find(word)
        head = bare[:at]
        if at > 1 and (head in lexicon.kind("agency") or head.endswith(tuple(lexicon.family("head")))):
            return bare[at:]
    return bare


def year_of(claim: Claim) -> int | None:
    """The year of an act on a document, where its date lies in one."""
    edtf = claim.time.edtf
    return int(edtf[:4]) if "/" not in edtf and _YEAR.match(edtf) else None


class Titles:
    """What all texts tell of titles: the versions that each text speaks of, and the genre of each title."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.versions: dict[tuple[str, str], list[Version]] = {}
        """(text, normalised title) -> its versions by year."""
        self.genres: dict[str, str] = {}

    def take(self, reading: Reading, issuers: Mapping[int, list[str]]) -> None:
        """Take in a text. ``issuers``: number of the claim -> ids of those who acted."""
        own: dict[str, list[Version]] = {}
        for value in values(reading):
            title = normal(value.title, self.lexicon)
            own.setdefault(title, [])
            self.genres.setdefault(title, value.genre)
        for number, claim in enumerate(reading.claims):
            if claim.type == "issuance" and claim.stance == "asserted":
                for named in claim.all("document"):
                    if isinstance(named, DocumentValue):
                        title = normal(named.title, self.lexicon)
                        take(own[title], year_of(claim), issuers.get(number, []))
        for value, sign in numbers(reading):
            take(own[normal(value.title, self.lexicon)], year(sign), [], sign)
        for title, options in own.items():
            options.sort(key=lambda v: min(v.years, default=0))
            self.versions[reading.document.id, title] = options or [Version()]


def find_documents(titles: Titles, gazetteer: Gazetteer) -> Documents:
    """Every document of all texts."""
    versions = titles.versions
    for version in (v for options in versions.values() for v in options):
        version.seats = set().union(*(seats(n, gazetteer) for n in version.numbers))
    ids = join(versions, titles.genres, titles.lexicon)
    bodies: dict[str, set[str]] = {}
    signs: dict[str, set[str]] = {}
    for (doc, title, at), local in ids.items():
        bodies.setdefault(local, set()).update(versions[doc, title][at].issuers)
        signs.setdefault(local, set()).update(versions[doc, title][at].numbers)
    return Documents(
        years_of(versions), ids, *({i: frozenset(f) for i, f in found.items()} for found in (bodies, signs))
    )


def years_of(versions: dict[tuple[str, str], list[Version]]) -> dict[tuple[str, str], Years]:
    """The years of all versions, which is what is asked of them later; the versions are let go."""
    shared: dict[Years, Years] = {}
    found: dict[tuple[str, str], Years] = {}
    while versions:
        key, options = versions.popitem()
        years = tuple(tuple(sorted(v.years)) for v in options)
        found[key] = shared.setdefault(years, years)
    return found


def values(reading: Reading) -> Iterator[DocumentValue]:
    """Every document value of a text."""
    for line in reading.lines:
        yield from (a.value for a in line if isinstance(a.value, DocumentValue))
    for claim in reading.claims:
        yield from (f.value for f in claim.fillers if isinstance(f.value, DocumentValue))


def take(options: list[Version], year: int | None, bodies: list[str], number: str = "") -> None:
    """Add an act or a number to the version it belongs to, or to a new one."""
    for version in options:
        fits = year is None or not version.years or near(year, version.years)
        if fits and not (number and version.numbers - {number}):
            break
    else:
        version = Version()
        options.append(version)
    version.years |= {year} if year else set()
    version.issuers |= set(bodies)
    version.numbers |= {number} if number else set()


def near(year: int, years: Iterable[int]) -> bool:
    """Whether a year may belong to the same version as others."""
    return all(abs(year - y) <= FAR for y in years)


def join(
    versions: Mapping[tuple[str, str], list[Version]], genres: Mapping[str, str], lexicon: Lexicon
) -> dict[Node, str]:
    """Node -> id of its document."""
    by_title: dict[str, dict[Node, Version]] = {}
    for (doc, title), options in versions.items():
        for number, version in enumerate(options):
            by_title.setdefault(title, {})[doc, title, number] = version
    found: dict[Node, str] = {}
    taken: set[str] = set()
    for title, nodes in sorted(by_title.items()):
        for group in groups(nodes, title):
            told = [nodes[n] for n in group]
            local = mint(title, genres[title], told, group, lexicon)
            if local in taken:
                local = mint(title, genres[title], told, group, lexicon, twice=True)
            taken.add(local)
            found.update(dict.fromkeys(group, local))
    return found


def groups(nodes: Mapping[Node, Version], title: str) -> list[list[Node]]:
    """The nodes of one title that are one document each."""
    union = Union(nodes)
    by_number: dict[str, Node] = {}
    for node in sorted(nodes):
        for number in sorted(nodes[node].numbers):
            union.join(by_number.setdefault(number, node), node)
    told = sorted(n for n in nodes if nodes[n].issuers)
    by_issuer(nodes, told, union)
    if len(title) <= GENERIC:
        return union.sets()
    by_sign(nodes, told, union)
    roots = {union.find(n) for n in told}
    for one in sorted(n for n in nodes if not nodes[n].issuers and not nodes[n].numbers):
        fit = sorted(r for r in roots if dates_agree(nodes[one], nodes[r]))
        if len(fit) == 1:
            union.join(one, fit[0])
        elif not told:
            bare = [n for n in nodes if dates_agree(nodes[one], nodes[n]) and not nodes[n].numbers]
            union.join(one, min(bare))
    return union.sets()


def by_issuer(nodes: Mapping[Node, Version], told: list[Node], union: Union[Node]) -> None:
    """Join the nodes of one issuer whose years and numbers fit; those of other issuers are not looked at."""
    of: dict[str, list[Node]] = {}
    for one in told:
        for issuer in sorted(nodes[one].issuers):
            heads = of.setdefault(issuer, [])
            fit = [h for h in heads if agree(nodes[one], nodes[h])]
            for other in fit:
                union.join(one, other)
            if not any(same(nodes[one], nodes[h]) for h in fit):
                heads.append(one)


def by_sign(nodes: Mapping[Node, Version], told: list[Node], union: Union[Node]) -> None:
    """Join what a number alone names to the document of a body of the place in its sign, if only one fits."""
    of_area: dict[str, list[Node]] = {}
    for node in told:
        for area in {issuer.removeprefix("org/").split("-")[0] for issuer in nodes[node].issuers}:
            of_area.setdefault(area, []).append(node)
    members: dict[Node, list[Version]] = {}
    for node in nodes:
        members.setdefault(union.find(node), []).append(nodes[node])
    issued = {union.find(n) for n in told}
    for one in sorted(n for n in nodes if nodes[n].numbers and union.find(n) not in issued):
        near = [n for area in sorted(nodes[one].seats) for n in of_area.get(area, ())]
        fit = {union.find(n) for n in near if dates_agree(nodes[one], nodes[n])}
        free = [r for r in sorted(fit) if not any(clash(nodes[one], v) for v in members.get(r, ()))]
        if len(free) == 1:
            union.join(one, free[0])


def clash(one: Version, other: Version) -> bool:
    """Whether two versions have numbers, and none in common."""
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def same(one: Version, other: Version) -> bool:
    """Whether nothing tells two versions apart: who is joined to one of them need not see the other."""
    return (one.years, one.numbers, one.issuers) == (other.years, other.numbers, other.issuers)


def agree(one: Version, other: Version) -> bool:
    """Whether two texts can mean one document: an issuer in common, and numbers and years that fit."""
    return bool(one.issuers & other.issuers) and not clash(one, other) and dates_agree(one, other)


def dates_agree(one: Version, other: Version) -> bool:
    """Whether the years told are those of one version; years not told fit any."""
    return all(near(year, other.years) for year in one.years)


def mint(
    title: str,
    genre: str,
    versions: list[Version],
    nodes: list[Node],
    lexicon: Lexicon,
    *,
    twice: bool = False,
) -> str:
    """``doc/{issuer area}-{year|nd}-{genre}-{hash8}``; of two that only a number tells apart, with that."""
    issuers = sorted(set().union(*(v.issuers for v in versions)))
    years = set().union(*(v.years for v in versions))
    area = issuers[0].removeprefix("org/").split("-")[0] if issuers else "any"
    scope = () if issuers or len(title) > GENERIC else (nodes[0][0],)
    told = max(years) if years else "nd"
    signs = () if issuers and not twice else sorted(set().union(*(v.numbers for v in versions)))[:1]
    return f"doc/{area}-{told}-{genre_code(genre, lexicon)}-{digest(title, *issuers[:1], *signs, *scope)}"
