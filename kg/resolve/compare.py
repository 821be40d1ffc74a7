"""Persons of one name that no rule joined: plainly two, or a question for somebody.

A name with many bearers in the country (by the counts of its surname and characters) told of two provinces
is two persons. All else is unsure, and the earlier person nearest in place is the one to compare with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby, islice

from kg.disk import Sorter
from kg.lexicon import Lexicon
from kg.resolve.bearer import Bearer
from kg.resolve.joiner import Joiner
from kg.resolve.known import Known
from kg.resolve.namesakes import frequent

Pair = tuple[int, int]
"""Numbers of two bearers."""
MOST = 50
"""Earlier persons of one name compared with, at most: a name of thousands must not cost their square."""
SIZES = (6, 4, 2)
"""Digits of a division's code (GB/T 2260) that name its county, its prefecture and its province."""
Heads = Mapping[int, frozenset[str]]
"""The first so many digits of a person's divisions; nothing where no division is told."""


def compared(joiner: Joiner, known: Known, lexicon: Lexicon) -> tuple[list[Pair], list[Pair]]:
    """The pairs in doubt, and the pairs that are two persons without a doubt."""
    doubts: list[Pair] = []
    different: list[Pair] = []
    names = Sorter((name, node) for node, name in enumerate(known.names) if not known.masked(node))
    for name, rows in groupby(names, key=lambda row: row[0]):
        first: dict[int, int] = {}
        """Person -> its first bearer."""
        areas: dict[int, Heads] = {}
        for _, node in rows:
            own = joiner.union.find(node)
            if own in first:
                continue
            areas[own] = heads(codes_of(known[n] for n in joiner.members(own)))
            others = [r for r, e in islice(first.items(), MOST) if not joiner.parted(e, node)]
            if others:
                nearness = [affinity(areas[own], areas[root]) for root in others]
                near = first[others[nearness.index(max(nearness))]]
                far = bool(areas[own]) and all(areas[root] for root in others) and not any(nearness)
                (different if far and frequent(name, lexicon) else doubts).append((node, near))
            first[own] = node
    return doubts, different


def codes_of(bearers: Iterable[Bearer]) -> frozenset[str]:
    """Codes of the divisions where a person held posts."""
    return frozenset(o.place.removeprefix("place/") for b in bearers for o in b.offices if o.place)


def affinity(one: Heads, other: Heads) -> int:
    """How near two persons' divisions are: digits of their codes in common, at most."""
    return next((size for size in SIZES if one and other and one[size] & other[size]), 0)


def heads(codes: frozenset[str]) -> Heads:
    """The first digits of some codes; the whole country has none in common with its parts."""
    inside = [code for code in codes if not code.startswith("none")]
    return {size: frozenset(code[:size] for code in inside) for size in SIZES} if codes else {}
