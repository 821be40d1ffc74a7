"""Labels of facts, short enough for a list: who, what happened, to whom or what."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.built import Built
from kg.model import Text
from kg.vocab import Vocabulary

MOST = 3
"""Names of one role shown."""
LONGEST = 32
"""Characters of a quotation inside a label."""
BY_PLACE = frozenset({"Clearing"})
"""Told of a place first: organs are seldom named."""
WITH_OBJECT = frozenset(
    {"Issuance", "Drafting", "Adoption", "Revision", "Repeal", "EntryIntoForce", "Forwarding"}
)
WITH_MEASURE = frozenset(
    {
        "PartySanction",
        "GovernmentSanction",
        "OrganizationalMeasure",
        "Accountability",
        "Sanctioning",
        "CriminalProceeding",
        "Overturning",
        "Lifting",
    }
)
UNDOING = frozenset({"Overturning", "Lifting"})
"""Told of a measure that was taken back or lifted, which is never named without saying so."""
WITH_CONTENT = frozenset(
    {"Requirement", "Definition", "AliasDefinition", "AliasSlip", "TrendStatement", "Characterisation"}
)


def label(fact: Built, labels: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The label of a fact."""
    verb = vocabulary.classes[fact.kind].zh
    if fact.kind in WITH_MEASURE:
        measures = join([name(m, labels, vocabulary) for m in fact.of("measure")])
        told = f"{verb}：{measures}" if fact.kind in UNDOING else measures
        return subject(fact, labels, ("patient",)) + (told or verb)
    if fact.kind == "Tenure":
        return subject(fact, labels, ("member",)) + join(
            [name(r, labels, vocabulary) for r in fact.of("role")]
        )
    if fact.kind == "Conduct":
        return subject(fact, labels, ("agent",)) + join(
            [name(g, labels, vocabulary) for g in fact.of("ground")] or [verb]
        )
    if fact.kind in WITH_CONTENT:
        return (
            subject(fact, labels, ("agent", "prescribedBy", "object", "patient"))
            + f"{verb}："
            + matter(fact, labels)
        )
    if fact.kind in WITH_OBJECT:
        return (
            subject(fact, labels, ("agent",))
            + spoken(fact, verb)
            + "".join(f"《{labels.get(o, o)}》" for o in fact.of("object"))
        )
    roles = ("place", "agent", "patient") if fact.kind in BY_PLACE else ("agent", "patient", "place")
    return subject(fact, labels, roles) + spoken(fact, verb)


def spoken(fact: Built, verb: str) -> str:
    """The word of the text that tells of it, or the name of the class."""
    return next((d.word for d in fact.drafts if d.word), "") or verb


def subject(fact: Built, labels: Mapping[str, str], roles: tuple[str, ...]) -> str:
    """Whoever fills the first of some roles that is filled."""
    for role in roles:
        if fact.of(role):
            return join([labels.get(i, i) for i in fact.of(role)])
    return ""


def matter(fact: Built, labels: Mapping[str, str]) -> str:
    """What is said: the mechanisms, the document, or the words, cut short."""
    names = [labels.get(i, i) for i in fact.of("mechanism", "object")] if fact.kind == "Requirement" else []
    words = names or [
        p.value.text for p in fact.properties if p.predicate == "content" and isinstance(p.value, Text)
    ]
    text = join(words)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def name(local: str, labels: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """Label of an entity or full name of a term."""
    concept = vocabulary.concept(local)
    return labels.get(local) or (concept.name if concept else local)


def join(names: list[str]) -> str:
    """Names with the mark of enumeration between, a few at most."""
    shown = list(dict.fromkeys(names))
    return "、".join(shown[:MOST]) + ("…" if len(shown) > MOST else "")
