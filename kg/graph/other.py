"""Drafts of event types that a reader of the field added to the ontology: no rule of their own is needed.

The class is the one of ``kg.ttl`` named like the type, its first letter large; agents, places and targets
stand where they stand in every other event.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.draft import Desk, Draft
from kg.graph.parties import agents, patients, places


def other(desk: Desk) -> Iterator[Draft]:
    """One draft a target; none where the ontology has no class of the name."""
    kind = desk.claim.type.capitalize()
    if kind not in desk.world.vocabulary.classes:
        return
    for target in desk.of("target"):
        one = Desk(desk.reading, desk.claim, desk.world)
        agents(one)
        places(one)
        yield one.draft(kind, *patients(one, [target]))
