"""Floors that only go up: a corpus, its hash, and the least F1 each figure may have.

A floor is raised by measuring again; it is lowered only with a written reason, which stays in the file.
A corpus that has changed must be pinned anew before it can be compared.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.evaluate.score import Score
from kg.evaluate.wording import rows

Floors = dict[str, float]
"""``event sanction`` -> least F1, rounded down to three places."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What is pinned of one corpus."""

    file: str
    sha256: str
    floors: Floors
    lowered: tuple[str, ...] = ()
    """Reasons for every lowering, oldest first."""

    @classmethod
    def parse(cls, row: Mapping[str, Any]) -> Pin:
        """From the object in ``floors.json``."""
        return cls(row["file"], row["sha256"], dict(row["floors"]), tuple(row.get("lowered", ())))

    def record(self) -> dict[str, Any]:
        """The object in ``floors.json``."""
        return {
            "file": self.file,
            "sha256": self.sha256,
            "floors": dict(sorted(self.floors.items())),
            "lowered": list(self.lowered),
        }


def digest(corpus: bytes) -> str:
    """The hash that says which corpus the floors belong to."""
    return hashlib.sha256(corpus).hexdigest()


def measured(total: Score) -> Floors:
    """Every F1 of the event types, entity types and totals, rounded down."""
    return {
        f"{part} {name}": math.floor(tally.f1 * 1000) / 1000
        for part, name, tally in rows(total)
        if part != "role"
    }


def below(pin: Pin, now: Floors) -> list[str]:
    """One line for every figure that fell below its floor; none when the gate is open."""
    return [
        f"{name}: {now.get(name, 0.0):.3f}, floor {floor:.3f}"
        for name, floor in sorted(pin.floors.items())
        if now.get(name, 0.0) < floor
    ]


def raised(pin: Pin, now: Floors) -> Pin:
    """The floors moved up to what is measured now; none moves down."""
    names = pin.floors.keys() | now.keys()
    return replace(pin, floors={n: max(pin.floors.get(n, 0.0), now.get(n, 0.0)) for n in names})


def lowered(pin: Pin, now: Floors, reason: str) -> Pin:
    """The floors set to what is measured now, with the reason; raises ValueError for an empty one."""
    if not reason.strip():
        raise ValueError("a floor is lowered only with a written reason")
    changes = [
        f"{name} {pin.floors[name]:.3f} -> {now.get(name, 0.0):.3f}"
        for name in sorted(pin.floors)
        if now.get(name, 0.0) < pin.floors[name]
    ]
    return replace(pin, floors=now, lowered=(*pin.lowered, f"{'; '.join(changes)}: {reason.strip()}"))
