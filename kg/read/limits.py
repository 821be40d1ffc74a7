"""How much one input may cost before it is set aside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit has an option of the same name and a message that names it."""

    max_bytes: int = 100_000_000
    """Bytes of one file that is not JSON lines, and of one line of JSON lines."""
    max_chars: int = 2_000_000
    """Characters of one document."""
