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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.disk import Row, Sorter
from kg.ids import digest
from kg.lexicon import Lexicon
from kg.model import Issue
from kg.resolve.bearer import Bearer, Office
from kg.resolve.compare import Pair, compared
from kg.resolve.joiner import Joiner, Reason
from kg.resolve.judgements import Anchor, Judgements, doubt
from kg.resolve.known import Ids, Known
from kg.resolve.masked import unmask
from kg.resolve.namesakes import CADRES, STAFF, rare
from kg.resolve.sounds import misprints

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
MANY = 50_000
"""Persons whose bodies are remembered at once."""
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

    known: Known
    """The names of the texts; what is told of them is let go once it is known who they are."""
    ids: Mapping[Anchor, str]
    """(text, name) -> id."""
    joiner: Joiner
    doubts: Sequence[Pair] = ()
    """Bearers not joined to another that may be the same person, with that other."""
    issues: tuple[Issue, ...] = ()
    """Judgements without effect."""
    different: Sequence[Pair] = ()
    """Bearers of one name that are two persons without a doubt."""

    def reason(self, doc: str, name: str) -> Reason | None:
        """Why a text's bearer was joined to that of an earlier text."""
        number = self.known.number((doc, name))
        return None if number is None else self.joiner.why(number)


def find_persons(bearers: Iterable[Bearer], lexicon: Lexicon, judged: Judgements | None = None) -> Persons:
    """Every person of all texts: what people judged first, then the surest reasons, masked names last."""
    known = Known(bearers).in_order()
    joiner = Joiner(len(known))
    issues = judge(joiner, known, judged or Judgements())
    bodies = Bodies(joiner, known)
    for (number, _), rows in groupby(Sorter(found_keys(known, lexicon)), key=lambda row: row[:2]):
        nodes = [row[2] for row in rows]
        if REASONS[number] is EVENT:
            agreeing(joiner, nodes, bodies)
        else:
            attach(joiner, nodes, REASONS[number])
    unsure = unmask(joiner, known)
    asked, different = compared(joiner, known, lexicon)
    doubts = (*asked, *unsure, *misprints(joiner, known))
    ids = identified(joiner, known)
    known.let_go()
    return Persons(known, Ids(known, ids), joiner, doubts, tuple(issues), different)


def found_keys(known: Known, lexicon: Lexicon) -> Iterator[Row]:
    """Reason by number, name and key, and bearer."""
    numbers = {reason: number for number, reason in enumerate(REASONS)}
    for node, name in enumerate(known.names):
        for why, key in keys(known[node], lexicon):
            yield numbers[why], (name, *key), node


def judge(joiner: Joiner, known: Known, judged: Judgements) -> list[Issue]:
    """Apply what people decided; the lines that name nothing here or contradict others."""
    issues: list[Issue] = []
    for judgement in (*judged.pairs("different"), *judged.pairs("same")):
        one, other = map(known.number, judgement.pair)
        if one is None or other is None:
            issues.append(doubt("J02", judgement.line, judgement.row(), "no such person in these texts"))
        elif judgement.verdict == "different":
            joiner.part(one, other)
        elif not joiner.join(one, other, JUDGED):
            issues.append(
                doubt("J03", judgement.line, judgement.row(), "another line says different; kept apart")
            )
    return issues


def attach(joiner: Joiner, nodes: list[int], reason: Reason) -> None:
    """Join each bearer to the first of those before it that share its key, if any may be joined."""
    heads: list[int] = []
    for node in nodes:
        if not any(joiner.join(head, node, reason) for head in heads):
            heads.append(node)


class Bodies:
    """The bodies that each person held posts in; asked of one person many times, so remembered."""

    def __init__(self, joiner: Joiner, known: Known) -> None:
        self._joiner, self._known = joiner, known
        self._told: dict[int, tuple[int, frozenset[str]]] = {}

    def of(self, root: int) -> frozenset[str]:
        """The bodies of a set of bearers, which is as it was while it has as many."""
        members = self._joiner.members(root)
        size, found = self._told.get(root, (0, frozenset()))
        if size != len(members):
            found = frozenset(o.body for m in members for o in self._known[m].offices if o.body)
            if len(self._told) > MANY:
                self._told.clear()
            self._told[root] = len(members), found
        return found


def agreeing(joiner: Joiner, nodes: list[int], bodies: Bodies) -> None:
    """Join bearers to whom the same happened, but not those told of several bodies: posts go first."""
    told = [bodies.of(root) for root in {joiner.union.find(n) for n in nodes}]
    posted = [found for found in told if found]
    if not posted or frozenset.intersection(*posted):
        attach(joiner, nodes, EVENT)


def identified(joiner: Joiner, known: Known) -> list[str]:
    """The id of each bearer."""
    ids = [""] * len(known)
    taken: set[str] = set()
    for root in range(len(known)):
        if joiner.union.find(root) == root:
            nodes = joiner.members(root)
            local = mint([known[n] for n in nodes], taken)
            taken.add(local)
            for node in nodes:
                ids[node] = local
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
