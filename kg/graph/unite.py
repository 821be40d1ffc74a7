"""Drafts -> facts: the same thing told twice, in one text or in several, is one fact with two witnesses.

Drafts of one key are the same fact where their dates fit (2023-02 fits 2023-02-14) and the measures of one
are among the other's. A group is no one in particular, so for groups only the same date will do. Where a
date fits two facts, the one told of in the same text is meant, and if that does not decide, neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.graph.cluster import Cluster, clusters
from kg.graph.draft import Counted, Draft
from kg.ids import mint
from kg.model import Property, Ref, Role, Text, Time, Witness
from kg.resolve import World
from kg.resolve.copies import combined
from kg.resolve.union import Union

STATUSES = ("stated", "inferred", "metonym", "anonymous", "not-stated", "")
"""From the best known agent to none."""

DENIALS = frozenset({"denied", "negated"})
"""Stances by which a text takes back what another tells."""


@dataclass
class Built:
    """A fact being finished: links to others are still added to its roles."""

    id: str
    kind: str
    drafts: list[Draft]
    roles: list[Role]
    properties: list[Property]
    time: Time
    status: str
    stance: str
    confidence: float
    witnesses: tuple[Witness, ...]

    known: set[Role] = field(init=False)
    """The roles again, to look them up in."""

    def __post_init__(self) -> None:
        """Look up what is there already."""
        self.known = set(self.roles)

    def fill(self, role: str, local: str) -> None:
        """Add a filler to a role, once."""
        filled = Role(role, local)
        if filled not in self.known:
            self.known.add(filled)
            self.roles.append(filled)

    def of(self, *names: str) -> list[str]:
        """The fillers of some roles."""
        return [r.filler for r in self.roles if r.name in names]


def unite(drafts: Iterable[Draft], world: World) -> list[Built]:
    """The facts of all drafts, sorted by id. Groups are minted later, by ``groups``."""
    buckets: dict[tuple[str, ...], list[Draft]] = {}
    for draft in drafts:
        buckets.setdefault(draft.key, []).append(draft)
    found: dict[str, Built] = {}
    for key, members in buckets.items():
        for cluster in clusters(members):
            built = build(key, cluster, found, world)
            found[built.id] = built
    return [found[local] for local in sorted(found)]


def build(key: tuple[str, ...], cluster: Cluster, taken: dict[str, Built], world: World) -> Built:
    """The fact of a cluster."""
    first = cluster.drafts[0]
    local = mint("fact", *key, first.time.edtf, *sorted(cluster.measures), length=12)
    if local in taken:
        local = mint("fact", *key, first.doc, first.found.span.start, length=12)
    drafts = sorted(cluster.drafts, key=lambda d: (d.doc, d.found.span.start, d.found.span.end))
    return made(local, drafts, first.time, world)


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


def unlike(drafts: list[Draft]) -> list[Draft]:
    """One draft for the same words by the same rule."""
    return list({(d.found.id, d.claim.rule): d for d in reversed(drafts)}.values())[::-1]


def witness_id(fact: str, draft: Draft) -> str:
    """The id of what one text says of a fact."""
    return mint("claim", fact, draft.found.id, draft.claim.rule, length=12)


def witness(fact: str, draft: Draft) -> Witness:
    """What one text says of a fact."""
    local = witness_id(fact, draft)
    return Witness(local, draft.doc, (draft.found,), draft.claim.rule, draft.confidence, draft.stance)


Slot = tuple[str, str, int, str, int]
"""Fact, role, count, unit, and which of several like it."""
Node = tuple[str, ...]


def slots(built: Built) -> Iterator[tuple[Slot, Counted]]:
    """The groups of a fact with the place each fills, over all its witnesses."""
    for draft in built.drafts:
        seen: Counter[tuple[str, int, str]] = Counter()
        for counted in draft.groups:
            kind = counted.role, counted.value.count, counted.value.unit
            yield (built.id, *kind, seen[kind]), counted
            seen[kind] += 1


def groups(facts: list[Built], world: World) -> None:
    """Mint the groups that fill roles of facts: 32名党员干部.

    A group is no one but itself: told in two witnesses of one fact it is one group, and one mention that
    fills roles of two facts (cleared, and accused before) is one group in both.
    """
    pairs = [
        (node(slot), mention(counted), built, counted) for built in facts for slot, counted in slots(built)
    ]
    union = Union({n for pair in pairs for n in pair[:2]})
    for one, other, _, _ in pairs:
        union.join(one, other)
    for one, _, built, counted in pairs:
        local = mint("group", *union.find(one))
        note(local, counted, world)
        built.fill(counted.role, local)


def node(slot: Slot) -> Node:
    """A slot as a node; sorts before every mention, so that it names the group."""
    return ("0", *(str(part) for part in slot))


def mention(counted: Counted) -> Node:
    """A mention as a node."""
    span = counted.found.span
    return "1", span.doc, str(span.start), str(span.end)


def note(local: str, counted: Counted, world: World) -> None:
    """Take note of a group in the register."""
    value, register = counted.value, world.register
    classifier = world.vocabulary.concepts[f"unit/{value.unit}"].zh
    noun = value.noun if value.noun != classifier else ""
    register.see(
        local, "AgentGroup", f"{value.count}{classifier}{noun}", counted.found, "resolve.group.of-fact"
    )
    register.tell(local, "cardinality", value.count)
    register.tell(local, "countUnit", Ref(f"voc/unit/{value.unit}"))
    if noun:
        register.tell(local, "groupOf", Text(noun, "zh"))
