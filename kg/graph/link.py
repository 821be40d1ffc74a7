"""Links between the facts of one text: who reported it, who announced it, for which conduct, and the notice.

Nothing is decided here that the text leaves open: the organ that announces a sanction is not the one that
decided it (《公职人员政务处分法》第三条: only a supervisory organ gives a government sanction).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from kg.graph.facts import Facts
from kg.graph.linked import Linked, Passages
from kg.vocab import Vocabulary

PERSONAL = ("PartySanction", "GovernmentSanction", "OrganizationalMeasure", "Accountability", "Sanctioning")
"""Classes of sanctions."""
SANCTIONING = frozenset(PERSONAL)
LINKED = frozenset({"Conduct", "Notification"})
"""Classes that are linked to each other and to sanctions."""
Where = Mapping[str, Passages]
"""Id of a fact -> where the text at hand tells it."""
OWN = "cadre-kg"
"""Source of terms that no rule or statute gives."""


def link(facts: Facts, vocabulary: Vocabulary) -> None:
    """Add the roles that point to other facts of the same text."""
    changed: set[int] = set()
    for _, rows in groupby(facts.places, key=lambda row: row[0]):
        places = {number: told for _, number, told in rows}
        kinds = {facts.kind(number) for number in places}
        if "Reporting" in kinds or len(kinds & LINKED) + bool(kinds & SANCTIONING) > 1:
            changed.update(link_text(facts, places, vocabulary))
    for number in sorted(changed):
        fact = facts.change(number)
        for role in facts.linked[number].roles:
            fact.fill(role.name, role.filler)
    facts.done_linking()


def link_text(facts: Facts, places: Mapping[int, Passages], vocabulary: Vocabulary) -> Iterator[int]:
    """Link the facts of one text, each with the places where it is told; the numbers of those changed."""
    with facts.linked.pinned():
        told = [facts.linked[number] for number in places]
        before = [len(fact.roles) for fact in told]
        where = dict(zip((fact.id for fact in told), places.values(), strict=True))
        reports(told, where, vocabulary)
        notices(told, where, vocabulary)
        grounds(told)
        announcers(told)
        for number, fact, roles in zip(places, told, before, strict=True):
            if len(fact.roles) > roles:
                facts.linked.change(number)
                yield number


def shares(one: Passages, other: Passages) -> bool:
    """Whether two facts are told in one passage: their claims begin in the same sentence."""
    return any(start < last and first < end for start, end in one for first, last in other)


def reports(told: list[Linked], where: Where, vocabulary: Vocabulary) -> None:
    """What a medium is said to report stands in the passage of the report."""
    for report in [f for f in told if f.kind == "Reporting"]:
        mine = where[report.id]
        for fact in told:
            event = vocabulary.is_a(fact.kind, "Event") and not vocabulary.is_a(
                fact.kind, "CommunicationEvent"
            )
            if (event or fact.kind in ("Notification", "Statement")) and shares(mine, where[fact.id]):
                report.fill("object", fact.id)
                for local in report.of("reportedIn"):
                    fact.fill("reportedIn", local)


def notices(told: list[Linked], where: Where, vocabulary: Vocabulary) -> None:
    """A notice names the persons whose conduct it tells in its own passage, and the conduct is its ground."""
    for notice in [f for f in told if f.kind == "Notification"]:
        mine = where[notice.id]
        for conduct in [f for f in told if f.kind == "Conduct" and shares(mine, where[f.id])]:
            for person in conduct.of("agent"):
                if person.startswith("person/"):
                    notice.fill("patient", person)
            for ground in conduct.of("ground"):
                if is_breach(ground, vocabulary):
                    notice.fill("ground", ground)


def is_breach(ground: str, vocabulary: Vocabulary) -> bool:
    """Whether a rule names this conduct: words that only this project lists describe, but are no breach."""
    concept = vocabulary.concept(ground)
    return concept is not None and concept.source != OWN


def grounds(told: list[Linked]) -> None:
    """A person is sanctioned for the conduct that the same text tells of the same person."""
    conduct: dict[str, list[Linked]] = {}
    for fact in told:
        if fact.kind == "Conduct":
            for person in fact.of("agent"):
                conduct.setdefault(person, []).append(fact)
    for fact in told:
        if fact.kind in PERSONAL:
            for person in fact.of("patient"):
                for cause in conduct.get(person, ()):
                    fact.fill("ground", cause.id)


def announcers(told: list[Linked]) -> None:
    """The organ whose notice names a person made that person's sanction known."""
    by_person: dict[str, list[str]] = {}
    for fact in told:
        if fact.kind == "Notification":
            for person in fact.of("patient"):
                by_person.setdefault(person, []).extend(fact.of("agent"))
    for fact in told:
        if fact.kind in PERSONAL:
            for person in fact.of("patient"):
                for organ in by_person.get(person, ()):
                    fact.fill("announcedBy", organ)
