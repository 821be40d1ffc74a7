"""What ``kg check`` finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where, and what."""

    place: str
    """File, or file:line."""
    what: str

    def __str__(self) -> str:
        """One line."""
        return f"{self.place}: {self.what}"
