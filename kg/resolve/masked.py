"""Masked names (赵某某): joined to a full name, or each other, only through what happened to them.

A surname and a post fit several people over the years, so more is needed: the same measure in the same month
for the same post, or the same notice with the name spelled out in one copy. Where two full names fit, or two
masked names of one text, nobody is joined and somebody is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.resolve.bearer import Bearer
from kg.resolve.joiner import Joiner, Reason
from kg.resolve.judgements import Anchor
from kg.resolve.masks import may_be

EVENT = Reason("resolve.person.masked-event", 0.9)
COPY = Reason("resolve.person.masked-copy", 0.9)
Key = tuple[str, ...]
Behind = dict[Anchor, dict[Anchor, tuple[Anchor, Reason]]]


def unmask(joiner: Joiner, known: Mapping[Anchor, Bearer]) -> list[tuple[Bearer, Bearer]]:
    """Join the masked names that can be; returns those that may be somebody, with that other."""
    judged = {n for nodes in joiner.union.sets() if len(nodes) > 1 for n in nodes if known[n].masked}
    open_ = {n: b for n, b in known.items() if n not in judged}
    shared = {key: nodes for key, nodes in index(open_).items() if len(nodes) > 1}
    behind = candidates(joiner, known, shared)
    unsure = spell_out(joiner, known, behind)
    sets: dict[Anchor, list[Anchor]] = {}
    for key in sorted(shared):
        together(joiner, known, [n for n in shared[key] if known[n].masked and n not in behind], sets)
    return unsure + [(known[a], known[b]) for a, b in by_office(joiner, known)]


def candidates(joiner: Joiner, known: Mapping[Anchor, Bearer], shared: Mapping[Key, list[Anchor]]) -> Behind:
    """Masked name -> the persons that can be behind it, each with one of its bearers and the reason."""
    found: Behind = {}
    for key in sorted(shared):
        full = [n for n in shared[key] if not known[n].masked]
        for node in (n for n in shared[key] if known[n].masked):
            for other in (n for n in full if fits(known[node], known[n])):
                reason = COPY if key[0] == "copy" else EVENT
                found.setdefault(node, {}).setdefault(joiner.union.find(other), (other, reason))
    return found


def index(known: Mapping[Anchor, Bearer]) -> dict[Key, list[Anchor]]:
    """Bearers by surname and what they can be known by."""
    found: dict[Key, list[Anchor]] = {}
    for node in sorted(known):
        for key in sorted(set(keys(known[node]))):
            found.setdefault(key, []).append(node)
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


def spell_out(joiner: Joiner, known: Mapping[Anchor, Bearer], behind: Behind) -> list[tuple[Bearer, Bearer]]:
    """Join each masked name to the one person that can be behind it, if no other of its text can be too."""
    rivals = Counter((node[0], root) for node, persons in behind.items() for root in persons)
    spoken = {(n[0], joiner.union.find(n)) for n in known if not known[n].masked}
    unsure: list[tuple[Bearer, Bearer]] = []
    chosen: list[tuple[Anchor, Anchor, Reason]] = []
    for node in sorted(behind):
        (root, (other, reason)), *more = sorted(behind[node].items())
        if more or rivals[node[0], root] > 1 or (node[0], root) in spoken:
            unsure.append((known[node], known[other]))
        else:
            chosen.append((other, node, reason))
    refused = [(node, other) for other, node, reason in chosen if not joiner.join(other, node, reason)]
    return unsure + [(known[node], known[other]) for node, other in refused if not joiner.parted(node, other)]


def together(
    joiner: Joiner, known: Mapping[Anchor, Bearer], nodes: list[Anchor], sets: dict[Anchor, list[Anchor]]
) -> None:
    """Join masked names of one event to each other: one a text, and every two of them must fit."""
    for at, node in enumerate(nodes):
        own = sets.setdefault(joiner.union.find(node), [node])
        heads = {joiner.union.find(n): n for n in nodes[:at]}
        fit = [r for r in heads if r != joiner.union.find(node) and all(alike(a, sets[r]) for a in own)]
        if len(fit) == 1 and fits(known[node], known[heads[fit[0]]]):
            both = [*sets.pop(fit[0]), *sets.pop(joiner.union.find(node))]
            joined = joiner.join(heads[fit[0]], node, EVENT)
            for root in {joiner.union.find(n) for n in both}:
                sets[root] = both if joined else [n for n in both if joiner.union.find(n) == root]


def alike(one: Anchor, others: list[Anchor]) -> bool:
    """Whether a masked name may be that of each of some texts, none of which is its own."""
    return all(one[0] != n[0] and may_be(one[1], n[1]) for n in others)


def by_office(joiner: Joiner, known: Mapping[Anchor, Bearer]) -> Iterator[tuple[Anchor, Anchor]]:
    """Masked names left alone, each with the first other of its post that it may be."""
    held: dict[Key, list[Anchor]] = {}
    for node in sorted(known):
        for office in sorted(known[node].offices):
            if office.body:
                held.setdefault((node[1][:1], office.body, office.title), []).append(node)
    asked: set[Anchor] = set()
    for key in sorted(held):
        full = [n for n in held[key] if not known[n].masked] or held[key][:1]
        for node in held[key]:
            root = joiner.union.find(node)
            other = next((n for n in full if n[0] != node[0] and may_be(node[1], n[1])), None)
            apart = other is not None and joiner.union.find(other) != root and not joiner.parted(other, node)
            if other is not None and apart and known[node].masked and root not in asked:
                asked.add(root)
                yield node, other
