"""Positions: the same every time, apart from each other, and quick enough for twenty thousand."""

from __future__ import annotations

import time

import numpy as np
from export.html import invented

from kg.export.html.layout import Box, layout
from kg.export.html.nodes import areas, collect
from kg.export.html.overview import picture as overview
from kg.vocab import Vocabulary


def ring(n: int) -> list[tuple[int, int]]:
    """A ring with some chords."""
    return [(i, (i + 1) % n) for i in range(n)] + [(i, (i * 7) % n) for i in range(0, n, 5)]


def test_layout_is_the_same_twice() -> None:
    """Two runs give the same positions to the pixel."""
    boxes, edges = [Box(90, 54)] * 60, ring(60)
    assert np.array_equal(layout(boxes, edges), layout(boxes, list(reversed(edges))))


def test_label_boxes_do_not_overlap() -> None:
    """In a small graph no two label boxes lie on each other."""
    boxes = [Box(60 + 10 * (i % 7), 54) for i in range(60)]
    at = layout(boxes, ring(60))
    for i, a in enumerate(boxes):
        for j, b in enumerate(boxes[:i]):
            dx, dy = np.abs(at[i] - at[j])
            assert dx >= (a.width + b.width) / 2 - 1 or dy >= (a.height + b.height) / 2 - 1


def test_layout_of_nothing_and_of_one() -> None:
    """No node and one node have a layout too."""
    assert layout([], []).shape == (0, 2)
    assert layout([Box(90, 54)], []).tolist() == [[0.0, 0.0]]


def test_self_loops_and_parallel_edges_do_no_harm() -> None:
    """Edges from a node to itself and thousands between two nodes leave finite positions."""
    at = layout([Box(90, 54)] * 3, [(0, 0), (1, 2)] + [(0, 1)] * 5000)
    assert np.isfinite(at).all()
    assert len({tuple(p) for p in at.tolist()}) == 3


def test_parts_do_not_lie_on_each_other() -> None:
    """Unconnected parts are packed side by side."""
    at = layout([Box(90, 54)] * 40, [(i, i + 1) for i in range(0, 40, 2)])
    assert len({tuple(p) for p in at.tolist()}) == 40


def test_twenty_thousand_nodes_take_seconds() -> None:
    """The gridded forces lay out 20,000 nodes in well under a minute on a slow machine."""
    n = 20_000
    start = time.perf_counter()
    at = layout([Box(90, 54)] * n, ring(n))
    assert time.perf_counter() - start < 30
    assert np.isfinite(at).all()


def test_overview_keeps_provinces_apart(vocabulary: Vocabulary) -> None:
    """Discs of provinces do not overlap, and each node lies in the disc of its own."""
    graph = invented.large(2000)
    nodes = collect(graph, vocabulary)
    found = overview(graph, nodes, areas(graph))
    discs = [(x, y, r) for _, x, y, r, _, _ in found["groups"]]
    for i, (x, y, r) in enumerate(discs):
        for a, b, s in discs[:i]:
            assert np.hypot(x - a, y - b) > (r + s) * 0.98
    assert sum(g[4] for g in found["groups"]) == nodes.facts_from
