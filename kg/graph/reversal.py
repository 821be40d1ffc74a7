"""What undoes what: a sanction taken back, an acquittal, each with the facts that it ends.

Both sides stay in the graph with their dates; only the plain edges follow the later word.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.criminal import EXONERATING
from kg.graph.unite import Built
from kg.graph.when import before
from kg.model import Fact

SANCTIONS = frozenset(
    {"PartySanction", "GovernmentSanction", "OrganizationalMeasure", "Accountability", "Sanctioning"}
)
ENDING = frozenset({"Overturning", "Lifting"})
"""What points to the sanctions it ends; only the first undoes them, 解除 leaves what was rightly given."""
VAGUE = "/unspecified"
"""End of the id of a measure whose kind is not told (撤销处分)."""


def reverse(facts: Iterable[Built]) -> None:
    """Let every overturning and lifting point to the sanctions it ends."""
    told = list(facts)
    given: dict[str, list[Built]] = {}
    for fact in told:
        for who in fact.of("patient") if fact.kind in SANCTIONS else ():
            given.setdefault(who, []).append(fact)
    for fact in told:
        if fact.kind in ENDING and fact.stance == "asserted":
            for who in fact.of("patient"):
                for other in taken_back(fact, given.get(who, [])):
                    fact.fill("object", other.id)


def taken_back(fact: Built, given: list[Built]) -> list[Built]:
    """The sanctions of one person that an overturning can mean: of its measure, and not after it."""
    earlier = [g for g in given if before(g.time.not_before, fact.time.not_after)]
    measures = set(fact.of("measure"))
    if all(m.endswith(VAGUE) for m in measures):
        return earlier if len(earlier) == 1 else []
    return [g for g in earlier if measures & set(g.of("measure"))]


def undone(facts: Iterable[Fact]) -> frozenset[str]:
    """Ids of the facts that no plain edge may be drawn from: sanctions taken back, charges that failed."""
    told = [f for f in facts if f.stance == "asserted"]
    ids = {i for f in told if f.kind == "Overturning" for i in f.fillers("object")}
    ends: dict[str, list[Fact]] = {}
    for fact in told:
        if EXONERATING & set(fact.fillers("measure")):
            for who in fact.fillers("patient"):
                ends.setdefault(who, []).append(fact)
    for fact in told:
        if fact.kind == "CriminalProceeding" and not EXONERATING & set(fact.fillers("measure")):
            later = [e for who in fact.fillers("patient") for e in ends.get(who, ())]
            if any(before(fact.time.not_before, e.time.not_after) for e in later):
                ids.add(fact.id)
    return frozenset(ids)
