"""Links between the facts of one text: who reported it, who announced it, for which conduct, and the notice.

Nothing is decided here that the text leaves open: the organ that announces a sanction is not the one that
decided it (《公职人员政务处分法》第三条: only a supervisory organ gives a government sanction).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kg.graph.built import Built
from kg.graph.draft import Told
from kg.graph.facts import Facts
from kg.vocab import Vocabulary

PERSONAL = ("PartySanction", "GovernmentSanction", "OrganizationalMeasure", "Accountability", "Sanctioning")
"""Classes of sanctions."""
SANCTIONING = frozenset(PERSONAL)
LINKED = frozenset({"Conduct", "Notification"})
"""Classes that are linked to each other and to sanctions."""
OWN = "cadre-kg"
"""Source of terms that no rule or statute gives."""


def link(facts: Facts, vocabulary: Vocabulary) -> None:
    """Add the roles that point to other facts of the same text."""
    for doc, rows in groupby(facts.places, key=lambda row: row[0]):
        numbers = [number for _, number in rows]
        kinds = {facts.kind(number) for number in numbers}
        if "Reporting" in kinds or len(kinds & LINKED) + bool(kinds & SANCTIONING) > 1:
            with facts.pinned():
                told = [facts[n] for n in numbers]
                before = [len(fact.roles) for fact in told]
                reports(doc, told, vocabulary)
                notices(doc, told, vocabulary)
                grounds(told)
                announcers(told)
                for number, fact, roles in zip(numbers, told, before, strict=True):
                    if len(fact.roles) > roles:
                        facts.changed(number)


def within(fact: Built, doc: str) -> list[Told]:
    """The drafts of a fact in one text."""
    return [d for d in fact.drafts if d.doc == doc]


def shares(one: Iterable[Told], other: Iterable[Told]) -> bool:
    """Whether two facts are told in one passage: their claims begin in the same sentence."""
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def reports(doc: str, told: list[Built], vocabulary: Vocabulary) -> None:
    """What a medium is said to report stands in the passage of the report."""
    for report in [f for f in told if f.kind == "Reporting"]:
        mine = within(report, doc)
        for fact in told:
            event = vocabulary.is_a(fact.kind, "Event") and not vocabulary.is_a(
                fact.kind, "CommunicationEvent"
            )
            if (event or fact.kind in ("Notification", "Statement")) and shares(mine, within(fact, doc)):
                report.fill("object", fact.id)
                for local in report.of("reportedIn"):
                    fact.fill("reportedIn", local)


def notices(doc: str, told: list[Built], vocabulary: Vocabulary) -> None:
    """A notice names the persons whose conduct it tells in its own passage, and the conduct is its ground."""
    for notice in [f for f in told if f.kind == "Notification"]:
        mine = within(notice, doc)
        for conduct in [f for f in told if f.kind == "Conduct" and shares(mine, within(f, doc))]:
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


def grounds(told: list[Built]) -> None:
    """A person is sanctioned for the conduct that the same text tells of the same person."""
    conduct: dict[str, list[Built]] = {}
    for fact in told:
        if fact.kind == "Conduct":
            for person in fact.of("agent"):
                conduct.setdefault(person, []).append(fact)
    for fact in told:
        if fact.kind in PERSONAL:
            for person in fact.of("patient"):
                for cause in conduct.get(person, ()):
                    fact.fill("ground", cause.id)


def announcers(told: list[Built]) -> None:
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
