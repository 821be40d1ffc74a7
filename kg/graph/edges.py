"""Plain edges, drawn from asserted facts and from the structure of names and places.

An edge says less than its fact: it has no time and no stance, so only what is asserted makes one. Whoever was
cleared is no target of a blaming edge, whatever else is told, and a sanction that was taken back, or a charge
that ended in an acquittal, makes none: the facts keep both sides with their dates, the plain picture must not
show a cleared person as punished or accused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.disk import Sorter
from kg.disk.rows import as_evidence, stretch
from kg.graph import criminal
from kg.graph.built import Built
from kg.graph.names import Names
from kg.graph.reversal import fillers, undone
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


class Drawing:
    """The edges of a graph while its facts come by: what they rest on waits on the disk, edge by edge.

    ``decisions`` are the facts that clear somebody, undo something, or fall with an acquittal.
    """

    def __init__(self, decisions: Iterable[Fact | Built], names: Names, vocabulary: Vocabulary) -> None:
        self._names, self._vocabulary = names, vocabulary
        self._cleared: set[str] = set()
        self._void = undone(self._noting(decisions))
        self._waiting = Sorter()
        self.held: list[Refusal] = []
        """Edges of the last fact that were held back because it was undone, or their target cleared."""

    def _noting(self, facts: Iterable[Fact | Built]) -> Iterator[Fact | Built]:
        for fact in facts:
            if fact.kind == "Clearing" and fact.stance == "asserted":
                self._cleared |= set(fillers(fact, "patient"))
            yield fact

    def take(self, fact: Fact) -> None:
        """Draw the edges of a fact."""
        self.held = []
        for key in of_fact(fact, self._names, self._vocabulary):
            source, predicate, target = key
            blamed = source if predicate in TOLD_OF else target
            if fact.id in self._void:
                self.held.append(refusal(fact, key, "overturned", "was taken back, no edge"))
            elif predicate in BLAMING and blamed in self._cleared:
                self.held.append(refusal(fact, key, "cleared", "was cleared, no blaming edge"))
            else:
                self._waiting.add((*key, False, fact.id, tuple(map(stretch, proof(fact, target)))))

    def stand(self, entity: Entity) -> None:
        """Draw where a body is, what it is part of, and what a place lies in: by name and gazetteer."""
        for item in entity.properties:
            predicate = STRUCTURE.get(item.predicate)
            if predicate and isinstance(item.value, Ref):
                proven = tuple(map(stretch, entity.mentions[:1]))
                self._waiting.add((entity.id, predicate, item.value.id, True, "", proven))

    def edges(self) -> Iterator[Edge]:
        """Every edge, sorted; one that a fact tells does not stand a second time."""
        for (source, predicate, target), rows in groupby(self._waiting, key=lambda row: row[:3]):
            first, *more = rows
            if first[3]:
                for row in (first, *more):
                    yield Edge(source, predicate, target, (), tuple(map(as_evidence, row[5])))
                continue
            told = [row for row in (first, *more) if not row[3]]
            found = {place[:3]: place for row in told for place in row[5]}
            evidence = tuple(as_evidence(found[place]) for place in sorted(found))
            facts = tuple(dict.fromkeys(row[4] for row in told))
            yield Edge(source, predicate, target, facts, evidence)


def of_fact(fact: Fact, names: Names, vocabulary: Vocabulary) -> Iterator[Key]:
    """The edges of one fact."""
    if fact.stance != "asserted" and fact.kind != "Requirement":
        return
    for source_role, predicate, target_role in RULES.get(fact.kind, ()):
        for source in fact.fillers(source_role):
            for target in fact.fillers(target_role):
                if source != target and fits(source, predicate, target, names, vocabulary):
                    yield source, predicate, target
    yield from (k for k in criminal.of_proceeding(fact) if fits(*k, names, vocabulary))
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


def fits(source: str, predicate: str, target: str, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether an edge may stand between two nodes: what a court does is no general blame, and so on."""
    kind = names.kind(source)
    if predicate in criminal.OF_AGENT:
        return criminal.may(kind, predicate)
    if predicate in ("heldPost", "memberOf"):
        return kind == "Person"
    if predicate == "prescribes":
        return vocabulary.is_a(kind, "Document")
    return predicate != "exposed" or names.kind(target) != "AgentGroup"


def proof(fact: Fact, target: str) -> Iterator[Evidence]:
    """What an edge of a fact rests on; of an edge towards a text its own words alone."""
    folder, _, doc = target.partition("/")
    for witness in fact.witnesses:
        if folder != "text" or witness.doc == doc or fact.kind != "Investigation":
            yield from witness.evidence


def refusal(fact: Fact, key: Key, rule: str, why: str) -> Refusal:
    """Why an edge was not drawn."""
    evidence = fact.witnesses[0].evidence[0]
    return Refusal(evidence.span, evidence.quote, f"graph.edges.{rule}", f"{' '.join(key)}: {why}")
