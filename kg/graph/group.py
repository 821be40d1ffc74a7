"""Counted groups that fill roles of facts: 32名党员干部. They are nothing outside their facts.

A group is no one but itself: told in two witnesses of one fact it is one group, and one mention that fills
roles of two facts (cleared, and accused before) is one group in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kg.disk import Sorter
from kg.graph.built import Built
from kg.graph.draft import Counted
from kg.graph.facts import Facts
from kg.ids import mint
from kg.model import Ref, Text
from kg.resolve import World
from kg.resolve.union import Numbers

Node = tuple[str, ...]
"""Fact, role, count, unit, and which of several like it, as words."""


def slots(built: Built) -> Iterator[tuple[Node, Counted]]:
    """The groups of a fact with the place each fills, over all its witnesses."""
    for draft in built.drafts:
        seen: Counter[tuple[str, int, str]] = Counter()
        for counted in draft.groups:
            kind = counted.role, counted.value.count, counted.value.unit
            yield ("0", built.id, kind[0], str(kind[1]), kind[2], str(seen[kind])), counted
            seen[kind] += 1


def groups(facts: Facts, world: World) -> None:
    """Mint the groups that fill roles of facts.

    Places of facts are numbered in order, so that the smallest number of those that are one group is that of
    the place which names it, and that name is known by then.
    """
    union, mentions, count = Numbers(), Sorter(), 0
    for number in facts.counted:
        told = list(slots(facts[number]))
        ranks = {node: count + rank for rank, node in enumerate(sorted({n for n, _ in told}))}
        count += len(ranks)
        for node, counted in told:
            span = counted.found.span
            mentions.add((span.doc, span.start, span.end, ranks[node]))
    union.grow(count)
    for _, rows in groupby(mentions, key=lambda row: row[:3]):
        first, *more = (row[3] for row in rows)
        for other in more:
            union.join(first, other)
    names: list[str] = []
    for number in facts.counted:
        built = facts.change(number)
        told = list(slots(built))
        ranks = {node: len(names) + rank for rank, node in enumerate(sorted({n for n, _ in told}))}
        for node, rank in ranks.items():
            root = union.find(rank)
            names.append(names[root] if root < rank else mint("group", *node))
        for node, counted in told:
            note(names[ranks[node]], counted, world)
            built.fill(counted.role, names[ranks[node]])
            facts.linked.change(number).fill(counted.role, names[ranks[node]])


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
