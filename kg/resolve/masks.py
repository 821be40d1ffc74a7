"""Names with characters left out (赵某, 赵某某, 赵×样): which full names may stand behind them."""

from __future__ import annotations

import re

MASKED = re.compile(r"[\u67d0\u00d7\u25cb*Xx]")
"""A character that stands for a given name left out."""
SHORT = 2
"""A surname and one such character hide a given name of any length: 赵某 is 赵试样 as well as 赵样."""


def masked(name: str) -> bool:
    """Whether characters of a name are left out."""
    return bool(MASKED.search(name))


def may_be(one: str, other: str) -> bool:
    """Whether two names may be of one person: no character told by both differs, and the lengths fit."""
    if one[:1] != other[:1] or MASKED.match(one):
        return False
    short = any(len(name) == SHORT and masked(name) for name in (one, other))
    if short:
        return all(len(name) > 1 for name in (one, other))
    return len(one) == len(other) and all(
        a == b or masked(a) or masked(b) for a, b in zip(one, other, strict=True)
    )
