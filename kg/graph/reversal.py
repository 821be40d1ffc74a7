"""What undoes what: a sanction taken back, an acquittal, each with the facts that it ends.

Both sides stay in the graph with their dates; only the plain edges follow the later word.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.built import Built
from kg.graph.criminal import EXONERATING
from kg.graph.facts import Facts
from kg.graph.when import before
from kg.model import Fact

SANCTIONS = frozenset(
    {"PartySanction", "GovernmentSanction", "OrganizationalMeasure", "Accountability", "Sanctioning"}
)
ENDING = frozenset({"Overturning", "Lifting"})
"""What points to the sanctions it ends; only the first undoes them, 解除 leaves what was rightly given."""
VAGUE = "/unspecified"
"""End of the id of a measure whose kind is not told (撤销处分)."""


def reverse(facts: Facts) -> None:
    """Let every overturning and lifting point to the sanctions it ends."""
    ending = [n for n in facts.numbers(ENDING) if facts[n].stance == "asserted"]
    given: dict[str, list[Built]] = {who: [] for n in ending for who in facts[n].of("patient")}
    for fact in facts.of(SANCTIONS) if ending else ():
        for who in fact.of("patient"):
            if who in given:
                given[who].append(fact)
    for number in ending:
        fact = facts.change(number)
        for who in fact.of("patient"):
            for other in taken_back(fact, given[who]):
                fact.fill("object", other.id)


def taken_back(fact: Built, given: list[Built]) -> list[Built]:
    """The sanctions of one person that an overturning can mean: of its measure, and not after it."""
    earlier = [g for g in given if before(g.time.not_before, fact.time.not_after)]
    measures = set(fact.of("measure"))
    if all(m.endswith(VAGUE) for m in measures):
        return earlier if len(earlier) == 1 else []
    return [g for g in earlier if measures & set(g.of("measure"))]


def undone(facts: Iterable[Fact | Built]) -> frozenset[str]:
    """Ids of the facts that no plain edge may be drawn from: sanctions taken back, charges that failed."""
    ids: set[str] = set()
    ends: dict[str, list[str]] = {}
    tried: list[tuple[str, list[str], str]] = []
    for fact in facts:
        if fact.stance != "asserted":
            continue
        if fact.kind == "Overturning":
            ids |= set(fillers(fact, "object"))
        if EXONERATING & set(fillers(fact, "measure")):
            for who in fillers(fact, "patient"):
                ends.setdefault(who, []).append(fact.time.not_after)
        elif fact.kind == "CriminalProceeding":
            tried.append((fact.id, fillers(fact, "patient"), fact.time.not_before))
    for local, patients, first in tried:
        if any(before(first, last) for who in patients for last in ends.get(who, ())):
            ids.add(local)
    return frozenset(ids)


def fillers(fact: Fact | Built, role: str) -> list[str]:
    """The ids that fill one role, in order."""
    return [r.filler for r in fact.roles if r.name == role]
