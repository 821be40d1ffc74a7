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
SIZES = (6, 4, 2)
"""Digits of a division's code (GB/T 2260) that name its county, its prefecture and its province."""
Heads = Mapping[int, frozenset[str]]
"""The first so many digits of a person's divisions; nothing where no division is told."""


def compared(
    joiner: Joiner, known: Mapping[Anchor, Bearer], lexicon: Lexicon
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """The pairs in doubt, and the pairs that are two persons without a doubt."""
    doubts: list[Pair] = []
    different: list[Pair] = []
    areas = {nodes[0]: heads(codes_of([known[n] for n in nodes])) for nodes in joiner.union.sets()}
    first: dict[str, list[Anchor]] = {}
    for node in sorted(known):
        earlier = first.setdefault(node[1], [])
        own = joiner.union.find(node)
        if known[node].masked or any(joiner.union.find(e) == own for e in earlier):
            continue
        others = [e for e in earlier[:MOST] if not joiner.parted(e, node)]
        if others:
            places = [areas[joiner.union.find(e)] for e in others]
            nearness = [affinity(areas[own], place) for place in places]
            near = others[nearness.index(max(nearness))]
            far = bool(areas[own]) and all(places) and not any(nearness)
            plain = far and frequent(node[1], lexicon)
            (different if plain else doubts).append((known[node], known[near]))
        earlier.append(node)
    return tuple(doubts), tuple(different)


def codes_of(bearers: list[Bearer]) -> frozenset[str]:
    """Codes of the divisions where a person held posts."""
    return frozenset(o.place.removeprefix("place/") for b in bearers for o in b.offices if o.place)


def affinity(one: Heads, other: Heads) -> int:
    """How near two persons' divisions are: digits of their codes in common, at most."""
    return next((size for size in SIZES if one and other and one[size] & other[size]), 0)


def heads(codes: frozenset[str]) -> Heads:
    """The first digits of some codes; the whole country has none in common with its parts."""
    inside = [code for code in codes if not code.startswith("none")]
    return {size: frozenset(code[:size] for code in inside) for size in SIZES} if codes else {}
