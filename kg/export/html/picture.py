"""The picture in the data: positions of entities, terms and facts, and the overview of large graphs."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np

from kg.export.html import overview
from kg.export.html.forces import Points
from kg.export.html.layout import Box, layout
from kg.export.html.nodes import Nodes
from kg.model import Graph

TWO_LAYOUTS = 1500
"""Up to so many nodes there is a second layout with the facts as nodes."""
OVERVIEW_FROM = 30_000
"""Above so many entities the page opens on provinces and agencies."""
LINE = 9
"""Letters a label line holds; two lines at most."""


def picture(graph: Graph, nodes: Nodes, areas: dict[str, str]) -> dict[str, Any]:
    """``x``, ``y`` for entities and terms; ``ex``, ``ey`` for all with facts shown, where small."""
    things = nodes.facts_from
    if nodes.entities > OVERVIEW_FROM:
        return overview.picture(graph, nodes, areas)
    plain = [(nodes.index[e.source], nodes.index[e.target]) for e in graph.edges]
    shown = [p for p in plain if max(p) < things]
    shown += _together(graph, nodes, {i for p in shown for i in p})
    touched = {i for p in plain for i in p}
    at = _placed(nodes, [i for i in range(things) if i < nodes.entities or i in touched], shown)
    out = {"x": at[:, 0].astype(int).tolist(), "y": at[:, 1].astype(int).tolist()}
    if len(nodes.ids) <= TWO_LAYOUTS:
        roles = [(nodes.index[f.id], nodes.index[r.filler]) for f in graph.facts for r in f.roles]
        bare = [(nodes.index[e.source], nodes.index[e.target]) for e in graph.edges if not e.facts]
        small = [box(label) for label in nodes.labels[:things]] + [Box(60, 34)] * len(graph.facts)
        both = layout(small, roles + bare)
        out |= {"ex": both[:, 0].astype(int).tolist(), "ey": both[:, 1].astype(int).tolist()}
    return out


def _placed(nodes: Nodes, used: list[int], edges: list[tuple[int, int]]) -> Points:
    """Layout of some nodes; the rest (terms that only fill roles) stay at the origin, unseen."""
    local = {i: k for k, i in enumerate(used)}
    links = [(local[a], local[b]) for a, b in edges if a in local and b in local]
    at = np.zeros((nodes.facts_from, 2))
    at[used] = layout([box(nodes.labels[i]) for i in used], links)
    return at


def _together(graph: Graph, nodes: Nodes, placed: set[int]) -> list[tuple[int, int]]:
    """Links for nodes no edge touches: to what they share a fact with."""
    extra = []
    for fact in graph.facts:
        row = [nodes.index[r.filler] for r in fact.roles]
        row = [i for i in row if i < nodes.facts_from]
        extra += [(a, b) for a in row if a not in placed for b in row[:4] if a != b]
    return extra


def box(label: str) -> Box:
    """Room for the sign and two lines of label under it, at 12 px."""
    wide = np.array([2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in label[: 2 * LINE]])
    letters = int(wide.sum()) / 2 if len(wide) else 0
    lines = 1 if letters <= LINE else 2
    return Box(max(34.0, min(letters, LINE) * 13.5), 38.0 + 16 * lines)
