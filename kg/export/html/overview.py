"""The picture of a graph too large for forces: provinces as discs, agencies inside, members around them.

Provinces stand roughly where they lie on the map (``assets/provinces.json`` has a tile for each), pushed
apart until no discs touch. In a province the agencies lie on a spiral, the largest in the middle; round
each its own members on a finer spiral. No forces, so 200,000 nodes take a second.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import numpy as np

from kg.export.html.assets import text
from kg.export.html.forces import Points
from kg.export.html.nodes import Nodes
from kg.model import Graph

ROOM = 46.0
"""Distance between neighbouring nodes in pixels."""
GOLDEN = 2.399963229728653
MEMBERSHIP = ("memberOf", "partOf", "issued", "punished", "cleared", "investigated", "exposed", "inspected")


def picture(graph: Graph, nodes: Nodes, areas: dict[str, str]) -> dict[str, Any]:
    """Positions and the tree of groups: ``groups`` are ``[code, x, y, r, members, [hub, …]]``."""
    things = nodes.facts_from
    province = [areas.get(i, "")[:2] or "00" for i in nodes.ids[: nodes.entities]] + ["00"] * nodes.terms
    hub = _hubs(graph, nodes, province)
    members: dict[str, dict[int, list[int]]] = {}
    for i in range(things):
        members.setdefault(province[i], {}).setdefault(hub[i], []).append(i)
    sizes = {code: sum(map(len, hubs.values())) for code, hubs in members.items()}
    discs = _discs(sizes)
    at = np.zeros((things, 2))
    rows: list[list[Any]] = []
    for code in sorted(members):
        x, y, r = discs[code]
        hubs = _fill(members[code], at, x, y)
        rows.append([code, round(x), round(y), round(r), sizes[code], hubs])
    links = Counter(
        (min(a, b), max(a, b))
        for e in graph.edges
        if max(s := nodes.index[e.source], t := nodes.index[e.target]) < things
        and (a := province[s]) != (b := province[t])
    )
    whole = at.astype(int)
    return {
        "x": whole[:, 0].tolist(),
        "y": whole[:, 1].tolist(),
        "groups": rows,
        "links": [[a, b, n] for (a, b), n in sorted(links.items())],
    }


def _hubs(graph: Graph, nodes: Nodes, province: list[str]) -> list[int]:
    """For each node the agency it belongs to: an organisation is its own, others follow an edge."""
    organisation = [local.startswith("org/") for local in nodes.ids[: nodes.facts_from]]
    hub = [i if own else -1 for i, own in enumerate(organisation)]
    for edge in graph.edges:
        if edge.predicate not in MEMBERSHIP:
            continue
        a, b = nodes.index[edge.source], nodes.index[edge.target]
        for one, other in ((a, b), (b, a)):
            known = one < len(hub) and other < len(hub)
            if known and hub[one] < 0 and organisation[other] and province[one] == province[other]:
                hub[one] = other
    return hub


def _discs(sizes: dict[str, int]) -> dict[str, tuple[float, float, float]]:
    """Centre and radius of each province, in map order and without overlap."""
    tiles = json.loads(text("provinces.json"))
    codes = sorted(sizes)
    radius = np.array([ROOM * (0.84 * np.sqrt(sizes[c]) + 4) for c in codes])
    step = float(np.sqrt((radius**2).mean())) * 2.1 if codes else 1.0
    spots = [tiles.get(c, {"at": [-1, 7]})["at"] for c in codes]
    at = np.array(spots, dtype=float).reshape(-1, 2) * step
    for _ in range(400):
        gap = at[:, None, :] - at[None, :, :]
        far = np.hypot(gap[:, :, 0], gap[:, :, 1]) + np.eye(len(at)) * 1e9 + 1e-6
        over = np.clip(radius[:, None] + radius[None, :] + ROOM * 4 - far, 0, None)
        move = (gap / far[:, :, None] * over[:, :, None] * 0.5).sum(axis=1)
        at = at * 0.996 + move
        if over.max(initial=0) < 1:
            break
    return {c: (float(p[0]), float(p[1]), float(r)) for c, p, r in zip(codes, at, radius, strict=True)}


def _fill(hubs: dict[int, list[int]], at: Points, x: float, y: float) -> list[list[int]]:
    """Set the positions of one province; returns ``[hub, x, y, r, members]``, the largest first."""
    rows: list[list[int]] = []
    area = 0.0
    for hub, inside in sorted(hubs.items(), key=lambda h: (h[0] < 0, -len(h[1]), h[0])):
        r = ROOM * 0.62 * np.sqrt(len(inside)) + ROOM * 0.2
        area += r * r
        turn = len(rows) * GOLDEN
        far = np.sqrt(max(0.0, area - r * r)) * 1.12 + (r * 0.5 if rows else 0.0)
        cx, cy = x + far * np.cos(turn), y + far * np.sin(turn)
        ordered = sorted(inside, key=lambda i: (i != hub, i))
        k = np.arange(len(ordered))
        at[ordered, 0] = cx + ROOM * 0.6 * np.sqrt(k) * np.cos(k * GOLDEN)
        at[ordered, 1] = cy + ROOM * 0.6 * np.sqrt(k) * np.sin(k * GOLDEN)
        rows.append([int(hub), round(cx), round(cy), round(float(r)), len(inside)])
    return rows
