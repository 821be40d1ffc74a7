"""Pictures of text -> lines, each with how sure the recogniser is of it (RapidOCR).

Its models come in the package; nothing here goes to the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from rapidocr import RapidOCR

if TYPE_CHECKING:
    from PIL.Image import Image

Line = tuple[str, float]
"""Words of a line, and the chance that they are read rightly."""
MOST = 0.95
"""Recognisers are surer of themselves than they are right; no text read by one is taken as certain."""


@cache
def recogniser() -> Any:
    """The recogniser, loaded once a process."""
    return RapidOCR(params={"Global.log_level": "critical"})


def lines(picture: Image) -> list[Line]:
    """The lines of a picture from top to bottom; none where it shows no text."""
    points = np.asarray(picture.convert("RGB"))[:, :, ::-1]  # the models want blue first
    found = recogniser()(np.ascontiguousarray(points))
    if not found.txts:
        return []
    return [(text.strip(), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def certainty(found: Iterable[Line]) -> float:
    """The mean over all characters, between 0.01 and ``MOST``; 0 where there are none."""
    weighed = [(len(text), score) for text, score in found if text]
    length = sum(size for size, _ in weighed)
    if not length:
        return 0.0
    return min(max(round(sum(size * score for size, score in weighed) / length, 2), 0.01), MOST)
