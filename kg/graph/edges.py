"""Plain edges, drawn from asserted facts and from the structure of names and places.

An edge says less than its fact: it has no time and no stance, so only what is asserted makes one. Whoever was
cleared is no target of a blaming edge, whatever else is told, and a sanction that was taken back, or a charge
that ended in an acquittal, makes none: the facts keep both sides with their dates, the plain picture must not
show a cleared person as punished or accused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.graph import criminal
from kg.graph.reversal import undone
from kg.model import Edge, Entity, Evidence, Fact, Ref, Refusal
from kg.vocab import Vocabulary

SANCTIONS = ("PartySanction", "GovernmentSanction", "OrganizationalMeasure", "Accountability", "Sanctioning")
OFFICE = (("patient", "heldPost", "role"), ("patient", "memberOf", "organization"))
"""Whoever is appointed or removed holds or held the post."""
RULES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Issuance": (("agent", "issued", "object"),),
    "Drafting": (("agent", "drafted", "object"),),
    "Adoption": (("agent", "adopted", "object"),),
    "Revision": (("agent", "revised", "object"),),
    "Repeal": (("agent", "repealed", "object"),),
    "Forwarding": (("agent", "forwarded", "object"),),
    "Reporting": (("agent", "reported", "object"),),
    "Notification": (("agent", "exposed", "object"), ("agent", "exposed", "patient")),
    "Clearing": (("agent", "cleared", "patient"), ("patient", "clearedAt", "place")),
    "AccuserHandling": (("agent", "handledAccuser", "patient"),),
    "Accusation": (("agent", "accused", "patient"),),
    "Investigation": (("agent", "investigated", "patient"), ("patient", "underInvestigation", "place")),
    "Appointment": (("agent", "appointed", "patient"), *OFFICE),
    "Removal": (("agent", "removed", "patient"), *OFFICE),
    "Inspection": (("agent", "inspected", "patient"),),
    "Tenure": (("member", "heldPost", "role"), ("member", "memberOf", "organization")),
    "Publication": (("object", "publishedBy", "agent"),),
    "Republication": (("object", "publishedBy", "agent"),),
    "Requirement": (("prescribedBy", "prescribes", "mechanism"), ("mechanism", "basedOn", "basedOn")),
    **dict.fromkeys(SANCTIONS, (("agent", "punished", "patient"), ("patient", "sanctionedWith", "measure"))),
}
"""Kind of fact -> (role of the source, predicate, role of the target)."""
ORDERS = {
    "voc/doc-act/revise": "ordersRevisionOf",
    "voc/doc-act/draft": "ordersDraftingOf",
    "voc/doc-act/issue": "ordersDraftingOf",
}
"""An act on a document that a document demands -> the edge that says it is an order."""
STRUCTURE = {"jurisdiction": "locatedIn", "subOrganizationOf": "partOf", "containedInPlace": "containedIn"}
"""Properties of entities that are edges too."""
TOLD_OF = frozenset({"sanctionedWith", "underInvestigation"}) | criminal.OF_PATIENT
"""Blaming edges that lead away from who is blamed."""
BLAMING = frozenset({"accused", "exposed", "punished", "investigated"}) | criminal.OF_AGENT | TOLD_OF
"""Edges that whoever was cleared must not stand at the receiving end of."""
Key = tuple[str, str, str]


def edges(
    facts: Iterable[Fact], entities: Mapping[str, Entity], vocabulary: Vocabulary
) -> tuple[tuple[Edge, ...], tuple[Refusal, ...]]:
    """Every edge, sorted, and those held back because their target was cleared."""
    told = list(facts)
    cleared = {
        p for f in told if f.kind == "Clearing" and f.stance == "asserted" for p in f.fillers("patient")
    }
    void = undone(told)
    found: dict[Key, dict[str, Fact]] = {}
    held: list[Refusal] = []
    for fact in told:
        for key in of_fact(fact, entities, vocabulary):
            source, predicate, target = key
            blamed = source if predicate in TOLD_OF else target
            if fact.id in void:
                held.append(refusal(fact, key, "overturned", "was taken back, no edge"))
            elif predicate in BLAMING and blamed in cleared:
                held.append(refusal(fact, key, "cleared", "was cleared, no blaming edge"))
            else:
                found.setdefault(key, {})[fact.id] = fact
    drawn = [Edge(*key, tuple(sorted(by)), proof(by.values(), key[2])) for key, by in found.items()]
    drawn += structure(entities, set(found))
    held.sort(key=lambda r: (r.span.doc, r.span.start, r.text))
    return tuple(sorted(drawn, key=lambda e: (e.source, e.predicate, e.target))), tuple(held)


def of_fact(fact: Fact, entities: Mapping[str, Entity], vocabulary: Vocabulary) -> Iterator[Key]:
    """The edges of one fact."""
    if fact.stance != "asserted" and fact.kind != "Requirement":
        return
    for source_role, predicate, target_role in RULES.get(fact.kind, ()):
        for source in fact.fillers(source_role):
            for target in fact.fillers(target_role):
                if source != target and fits(source, predicate, target, entities, vocabulary):
                    yield source, predicate, target
    yield from (k for k in criminal.of_proceeding(fact) if fits(*k, entities, vocabulary))
    yield from reports(fact)
    yield from orders(fact)


def reports(fact: Fact) -> Iterator[Key]:
    """An investigation without a place is known from a text only."""
    if fact.kind == "Investigation" and not fact.fillers("place"):
        docs = sorted({w.doc for w in fact.witnesses})
        yield from ((p, "underInvestigation", f"text/{d}") for p in fact.fillers("patient") for d in docs)


def orders(fact: Fact) -> Iterator[Key]:
    """What a document orders to be done to another."""
    acts = [ORDERS[a] for a in fact.fillers("requiresAct") if a in ORDERS]
    ends = [(s, t) for s in fact.fillers("prescribedBy") for t in fact.fillers("object")]
    yield from ((source, act, target) for act in acts for source, target in ends)


def fits(
    source: str, predicate: str, target: str, entities: Mapping[str, Entity], vocabulary: Vocabulary
) -> bool:
    """Whether an edge may stand between two nodes: what a court does is no general blame, and so on."""
    kind = entities[source].kind if source in entities else ""
    if predicate in criminal.OF_AGENT:
        return criminal.may(kind, predicate)
    if predicate in ("heldPost", "memberOf"):
        return kind == "Person"
    if predicate == "prescribes":
        return vocabulary.is_a(kind, "Document")
    if predicate == "exposed" and target in entities:
        return entities[target].kind != "AgentGroup"
    return True


def proof(facts: Iterable[Fact], target: str) -> tuple[Evidence, ...]:
    """The evidence of some facts, each stretch once, in the order of the texts; towards a text its own."""
    folder, _, doc = target.partition("/")
    found = {
        (e.span.doc, e.span.start, e.span.end): e
        for f in facts
        for w in f.witnesses
        if folder != "text" or w.doc == doc or f.kind != "Investigation"
        for e in w.evidence
    }
    return tuple(found[key] for key in sorted(found))


def structure(entities: Mapping[str, Entity], taken: set[Key]) -> list[Edge]:
    """Where bodies are, what they are part of, and what places lie in: by name and gazetteer."""
    found = []
    for local, entity in entities.items():
        for item in entity.properties:
            predicate = STRUCTURE.get(item.predicate)
            if predicate and isinstance(item.value, Ref) and (local, predicate, item.value.id) not in taken:
                found.append(Edge(local, predicate, item.value.id, (), entity.mentions[:1]))
    return found


def refusal(fact: Fact, key: Key, rule: str, why: str) -> Refusal:
    """Why an edge was not drawn."""
    evidence = fact.witnesses[0].evidence[0]
    return Refusal(evidence.span, evidence.quote, f"graph.edges.{rule}", f"{' '.join(key)}: {why}")
