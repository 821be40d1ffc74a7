"""Which extracted event stands for which annotated one.

An event that lists several fillers of a splitting role is first split into one event for each. Events of
one type are then paired so that the most role fillers agree over the whole document; a pair must agree
on a filler of a key role of its type.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from itertools import product
from types import MappingProxyType

import networkx as nx

Filler = frozenset[str]
"""The accepted spellings of one filler; ``#32`` for a counted group."""
Event = dict[str, list[Filler]]
"""Role -> fillers."""

KEY_ROLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "post": ("person",),
        "issuance": ("document",),
        "sanction": ("target", "measure"),
        "clearing": ("target",),
        "exposure": ("agent", "count"),
        "investigation": ("target",),
        "judicial": ("target", "measure"),
        "appointment": ("target",),
        "removal": ("target",),
        "inspection": ("agent", "target"),
        "accusation": ("agent", "target"),
        "report": ("agent",),
    }
)
"""Event type -> roles of which one must agree."""
ENTITY_TYPES = ("person", "agency", "document", "place")

_SPLITTING = ("target", "measure", "person", "document", "title")
_NO_ROLES = frozenset({"type", "evidence", "confidence", "id"})
_QUOTES = frozenset("《》〈〉“”\"'‘’")


def fillers(value: object) -> list[Filler]:
    """The fillers of a role as written: one, a list of them, each a string, alternatives or an object."""
    if value is None or value is False or value in ([], ""):
        return []
    return [_filler(item) for item in value] if isinstance(value, list) else [_filler(value)]


def atoms(event: Mapping[str, object]) -> list[Event]:
    """The event, split so that no splitting role has more than one filler."""
    roles = {name: fillers(value) for name, value in event.items() if name not in _NO_ROLES}
    roles["date"] = [f for f in roles.get("date", ()) if not all(spelling.endswith("~") for spelling in f)]
    roles = {name: found for name, found in roles.items() if found}
    split = [name for name in _SPLITTING if len(roles.get(name, ())) > 1]
    return [
        {**roles, **{name: [one] for name, one in zip(split, choice, strict=True)}}
        for choice in product(*(roles[name] for name in split))
    ]


def agreeing(wanted: Iterable[Filler], got: Iterable[Filler]) -> int:
    """How many fillers of two lists can be paired off, each used once."""
    left, hits = list(got), 0
    for filler in wanted:
        match = next((other for other in left if filler & other), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def overlap(wanted: Event, got: Event) -> int:
    """Role fillers two events share."""
    return sum(agreeing(wanted[role], got[role]) for role in wanted.keys() & got.keys())


def size(event: Event) -> int:
    """What an event counts for: its type and each filler."""
    return 1 + sum(map(len, event.values()))


def pairs(kind: str, wanted: list[Event], got: list[Event]) -> list[tuple[int, int]]:
    """Indices of the events that stand for each other, sorted; the pairing of greatest agreement."""
    graph = nx.Graph()
    for i, event in enumerate(wanted):
        for j, other in enumerate(got):
            if any(agreeing(event.get(role, ()), other.get(role, ())) for role in KEY_ROLES[kind]):
                graph.add_edge((0, i), (1, j), weight=1 + overlap(event, other))
    ends = (sorted(pair) for pair in nx.max_weight_matching(graph))
    return sorted((i, j) for (_, i), (_, j) in ends)


def _filler(value: object) -> Filler:
    if isinstance(value, dict):
        if value.get("count") is not None:
            return frozenset({f"#{int(value['count'])}"})
        return frozenset({_plain(value.get("name", ""))})
    if isinstance(value, list | tuple):
        return frozenset().union(*map(_filler, value))
    return frozenset({_plain(value)})


def _plain(value: object) -> str:
    """Without blanks and quotation marks, full-width forms narrowed: spelling alone is no error."""
    text = unicodedata.normalize("NFKC", str(value)).strip()
    return "".join(c for c in text if not c.isspace() and c not in _QUOTES)
