"""Inputs that did not become documents: why, at which step, and what the caller can do."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import InputError


class Rejected(InputError):  # noqa: N818 (a record first; raised only inside this room)
    """One input set aside; the rest of the batch goes on. A line of ``rejected.jsonl``."""

    def __init__(self, place: str, stage: str, reason: str, advice: str) -> None:
        super().__init__(place, reason)
        self.stage = stage
        """open | decode | parse | check | extract."""
        self.advice = advice

    @property
    def arguments(self) -> tuple[str, str, str, str]:
        """What it was made of, to make it again in another process."""
        return self.place, self.stage, self.reason, self.advice

    def record(self) -> dict[str, str]:
        """The object written to ``rejected.jsonl``."""
        return {"path": self.place, "stage": self.stage, "reason": self.reason, "advice": self.advice}


@dataclass(frozen=True, slots=True)
class Known:
    """An input that repeats one already read: same id and same text."""

    place: str
    id: str
