"""Where every node stands: computed here, so that the page opens on a finished picture.

Connected parts are laid out one by one and packed into a wide rectangle, the largest first; nodes
without edges form a tidy block at the end. Small pictures are then spread until no two label boxes
overlap. Units are pixels at zoom 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.export.html.forces import Pairs, Points, gridded, pairwise

EXACT = 700
"""Nodes up to which every pair is compared."""
BOXED = 600
"""Nodes up to which label boxes are pushed apart."""
SPACING = 26.0
SHAPE = 1.3
"""Width by height the packing aims at."""


@dataclass(frozen=True, slots=True)
class Box:
    """Room a node and its label want, in pixels."""

    width: float
    height: float


def layout(boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> Points:
    """Positions, one row a node, as whole pixels."""
    n = len(boxes)
    if n == 0:
        return np.zeros((0, 2))
    pairs = np.array(sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}), dtype=np.int64).reshape(-1, 2)
    size = np.array([(b.width, b.height) for b in boxes])
    parts, alone = _parts(n, pairs)
    at = np.zeros((n, 2))
    blocks = [_one(part, pairs, size, at) for part in parts]
    blocks += [np.array(alone[i : i + 24]) for i in range(0, len(alone), 24)]
    for rest in blocks[len(parts) :]:
        at[rest] = _grid(size[rest])
    _pack(blocks, size, at)
    middle: Points = (at.max(axis=0) + at.min(axis=0)) / 2
    return np.asarray(np.round(at - middle))


def _parts(n: int, pairs: Pairs) -> tuple[list[Pairs], list[int]]:
    """Connected parts of two nodes or more, the largest first, and the nodes without edges."""
    links: list[list[int]] = [[] for _ in range(n)]
    for a, b in pairs.tolist():
        links[a].append(b)
        links[b].append(a)
    seen, parts, alone = [False] * n, [], []
    for start in range(n):
        if seen[start]:
            continue
        if not links[start]:
            alone.append(start)
            continue
        seen[start] = True
        part = [start]
        for node in part:
            for other in links[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(np.array(sorted(part)))
    return sorted(parts, key=lambda p: (-len(p), int(p[0]))), alone


def _one(part: Pairs, pairs: Pairs, size: Points, at: Points) -> Pairs:
    """Lay out one connected part in place; returns its nodes."""
    m = len(part)
    inside = pairs[np.isin(pairs[:, 0], part)]
    local = np.searchsorted(part, inside)
    raw = pairwise(m, local, 60 + min(340, 6 * m)) if m <= EXACT else gridded(m, local, 220)
    raw = _turned(raw) * SPACING
    wide, tall = np.ptp(raw, axis=0) + 1.0
    raw[:, 1] *= np.clip(wide / tall / SHAPE, 0.7, 1.5)
    at[part] = _apart(raw, size[part]) if m <= BOXED else raw * 0.8
    return part


def _turned(at: Points) -> Points:
    """Turn the longest direction to the horizontal, the way screens lie."""
    if len(at) <= 2:  # noqa: PLR2004  two points have no direction worth turning
        return at
    _, vectors = np.linalg.eigh(np.cov(at.T))
    turn = vectors[:, ::-1]
    turn = turn * np.where(turn[np.abs(turn).argmax(axis=0), [0, 1]] < 0, -1, 1)
    return np.asarray(at @ turn)


def _apart(at: Points, size: Points, rounds: int = 160) -> Points:
    """Push overlapping boxes apart along the cheaper axis until none overlap or the rounds end."""
    half = size / 2 + np.array([6.0, 5.0])
    for _ in range(rounds):
        gap = at[:, None, :] - at[None, :, :]
        over = half[:, None, :] + half[None, :, :] - np.abs(gap)
        clash = (over[:, :, 0] > 0) & (over[:, :, 1] > 0)
        clash &= ~np.eye(len(at), dtype=bool)
        if not clash.any():
            break
        flat = over[:, :, 1] * 1.6 < over[:, :, 0]
        sign = np.where(
            gap == 0, np.sign(np.arange(len(at))[:, None] - np.arange(len(at)))[:, :, None], np.sign(gap)
        )
        at = at.copy()
        at[:, 0] += np.where(clash & ~flat, sign[:, :, 0] * over[:, :, 0], 0).sum(axis=1) * 0.26
        at[:, 1] += np.where(clash & flat, sign[:, :, 1] * over[:, :, 1], 0).sum(axis=1) * 0.26
    return at


def _grid(size: Points) -> Points:
    """Rows of nodes that have no edges: flat, for they end up under the connected ones."""
    columns = max(1, round(np.sqrt(len(size) * SHAPE * 2)))
    step = size.max(axis=0) + np.array([14.0, 12.0])
    i = np.arange(len(size))
    return np.column_stack((i % columns * step[0], i // columns * step[1]))


def _pack(blocks: Sequence[Pairs], size: Points, at: Points) -> None:
    """Shelves: the blocks side by side in rows, in place."""
    frames = []
    for block in blocks:
        low = (at[block] - size[block] / 2).min(axis=0)
        at[block] -= low
        frames.append((at[block] + size[block] / 2).max(axis=0) + 40)
    area = sum(float(f[0] * f[1]) for f in frames)
    width = max(float(frames[0][0]), float(np.sqrt(area * SHAPE)))
    x = y = tall = 0.0
    for block, frame in zip(blocks, frames, strict=True):
        if x and x + frame[0] > width:
            x, y, tall = 0.0, y + tall, 0.0
        at[block] += (x, y)
        x, tall = x + float(frame[0]), max(tall, float(frame[1]))
