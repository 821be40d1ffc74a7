"""Two force layouts in numpy, both without chance: the same edges give the same picture.

``pairwise`` compares every two nodes and is used up to some hundreds; ``gridded`` lets nodes repel
each other through a grid by fast Fourier transform, so that 20,000 nodes take seconds.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Pairs = npt.NDArray[np.int64]
CELLS = 128


def seeded(n: int) -> Points:
    """``n`` starting points, always the same, on a disc of radius about 1 without two alike."""
    i = np.arange(n) + 0.5
    radius, angle = np.sqrt(i / max(n, 1)), i * 2.399963229728653
    spiral: Points = np.column_stack((radius * np.cos(angle) * 1.3, radius * np.sin(angle)))
    return spiral


def pairwise(n: int, edges: Pairs, rounds: int) -> Points:
    """Fruchterman and Reingold with a weak pull to the middle; spacing comes out near 1."""
    at = seeded(n) * np.sqrt(n)
    for step in range(rounds):
        apart = at[:, None, :] - at[None, :, :]
        square = np.einsum("ijk,ijk->ij", apart, apart) + 1e-3
        push = (apart / square[:, :, None]).sum(axis=1)
        push += _pull(at, edges) - at * 0.04
        at += _limited(push, 0.9 * (1 - step / rounds) * np.sqrt(n) / 6 + 0.01)
    middle: Points = at.mean(axis=0)
    return np.asarray(at - middle)


def gridded(n: int, edges: Pairs, rounds: int) -> Points:
    """The same forces with repulsion read from a grid of ``CELLS`` x ``CELLS``."""
    at = seeded(n) * np.sqrt(n)
    kernel = _kernel()
    for step in range(rounds):
        low, span = at.min(axis=0), float(np.ptp(at, axis=0).max()) + 1e-9
        cell = (at - low) / span * (CELLS - 1)
        push = _field(cell, kernel) * (CELLS - 1) / span
        push += _pull(at, edges) - at * 0.015
        at += _limited(push, 0.9 * (1 - step / rounds) * np.sqrt(n) / 6 + 0.01)
    return spread(at - at.mean(axis=0), 0.9, 40)


def spread(at: Points, least: float, rounds: int) -> Points:
    """Push near neighbours (next to each other along two curves) to the distance ``least``."""
    for step in range(rounds):
        order = np.lexsort((at[:, (step + 1) % 2], np.floor(at[:, step % 2] / least)))
        for hop in (1, 2, 3):
            a, b = order[:-hop], order[hop:]
            gap = at[b] - at[a]
            far = np.hypot(gap[:, 0], gap[:, 1]) + 1e-9
            move = np.clip((least - far) / far, 0, 1)[:, None] * gap * 0.25
            np.add.at(at, b, move)
            np.subtract.at(at, a, move)
    return at


def _pull(at: Points, edges: Pairs) -> Points:
    """Attraction along edges, growing with the square of their length, eased at hubs."""
    out = np.zeros_like(at)
    if len(edges) == 0:
        return out
    a, b = edges[:, 0], edges[:, 1]
    gap = at[b] - at[a]
    degree = np.bincount(edges.ravel(), minlength=len(at)) + 1.0
    ease = 1.0 / np.sqrt(np.minimum(degree[a], degree[b]))
    force = gap * (np.hypot(gap[:, 0], gap[:, 1]) * ease * 0.5)[:, None]
    for axis in (0, 1):
        out[:, axis] += np.bincount(a, force[:, axis], len(at)) - np.bincount(b, force[:, axis], len(at))
    return out


def _limited(push: Points, most: float) -> Points:
    length = np.hypot(push[:, 0], push[:, 1])[:, None] + 1e-9
    return push / length * np.minimum(length, most)


def _kernel() -> tuple[Any, Any]:
    """Transforms of the force ``d / |d|^2`` on the doubled grid, one for each axis."""
    d = np.fft.fftfreq(2 * CELLS, 1 / (2 * CELLS))
    x, y = np.meshgrid(d, d, indexing="ij")
    square = x * x + y * y + 0.25
    return np.fft.rfft2(x / square), np.fft.rfft2(y / square)


def _field(cell: Points, kernel: tuple[Any, Any]) -> Points:
    """Repulsion at every node, nearest cell for the density and for the reading."""
    ij = cell.astype(np.int64)
    density = np.zeros((2 * CELLS, 2 * CELLS))
    np.add.at(density, (ij[:, 0], ij[:, 1]), 1.0)
    spectrum = np.fft.rfft2(density)
    fields = [np.fft.irfft2(spectrum * k, s=density.shape) for k in kernel]
    return np.column_stack([f[ij[:, 0], ij[:, 1]] for f in fields])
