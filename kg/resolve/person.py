"""Persons: one name in one text is one person; across texts a name alone never is.

Two texts mean one person where the name agrees and an office does: the same title in the same body (or in
the same place, where no body is told), offices that only one person holds at a time, or, for a name so rare
that no namesake is to be expected there, the same body or the same county. A career is joined step by step:
who left one body for another is one person in all texts that know either. All else stays two persons, and a
doubt (R04) asks somebody to decide. Masked names (赵某某) need the same body and the same title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.ids import digest
from kg.lexicon import Lexicon
from kg.model import Issue
from kg.resolve.judgements import Anchor, Judgements, doubt
from kg.resolve.namesakes import CADRES, STAFF, rare
from kg.resolve.union import Union

MASKED = re.compile(r"[\u67d0\u00d7\u25cb*Xx]")
"""A character that stands for a given name left out."""


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A post of a person as one text tells it."""

    body: str
    """Id of the organisation, or an empty string."""
    place: str
    """Id of its division, or an empty string."""
    title: str


@dataclass
class Bearer:
    """A name in one text, with the offices told of it there."""

    name: str
    doc: str
    offices: set[Office] = field(default_factory=set)
    published: str = ""

    @property
    def masked(self) -> bool:
        """Whether the given name is left out."""
        return bool(MASKED.search(self.name))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two texts mean one person."""

    rule: str
    score: float


OFFICE = Reason("resolve.person.office", 0.98)
SOLE = Reason("resolve.person.sole-office", 0.97)
BODY = Reason("resolve.person.body", 0.95)
CAREER = Reason("resolve.person.rare-name-place", 0.92)
PLACE = Reason("resolve.person.place-title", 0.9)
JUDGED = Reason("resolve.person.judgement", 1.0)
REASONS = (OFFICE, SOLE, BODY, CAREER, PLACE)
"""The ways two texts can mean one person, the surest first; somebody's judgement goes before them."""


def keys(bearer: Bearer, lexicon: Lexicon) -> list[tuple[Reason, tuple[str, ...]]]:
    """What a bearer can be joined by: bearers of one name with a key in common are one person."""
    found: list[tuple[Reason, tuple[str, ...]]] = []
    in_county = not bearer.masked and rare(bearer.name, CADRES, lexicon)
    in_body = not bearer.masked and rare(bearer.name, STAFF, lexicon)
    for office in sorted(bearer.offices):
        if office.body:
            found.append((OFFICE, ("office", office.body, office.title)))
        if bearer.masked:
            continue
        if office.title in lexicon.kind("post.sole"):
            found.append((SOLE, ("sole",)))
        if office.body and in_body:
            found.append((BODY, ("body", office.body)))
        if office.place and not office.body:
            found.append((PLACE, ("place", office.place, office.title)))
        if office.place and in_county:
            found.append((CAREER, ("career", county(office.place))))
    return found


def county(place: str) -> str:
    """The county of a place; a place of a wider division is itself."""
    return place.split("-", maxsplit=1)[0] if not place.startswith("place/none") else place


@dataclass(frozen=True)
class Persons:
    """Which person each name of each text means."""

    ids: Mapping[tuple[str, str], str]
    """(text, name) -> id."""
    reasons: Mapping[tuple[str, str], Reason]
    """Why a text's bearer was joined to that of an earlier text."""
    doubts: tuple[tuple[Bearer, Bearer], ...]
    """Bearers not joined to another of their name, with that other."""
    issues: tuple[Issue, ...] = ()
    """Judgements without effect."""


@dataclass
class Joiner:
    """Joins bearers to persons, but never two that somebody judged different."""

    union: Union[Anchor]
    apart: list[tuple[Anchor, Anchor]] = field(default_factory=list)
    why: dict[Anchor, Reason] = field(default_factory=dict)

    def join(self, one: Anchor, other: Anchor, reason: Reason) -> bool:
        """Make two bearers one person; False where a judgement forbids it."""
        roots = {self.union.find(one), self.union.find(other)}
        if len(roots) > 1 and any({self.union.find(a), self.union.find(b)} == roots for a, b in self.apart):
            return False
        self.union.join(one, other)
        for node in {one, other} - {min(one, other)}:
            known = self.why.get(node)
            self.why[node] = reason if known is None or reason.score > known.score else known
        return True


def find_persons(bearers: Iterable[Bearer], lexicon: Lexicon, judged: Judgements | None = None) -> Persons:
    """Every person of all texts. What people judged comes first, then the surest reasons."""
    known = {(b.doc, b.name): b for b in bearers}
    judged = judged or Judgements()
    joiner = Joiner(Union(known))
    issues = judge(joiner, known, judged)
    for reason in REASONS:
        heads: dict[tuple[str, ...], list[Anchor]] = {}
        for node in sorted(known):
            for why, key in keys(known[node], lexicon):
                if why is reason:
                    attach(joiner, node, heads.setdefault((node[1], *key), []), reason)
    return settled(joiner, known, issues)


def judge(joiner: Joiner, known: Mapping[Anchor, Bearer], judged: Judgements) -> list[Issue]:
    """Apply what people decided; the lines that name nothing here or contradict others."""
    issues: list[Issue] = []
    for judgement in (*judged.pairs("different"), *judged.pairs("same")):
        pair = judgement.pair
        if not all(anchor in known for anchor in pair):
            issues.append(doubt("J02", judgement.line, judgement.row(), "no such person in these texts"))
        elif judgement.verdict == "different":
            joiner.apart.append(pair)
        elif not joiner.join(*pair, JUDGED):
            issues.append(
                doubt("J03", judgement.line, judgement.row(), "another line says different; kept apart")
            )
    return issues


def attach(joiner: Joiner, node: Anchor, heads: list[Anchor], reason: Reason) -> None:
    """Join a bearer to the first of those that share its key, if any may be joined."""
    if not any(joiner.join(head, node, reason) for head in heads):
        heads.append(node)


def settled(joiner: Joiner, known: Mapping[Anchor, Bearer], issues: list[Issue]) -> Persons:
    """Ids for the sets, and a doubt for each set that shares its name with an earlier one."""
    ids: dict[Anchor, str] = {}
    doubts: list[tuple[Bearer, Bearer]] = []
    first: dict[str, Anchor] = {}
    taken: set[str] = set()
    for nodes in joiner.union.sets():
        local = mint([known[n] for n in nodes], taken)
        taken.add(local)
        ids.update(dict.fromkeys(nodes, local))
        for name in sorted({n for _, n in nodes}):
            own = min(n for n in nodes if n[1] == name)
            earlier = first.setdefault(name, own)
            decided = {joiner.union.find(earlier), joiner.union.find(own)}
            apart = any({joiner.union.find(a), joiner.union.find(b)} == decided for a, b in joiner.apart)
            if earlier != own and not known[own].masked and not apart:
                doubts.append((known[own], known[earlier]))
    return Persons(ids, joiner.why, tuple(doubts), tuple(issues))


def mint(bearers: list[Bearer], taken: set[str]) -> str:
    """``person/{area}-{hash8}`` from the name and its first office; without a body, from the text too."""
    offices = sorted(set().union(*(b.offices for b in bearers)), key=lambda o: (not o.body, not o.place, o))
    first = offices[0] if offices else Office("", "", "")
    area = (first.place.removeprefix("place/").split("-")[0] or "cn") if first.place else "cn"
    name = min((b.masked, b.name) for b in bearers)[1]
    text = first.title, min(b.doc for b in bearers)
    local = f"person/{area}-{digest(name, first.body, *(() if first.body else text))}"
    return local if local not in taken else f"person/{area}-{digest(name, first.body, *text)}"
