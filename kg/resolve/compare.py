"""Persons of one name that no rule joined: plainly two, or a question for somebody.

A name with many bearers in the country (by the counts of its surname and characters) told of two provinces
is two persons. All else is unsure, and the earlier person nearest in place is the one to compare with.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.lexicon import Lexicon
from kg.resolve.bearer import Bearer
from kg.resolve.joiner import Joiner
from kg.resolve.judgements import Anchor
from kg.resolve.namesakes import frequent

Pair = tuple[Bearer, Bearer]
MOST = 50
"""Earlier persons of one name compared with, at most: a name of thousands must not cost their square."""
PREFECTURE, PROVINCE = 4, 2
"""Digits of a division's code (GB/T 2260) that name its prefecture and its province."""


def compared(
    joiner: Joiner, known: Mapping[Anchor, Bearer], lexicon: Lexicon
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs in doubt, and the pairs that are two persons without a doubt."""
    doubts: list[Pair] = []
    different: list[Pair] = []
    codes = {nodes[0]: codes_of([known[n] for n in nodes]) for nodes in joiner.union.sets()}
    first: dict[str, list[Anchor]] = {}
    for node in sorted(known):
        earlier = first.setdefault(node[1], [])
        own = joiner.union.find(node)
        if known[node].masked or any(joiner.union.find(e) == own for e in earlier):
            continue
        others = [e for e in earlier[:MOST] if not joiner.parted(e, node)]
        if others:
            near = max(others, key=lambda e: affinity(codes[own], codes[joiner.union.find(e)]))
            far = all(elsewhere(codes[own], codes[joiner.union.find(e)]) for e in others)
            plain = far and frequent(node[1], lexicon)
            (different if plain else doubts).append((known[node], known[near]))
        earlier.append(node)
    return tuple(doubts), tuple(different)


def codes_of(bearers: list[Bearer]) -> frozenset[str]:
    """Codes of the divisions where a person held posts."""
    return frozenset(o.place.removeprefix("place/") for b in bearers for o in b.offices if o.place)


def affinity(one: frozenset[str], other: frozenset[str]) -> int:
    """How near two persons' divisions are: digits of their codes in common, at most."""
    return max(
        (size for size in (PROVINCE, PREFECTURE, 6) if heads(one, size) & heads(other, size)), default=0
    )


def elsewhere(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two persons are told of different provinces only."""
    return bool(one and other) and not affinity(one, other)


def heads(codes: frozenset[str], size: int) -> set[str]:
    """The first digits of some codes; the whole country has none in common with its parts."""
    return {code[:size] for code in codes if not code.startswith("none")}
