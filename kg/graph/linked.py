"""What linking needs of a fact: its class and roles, not its claims.

A document that a thousand texts speak of is a fact of a thousand claims. Asking for that fact once for each
of its texts would cost the square of them, so the links are made on these and then told to the facts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.disk import Row
from kg.disk.rows import as_roles, filled
from kg.model import Role

Passages = tuple[tuple[int, int], ...]
"""Start and end of the sentences or clauses in which a text tells a fact."""


@dataclass(slots=True)
class Linked:
    """A fact that is being linked to others."""

    id: str
    kind: str
    roles: list[Role]
    known: set[Role] = field(init=False)
    """The roles again, to look them up in."""

    def __post_init__(self) -> None:
        """Look up what is there already."""
        self.known = set(self.roles)

    def fill(self, role: str, local: str) -> None:
        """Add a filler to a role, once."""
        made = Role(role, local)
        if made not in self.known:
            self.known.add(made)
            self.roles.append(made)

    def of(self, *names: str) -> list[str]:
        """The fillers of some roles."""
        return [r.filler for r in self.roles if r.name in names]


def row(item: Linked) -> Row:
    """A fact to be linked as a row."""
    return item.id, item.kind, filled(item.roles)


def as_linked(cells: Row) -> Linked:
    """The fact to be linked of a row."""
    local, kind, roles = cells
    return Linked(local, kind, list(as_roles(roles)))


def passages(drafts: Iterable[Row]) -> dict[str, Passages]:
    """Where each text tells a fact, of the rows of its claims."""
    found: dict[str, list[tuple[int, int]]] = {}
    for (doc, *_), start, end, *_ in drafts:
        found.setdefault(doc, []).append((start, end))
    return {doc: tuple(places) for doc, places in found.items()}
