"""Drafts -> facts: the same thing told twice, in one text or in several, is one fact with two witnesses.

Drafts of one key are the same fact where their dates fit (2023-02 fits 2023-02-14) and the measures of one
are among the other's. A group is no one in particular, so for groups only the same date will do. Where a
date fits two facts, the one told of in the same text is meant, and if that does not decide, neither. Drafts
wait on the disk till those of their key are all there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.disk import Sorter, packed, unpacked
from kg.graph.built import Built
from kg.graph.cluster import Cluster, clusters
from kg.graph.draft import Draft, Told
from kg.graph.facts import Facts
from kg.graph.rows import as_built, as_draft, drafted
from kg.graph.rows import made as made_row
from kg.ids import mint
from kg.model import Property, Time, Witness
from kg.resolve import World
from kg.resolve.copies import combined

STATUSES = ("stated", "inferred", "metonym", "anonymous", "not-stated", "")
"""From the best known agent to none."""

DENIALS = frozenset({"denied", "negated"})
"""Stances by which a text takes back what another tells."""


class Drafts:
    """The drafts of all texts, which wait till those of their key are all there."""

    def __init__(self) -> None:
        self._waiting, self._count = Sorter(large=True), 0

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        self._waiting.add((draft.key, self._count, packed(drafted(draft))))
        self._count += 1

    def by_key(self) -> Iterator[tuple[tuple[str, ...], Iterator[Draft]]]:
        """Every key with its drafts, in the order they came in; only once."""
        for key, rows in groupby(self._waiting, key=lambda row: row[0]):
            yield key, (as_draft(key, unpacked(row[2])) for row in rows)


def unite(drafts: Drafts, world: World) -> Iterator[tuple[Built, list[Draft]]]:
    """The facts of all drafts, each with its drafts, by key. Groups are minted later, by ``groups``."""
    for key, some in drafts.by_key():
        found: dict[str, tuple[Built, list[Draft]]] = {}
        for cluster in clusters(some):
            built, told = build(key, cluster, found, world)
            found[built.id] = built, told
        yield from found.values()


def by_id(built: Iterable[Built]) -> Facts:
    """Facts in the order of their ids; of two keys with one digest the second is named by its place too."""
    facts, twice, last = Facts(), [], ""
    rows = ((fact.id, n, packed(made_row(fact))) for n, fact in enumerate(built))
    for local, _, words in Sorter(rows, large=True):
        if local == last:
            twice.append(renamed(as_built(unpacked(words))))
        else:
            facts.add(words)
            last = local
    return by_id((*facts, *twice)) if twice else facts


def renamed(fact: Built) -> Built:
    """A fact under another id."""
    first = fact.drafts[0]
    fact.id = mint("fact", fact.id, first.doc, first.found.span.start, length=12)
    pairs = zip(fact.witnesses, unlike(fact.drafts), strict=False)
    fact.witnesses = tuple(replace(w, id=witness_id(fact.id, d)) for w, d in pairs)
    return fact


def build(
    key: tuple[str, ...], cluster: Cluster, taken: Container[str], world: World
) -> tuple[Built, list[Draft]]:
    """The fact of a cluster, and its drafts in the order of the texts."""
    first = cluster.drafts[0]
    local = mint("fact", *key, first.time.edtf, *sorted(cluster.measures), length=12)
    if local in taken:
        local = mint("fact", *key, first.doc, first.found.span.start, length=12)
    drafts = sorted(cluster.drafts, key=lambda d: (d.doc, d.found.span.start, d.found.span.end))
    return made(local, drafts, first.time, world), drafts


def made(local: str, drafts: list[Draft], time: Time, world: World) -> Built:
    """The fact of this id that some drafts tell of, in the order of the texts."""
    best = min((d.status for d in drafts), key=STATUSES.index)
    roles = [r for d in drafts for r in d.roles if r.name != "agent" or d.status == best]
    built = Built(
        local,
        drafts[0].kind,
        drafts,
        list(dict.fromkeys(roles)),
        list(dict.fromkeys(p for d in drafts for p in d.properties)),
        time,
        best,
        stance(drafts),
        sure(drafts, world),
        tuple(witness(local, d) for d in unlike(drafts)),
    )
    settle(built)
    return built


def sure(drafts: list[Draft], world: World) -> float:
    """How sure a fact is: the best of each source by its weight, and more the more sources agree."""
    best: dict[str, float] = {}
    for draft in drafts:
        root = world.sources.get(draft.doc, draft.doc)
        source = world.origins.get(root, root)
        told = draft.confidence * world.weights.get(draft.doc, 1.0)
        best[source] = max(best.get(source, 0.0), told)
    return combined(best)


def stance(drafts: list[Draft]) -> str:
    """Asserted where any witness asserts it and none denies it since; else what the first says.

    Where the dates of the texts do not tell which word is the later one, the denial stands: nobody is shown
    as accused or punished on a claim that another text takes back.
    """
    asserted = [d.published for d in drafts if d.stance == "asserted"]
    denied = [d for d in drafts if d.stance in DENIALS]
    if asserted and not any(not d.published or d.published >= max(asserted) for d in denied):
        return "asserted"
    return denied[0].stance if asserted else drafts[0].stance


def settle(built: Built) -> None:
    """A tenure said to be past by any text is past."""
    ended, going = Property("ended", value=True), Property("ended", value=False)
    if ended in built.properties and going in built.properties:
        built.properties.remove(going)


def unlike(drafts: Sequence[Told]) -> list[Told]:
    """One draft for the same words by the same rule."""
    return list({(d.found.id, d.rule): d for d in reversed(drafts)}.values())[::-1]


def witness_id(fact: str, draft: Told) -> str:
    """The id of what one text says of a fact."""
    return mint("claim", fact, draft.found.id, draft.rule, length=12)


def witness(fact: str, draft: Told) -> Witness:
    """What one text says of a fact."""
    local = witness_id(fact, draft)
    return Witness(local, draft.doc, (draft.found,), draft.rule, draft.confidence, draft.stance)
