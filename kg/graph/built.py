"""A fact being finished: made of drafts, while links to other facts are still added to its roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.graph.draft import Told
from kg.model import Property, Role, Time, Witness


@dataclass(slots=True)
class Built:
    """A fact being finished: links to others are still added to its roles."""

    id: str
    kind: str
    drafts: Sequence[Told]
    roles: list[Role]
    properties: list[Property]
    time: Time
    status: str
    stance: str
    confidence: float
    witnesses: tuple[Witness, ...]

    known: set[Role] = field(init=False)
    """The roles again, to look them up in."""

    def __post_init__(self) -> None:
        """Look up what is there already."""
        self.known = set(self.roles)

    def fill(self, role: str, local: str) -> None:
        """Add a filler to a role, once."""
        filled = Role(role, local)
        if filled not in self.known:
            self.known.add(filled)
            self.roles.append(filled)

    def of(self, *names: str) -> list[str]:
        """The fillers of some roles."""
        return [r.filler for r in self.roles if r.name in names]
