"""Masked names (赵某某): joined to a full name, or each other, only through what happened to them.

A surname and a post fit several people over the years, so more is needed: the same measure in the same month
for the same post, or the same notice with the name spelled out in one copy. Where two full names fit, or two
masked names of one text, nobody is joined and somebody is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import groupby

from kg.disk import Row, Sorter
from kg.resolve.bearer import Bearer
from kg.resolve.compare import Pair
from kg.resolve.joiner import Joiner, Reason
from kg.resolve.known import Known
from kg.resolve.masks import may_be

EVENT = Reason("resolve.person.masked-event", 0.9)
COPY = Reason("resolve.person.masked-copy", 0.9)
Key = tuple[str, ...]
Behind = dict[int, dict[int, tuple[int, Reason]]]
"""Masked name -> the persons that can be behind it, each with one of its bearers and the reason."""


def unmask(joiner: Joiner, known: Known) -> list[Pair]:
    """Join the masked names that can be; returns those that may be somebody, with that other."""
    judged = {n for n in range(len(known)) if known.masked(n) and len(joiner.members(n)) > 1}
    shared = index(known, judged)
    behind = candidates(joiner, known, shared)
    unsure = spell_out(joiner, known, behind)
    sets: dict[int, list[int]] = {}
    for key in sorted(shared):
        together(joiner, known, [n for n in shared[key] if known.masked(n) and n not in behind], sets)
    return [*unsure, *by_office(joiner, known)]


def candidates(joiner: Joiner, known: Known, shared: Mapping[Key, list[int]]) -> Behind:
    """The persons that can be behind each masked name."""
    found: Behind = {}
    for key in sorted(shared):
        full = [n for n in shared[key] if not known.masked(n)]
        for node in (n for n in shared[key] if known.masked(n)):
            bearer = known[node]
            for other in (n for n in full if fits(bearer, known[n])):
                reason = COPY if key[0] == "copy" else EVENT
                found.setdefault(node, {}).setdefault(joiner.union.find(other), (other, reason))
    return found


def index(known: Known, judged: Container[int]) -> dict[Key, list[int]]:
    """Bearers by surname and what they can be known by, where one of several is masked."""
    rows = Sorter((key, n) for n in range(len(known)) if n not in judged for key in set(keys(known[n])))
    found: dict[Key, list[int]] = {}
    for key, some in groupby(rows, key=lambda row: row[0]):
        nodes = [node for _, node in some]
        if len(nodes) > 1 and any(map(known.masked, nodes)):
            found[key] = nodes
    return found


def keys(bearer: Bearer) -> Iterator[Key]:
    """Surname with post, measure and month; surname with the notice that others copy."""
    family = bearer.name[:1]
    for office in bearer.offices:
        for one in bearer.happenings:
            if office.body or office.place:
                yield "event", family, office.body or office.place, office.title, one.act, one.month
    if bearer.source:
        yield "copy", family, bearer.source


def fits(one: Bearer, other: Bearer) -> bool:
    """Whether two names of two texts may be one person's.

    The characters agree, a post or something that happened is in common, and neither contradicts.
    """
    if one.doc == other.doc or not may_be(one.name, other.name):
        return False
    posts = bool(one.offices & other.offices)
    acts = any(a.fits(b) for a in one.happenings for b in other.happenings)
    apart = one.offices and other.offices and not posts
    unlike = one.happenings and other.happenings and not acts
    return (posts or acts) and not apart and not unlike


def spell_out(joiner: Joiner, known: Known, behind: Behind) -> list[Pair]:
    """Join each masked name to the one person that can be behind it, if no other of its text can be too."""
    rivals = Counter((known.doc(node), root) for node, persons in behind.items() for root in persons)
    unsure: list[Pair] = []
    chosen: list[tuple[int, int, Reason]] = []
    for node in sorted(behind):
        (root, (other, reason)), *more = sorted(behind[node].items())
        if more or rivals[known.doc(node), root] > 1 or spoken(joiner, known, node, root):
            unsure.append((node, other))
        else:
            chosen.append((other, node, reason))
    refused = [(node, other) for other, node, reason in chosen if not joiner.join(other, node, reason)]
    return unsure + [(node, other) for node, other in refused if not joiner.parted(node, other)]


def spoken(joiner: Joiner, known: Known, node: int, root: int) -> bool:
    """Whether the text of a masked name names a person in full too."""
    return any(joiner.union.find(n) == root and not known.masked(n) for n in known.of_text(node))


def together(joiner: Joiner, known: Known, nodes: list[int], sets: dict[int, list[int]]) -> None:
    """Join masked names of one event to each other: one a text, and every two of them must fit."""
    for at, node in enumerate(nodes):
        own = sets.setdefault(joiner.union.find(node), [node])
        heads = {joiner.union.find(n): n for n in nodes[:at]}
        fit = [
            r for r in heads if r != joiner.union.find(node) and all(alike(known, a, sets[r]) for a in own)
        ]
        if len(fit) == 1 and fits(known[node], known[heads[fit[0]]]):
            both = [*sets.pop(fit[0]), *sets.pop(joiner.union.find(node))]
            joined = joiner.join(heads[fit[0]], node, EVENT)
            for root in {joiner.union.find(n) for n in both}:
                sets[root] = both if joined else [n for n in both if joiner.union.find(n) == root]


def alike(known: Known, one: int, others: list[int]) -> bool:
    """Whether a masked name may be that of each of some texts, none of which is its own."""
    name = known.names[one]
    return all(known.doc(one) != known.doc(n) and may_be(name, known.names[n]) for n in others)


def by_office(joiner: Joiner, known: Known) -> Iterator[Pair]:
    """Masked names left alone, each with the first other of its post that it may be."""
    asked: set[int] = set()
    for _, rows in groupby(Sorter(posts(known)), key=lambda row: row[:3]):
        nodes = [row[3] for row in rows]
        full = [n for n in nodes if not known.masked(n)] or nodes[:1]
        for node in filter(known.masked, nodes):
            root, doc, name = joiner.union.find(node), known.doc(node), known.names[node]
            other = next((n for n in full if known.doc(n) != doc and may_be(name, known.names[n])), None)
            apart = other is not None and joiner.union.find(other) != root and not joiner.parted(other, node)
            if other is not None and apart and root not in asked:
                asked.add(root)
                yield node, other


def posts(known: Known) -> Iterator[Row]:
    """Surname, body and title of every post, with its bearer."""
    for node in range(len(known)):
        for office in known[node].offices:
            if office.body:
                yield known.names[node][:1], office.body, office.title, node
