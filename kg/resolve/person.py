"""Persons: one name in one text is one person; across texts a name alone never is.

Two texts mean one person where the name agrees and an office does: the same title in the same body (or in
the same place, where no body is told), offices that only one person holds at a time, or, for a name so rare
that no namesake is to be expected there, the same body or the same county. The same measure in the same
month in one county, and two copies of one notice, mean one person too. A career is joined step by step: who
left one body for another is one person in all texts that know either. Masked names (赵某某) need more, and
are joined last (``kg.resolve.masked``). All else stays two persons; a doubt (R04) asks somebody to decide,
except where the answer is plain: a common name in two provinces is two persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.ids import digest
from kg.lexicon import Lexicon
from kg.model import Issue
from kg.resolve.bearer import Bearer, Office
from kg.resolve.compare import Pair, compared
from kg.resolve.joiner import Joiner, Reason
from kg.resolve.judgements import Anchor, Judgements, doubt
from kg.resolve.masked import unmask
from kg.resolve.namesakes import CADRES, STAFF, rare
from kg.resolve.sounds import misprints
from kg.resolve.union import Union

__all__ = ["Bearer", "Office", "Persons", "Reason", "find_persons"]

_COUNTY = re.compile(r"place/\d{4}(?!00)\d{2}")


OFFICE = Reason("resolve.person.office", 0.98)
SOLE = Reason("resolve.person.sole-office", 0.97)
COPY = Reason("resolve.person.copy", 0.96)
EVENT = Reason("resolve.person.event", 0.96)
BODY = Reason("resolve.person.body", 0.95)
CAREER = Reason("resolve.person.rare-name-place", 0.92)
PLACE = Reason("resolve.person.place-title", 0.9)
JUDGED = Reason("resolve.person.judgement", 1.0)
REASONS = (OFFICE, SOLE, COPY, BODY, CAREER, PLACE, EVENT)
"""The ways two texts can mean one person in the order they are tried; a judgement goes before them."""
LEADS = "title.gov"
"""Kind of titles of which a division has few holders, so that they tell somebody without a body."""


def keys(bearer: Bearer, lexicon: Lexicon) -> Iterator[tuple[Reason, tuple[str, ...]]]:
    """What a bearer can be joined by: bearers of one name with a key in common are one person."""
    if bearer.masked:
        return
    in_county, in_body = rare(bearer.name, CADRES, lexicon), rare(bearer.name, STAFF, lexicon)
    for office in sorted(bearer.offices):
        if office.body:
            yield OFFICE, ("office", office.body, office.title)
        if office.title in lexicon.kind("post.sole"):
            yield SOLE, ("sole",)
        if office.body and in_body:
            yield BODY, ("body", office.body)
        if office.place and not office.body and (in_county or lexicon.is_a(office.title, LEADS)):
            yield PLACE, ("place", office.place, office.title)
        if office.place and in_county:
            yield CAREER, ("career", county(office.place))
    yield from by_event(bearer)


def by_event(bearer: Bearer) -> Iterator[tuple[Reason, tuple[str, ...]]]:
    """The keys of what happened: the notice that others copy, where no post is told; measure, month, county.

    Notices of one organ are alike to the word but for the post, so a copy alone never joins two posts.
    """
    if bearer.source and not bearer.offices:
        yield COPY, ("copy", bearer.source)
    for place in sorted(counties(bearer)):
        for one in sorted(bearer.happenings):
            yield EVENT, ("event", place, one.act, one.month)


def county(place: str) -> str:
    """The county of a place; a place of a wider division is itself."""
    return place.split("-", maxsplit=1)[0] if not place.startswith("place/none") else place


def counties(bearer: Bearer) -> set[str]:
    """The counties a text puts somebody in; wider divisions have too many officials to tell by."""
    told = {county(p) for p in (*bearer.places, *(o.place for o in bearer.offices))}
    return {p for p in told if _COUNTY.fullmatch(p)}


@dataclass(frozen=True)
class Persons:
    """Which person each name of each text means."""

    ids: Mapping[Anchor, str]
    """(text, name) -> id."""
    reasons: Mapping[Anchor, Reason]
    """Why a text's bearer was joined to that of an earlier text."""
    doubts: tuple[Pair, ...]
    """Bearers not joined to another that may be the same person, with that other."""
    issues: tuple[Issue, ...] = ()
    """Judgements without effect."""
    different: tuple[Pair, ...] = ()
    """Bearers of one name that are two persons without a doubt."""


def find_persons(bearers: Iterable[Bearer], lexicon: Lexicon, judged: Judgements | None = None) -> Persons:
    """Every person of all texts: what people judged first, then the surest reasons, masked names last."""
    known = {(b.doc, b.name): b for b in bearers}
    judged = judged or Judgements()
    joiner = Joiner(Union(known))
    issues = judge(joiner, known, judged)
    bodies = Bodies(joiner, known)
    for reason, wanted in found_keys(known, lexicon).items():
        heads: dict[tuple[str, ...], list[Anchor]] = {}
        for node, key in wanted:
            heads.setdefault((node[1], *key), []).append(node)
        for key in sorted(heads):
            if reason is EVENT:
                agreeing(joiner, heads[key], bodies)
            else:
                attach(joiner, heads[key], reason)
    unsure = unmask(joiner, known)
    asked, different = compared(joiner, known, lexicon)
    ids = identified(joiner, known)
    return Persons(ids, joiner.why, (*asked, *unsure, *misprints(joiner, known)), tuple(issues), different)


def found_keys(
    known: Mapping[Anchor, Bearer], lexicon: Lexicon
) -> dict[Reason, list[tuple[Anchor, tuple[str, ...]]]]:
    """Reason -> bearers with the keys they have for it; the surest reason first."""
    found: dict[Reason, list[tuple[Anchor, tuple[str, ...]]]] = {reason: [] for reason in REASONS}
    for node in sorted(known):
        for why, key in keys(known[node], lexicon):
            found[why].append((node, key))
    return found


def judge(joiner: Joiner, known: Mapping[Anchor, Bearer], judged: Judgements) -> list[Issue]:
    """Apply what people decided; the lines that name nothing here or contradict others."""
    issues: list[Issue] = []
    for judgement in (*judged.pairs("different"), *judged.pairs("same")):
        pair = judgement.pair
        if not all(anchor in known for anchor in pair):
            issues.append(doubt("J02", judgement.line, judgement.row(), "no such person in these texts"))
        elif judgement.verdict == "different":
            joiner.part(*pair)
        elif not joiner.join(*pair, JUDGED):
            issues.append(
                doubt("J03", judgement.line, judgement.row(), "another line says different; kept apart")
            )
    return issues


def attach(joiner: Joiner, nodes: list[Anchor], reason: Reason) -> None:
    """Join each bearer to the first of those before it that share its key, if any may be joined."""
    heads: list[Anchor] = []
    for node in nodes:
        if not any(joiner.join(head, node, reason) for head in heads):
            heads.append(node)


class Bodies:
    """The bodies that each person held posts in; asked of one person many times, so remembered."""

    def __init__(self, joiner: Joiner, known: Mapping[Anchor, Bearer]) -> None:
        self._joiner, self._known = joiner, known
        self._told: dict[Anchor, tuple[int, frozenset[str]]] = {}

    def of(self, root: Anchor) -> frozenset[str]:
        """The bodies of a set of bearers, which is as it was while it has as many."""
        members = self._joiner.members(root)
        size, found = self._told.get(root, (0, frozenset()))
        if size != len(members):
            found = frozenset(o.body for m in members for o in self._known[m].offices if o.body)
            self._told[root] = len(members), found
        return found


def agreeing(joiner: Joiner, nodes: list[Anchor], bodies: Bodies) -> None:
    """Join bearers to whom the same happened, but not those told of several bodies: posts go first."""
    told = [bodies.of(root) for root in {joiner.union.find(n) for n in nodes}]
    posted = [found for found in told if found]
    if not posted or frozenset.intersection(*posted):
        attach(joiner, nodes, EVENT)


def identified(joiner: Joiner, known: Mapping[Anchor, Bearer]) -> dict[Anchor, str]:
    """The id of each bearer."""
    ids: dict[Anchor, str] = {}
    taken: set[str] = set()
    for nodes in joiner.union.sets():
        local = mint([known[n] for n in nodes], taken)
        taken.add(local)
        ids.update(dict.fromkeys(nodes, local))
    return ids


def mint(bearers: list[Bearer], taken: set[str]) -> str:
    """``person/{area}-{hash8}`` from the name and its first office; without a body, from the text too."""
    offices = sorted(set().union(*(b.offices for b in bearers)), key=lambda o: (not o.body, not o.place, o))
    first = offices[0] if offices else Office("", "", "")
    area = (first.place.removeprefix("place/").split("-")[0] or "cn") if first.place else "cn"
    name = min((b.masked, b.name) for b in bearers)[1]
    text = first.title, min(b.doc for b in bearers)
    local = f"person/{area}-{digest(name, first.body, *(() if first.body else text))}"
    return local if local not in taken else f"person/{area}-{digest(name, first.body, *text)}"
