"""Colours: readable on their paper, told apart by colour-blind eyes, and signs that need no colour at all."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from kg.export.html.assets import text

STANDINGS = (
    *("cleared", "convicted", "criminal", "sanctioned", "accuser", "undone"),
    *("investigated", "exposed", "accused"),
)
LOOKS = text("js/looks.js")
SIGNS = text("js/glyphs.js")
EYES = {
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritanopia": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB."""


def colours(theme: str) -> dict[str, np.ndarray]:
    """Names and colours of a theme, as linear RGB."""
    body = re.search(rf"const {theme} = \{{(.*?)\}};", LOOKS, re.DOTALL)
    assert body
    return {n: linear(c) for n, c in re.findall(r'(\w+): "#([0-9a-f]{6})"', body[1])}


def linear(code: str) -> np.ndarray:
    """A code of sRGB as linear light."""
    value = np.array([int(code[i : i + 2], 16) for i in (0, 2, 4)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* under D65."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ np.clip(
        rgb, 0, 1
    )
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz / np.array([0.9505, 1.0, 1.089])]
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(a: np.ndarray, b: np.ndarray) -> float:
    """WCAG contrast of two colours."""
    one, two = sorted(float(c @ np.array([0.2126, 0.7152, 0.0722])) for c in (a, b))
    return (two + 0.05) / (one + 0.05)


@pytest.mark.parametrize("theme", ["LIGHT", "DARK"])
def test_standings_are_seen_on_their_paper(theme: str) -> None:
    """Each standing has a contrast of three to one at least, as WCAG asks of signs."""
    tones = colours(theme)
    assert {
        s: round(contrast(tones[s], tones["paper"]), 1)
        for s in STANDINGS
        if contrast(tones[s], tones["paper"]) < 3
    } == {}


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", ["LIGHT", "DARK"])
def test_cleared_is_told_from_what_it_is_not(theme: str, eyes: str) -> None:
    """Colour-blind eyes still see a cleared person in another colour than a punished one."""
    tones = {s: lab(np.array(EYES[eyes]) @ colours(theme)[s]) for s in STANDINGS}
    for other in ("sanctioned", "criminal", "convicted"):
        assert float(np.linalg.norm(tones["cleared"] - tones[other])) > 18


def test_no_two_signs_are_alike() -> None:
    """Outline and mark of every family and of every face differ, so that grey print loses nothing."""
    for table in ("SIGNS", "FACE_SIGNS"):
        body = re.search(rf"const {table} = \{{(.*?)\n\}};", SIGNS, re.DOTALL)
        assert body
        rows = re.findall(r"^  (\w+): \{ d: (.*?), mark: (.*?)[,} ]", body[1], re.MULTILINE)
        assert len(rows) > 9
        for (one, *a), (two, *b) in combinations(rows, 2):
            assert a != b, f"{one} {two}"
