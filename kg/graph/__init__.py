"""Readings -> the graph that is published. "What is one fact, and who says so?".

claims -> drafts (roles filled with ids) -> facts (drafts that tell of one thing) -> links -> edges
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kg.disk import Shelf, Sorter
from kg.disk.rows import (
    as_document,
    as_edge,
    as_fact,
    as_issue,
    as_refusal,
    document,
    edge,
    fact,
    issue,
    refusal,
)
from kg.gazetteer import Gazetteer
from kg.graph.built import Built
from kg.graph.careers import personnel, post
from kg.graph.doubts import Doubter
from kg.graph.draft import Desk, Draft
from kg.graph.edges import Drawing
from kg.graph.effect import tell_ends
from kg.graph.facts import Facts
from kg.graph.group import groups
from kg.graph.handling import accusation, clearing, investigation, lifting, overturning, sanction
from kg.graph.judged import reviewed
from kg.graph.label import label
from kg.graph.link import link
from kg.graph.lists import tell_lists
from kg.graph.names import Names
from kg.graph.other import other
from kg.graph.overlap import overlaps
from kg.graph.papers import exposure, inspection, issuance, publication, report
from kg.graph.reversal import reverse
from kg.graph.sayings import alias, characterisation, conduct, definition, requirement, statement, trend
from kg.graph.sources import weigh
from kg.graph.texts import see_text
from kg.graph.unite import Drafts, by_id, unite
from kg.kept.readings import Readings
from kg.lexicon import Lexicon
from kg.model import Fact, Graph, Issue, Refusal
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.resolve import World, resolve
from kg.resolve.changes import tell_changes
from kg.resolve.judgements import Judgements
from kg.resolve.links import tell_links
from kg.vocab import Vocabulary

DRAFTERS: dict[str, Callable[[Desk], Iterator[Draft]]] = {
    "accusation": accusation,
    "alias": alias,
    "appointment": personnel,
    "characterisation": characterisation,
    "clearing": clearing,
    "conduct": conduct,
    "definition": definition,
    "exposure": exposure,
    "inspection": inspection,
    "investigation": investigation,
    "issuance": issuance,
    "lifting": lifting,
    "overturning": overturning,
    "judicial": sanction,
    "post": post,
    "publication": publication,
    "removal": personnel,
    "report": report,
    "republication": publication,
    "requirement": requirement,
    "sanction": sanction,
    "statement": statement,
    "trend": trend,
}
"""Type of claim -> the rule that drafts its facts."""
DEALT_WITH = frozenset({"clearing", "sanction"})
"""Types of claims about those who were accused, or who accused."""


def assemble(
    readings: Iterable[Reading],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    vocabulary: Vocabulary,
    judged: Judgements | None = None,
) -> Graph:
    """The graph of some texts, in whatever order they come; ``Readings`` need not fit into memory."""
    if not isinstance(readings, Readings):
        readings = sorted(readings, key=lambda r: r.document.id)
    world = resolve(readings, lexicon, gazetteer, vocabulary, judged)
    texts = Texts()
    drafts = Drafts()
    for reading in readings:
        texts.take(reading)
        for draft in drafted(reading, world):
            drafts.add(draft)
    weigh(texts.documents, world)
    facts = by_id(reviewed(unite(drafts, world), world))
    groups(facts, world)
    link(facts, vocabulary)
    reverse(facts)
    tell_ends(facts, vocabulary)
    tell_changes(world.register, lexicon)
    tell_links(world.register, vocabulary)
    tell_lists(world.register, texts.documents, lexicon)
    overlaps(facts, world.register, lexicon)
    texts.add(world.issues, world.refusals)
    names = Names(world.register.entities())
    del world  # all that is still asked of the entities is in the names and on their shelf
    return finished(facts, names, texts, vocabulary)


class Texts:
    """What goes from the readings to the graph as it is: texts, doubts, and what was dropped."""

    def __init__(self) -> None:
        self.documents = Shelf(document, as_document)
        self.issues, self.refusals = Sorter(), Sorter()

    def take(self, reading: Reading) -> None:
        """Take in what one text gives."""
        self.documents.append(reading.document)
        self.add(reading.issues, reading.refusals)

    def add(self, issues: Iterable[Issue], refusals: Iterable[Refusal] = ()) -> None:
        """Take in doubts and what was dropped."""
        for found in issues:
            self.issues.add(issue(found))
        for dropped in refusals:
            self.refusals.add(refusal(dropped))


def finished(facts: Facts, names: Names, texts: Texts, vocabulary: Vocabulary) -> Graph:
    """The graph: facts as they are published, the edges drawn from them, the doubts about them."""
    drawing, doubter = Drawing(facts.decisions(), names, vocabulary), Doubter(names, vocabulary)
    for text in texts.documents:
        texts.add(doubter.of_text(text))
    published = Shelf(fact, as_fact)
    for built in facts:
        told = finish(built, label(built, names, vocabulary))
        published.append(told)
        drawing.take(told)
        texts.add(doubter.of_fact(built), drawing.held)
    texts.add(doubter.without_facts())
    for entity in names.shelf:
        drawing.stand(entity)
    edges = Shelf(edge, as_edge)
    for drawn in drawing.edges():
        edges.append(drawn)
    issues, refusals = Shelf(issue, as_issue), Shelf(refusal, as_refusal)
    for row, _ in groupby(texts.issues):
        issues.append_row(row)
    for row in texts.refusals:
        refusals.append_row(row)
    return Graph(texts.documents, names.shelf, published, edges, issues, refusals)


def drafted(reading: Reading, world: World) -> Iterator[Draft]:
    """The drafts of one text; an act told as a plan is left to the demand that orders it."""
    world.enter(reading)
    see_text(reading.document, world)
    orders = [c for c in reading.claims if c.type == "requirement" and c.all("requires_act")]
    told = {
        (f.start, f.end)
        for c in reading.claims
        if c.type in DEALT_WITH
        for f in c.fillers
        if f.role == "target"
    }
    for claim in reading.claims:
        if not ordered(claim, orders) and not attribute(claim, told):
            yield from DRAFTERS.get(claim.type, other)(Desk(reading, claim, world))


def ordered(claim: Claim, orders: list[Claim]) -> bool:
    """Whether a planned act on a document is the same words as an order to do it."""
    planned = claim.type == "issuance" and claim.stance == "planned"
    return planned and any(o.start < claim.end and claim.start < o.end for o in orders)


def attribute(claim: Claim, told: set[tuple[int, int]]) -> bool:
    """Whether an accusation has one side only, told of elsewhere: 32名受到不实举报的干部, then cleared.

    The complaint is then the ground of the clearing (or of the handling), not an event beside it.
    """
    sides = [f for f in claim.fillers if f.role in ("agent", "target")]
    return claim.type == "accusation" and len(sides) == 1 and (sides[0].start, sides[0].end) in told


def finish(built: Built, name: str) -> Fact:
    """A built fact as it is published."""
    order = {role: n for n, role in enumerate(dict.fromkeys(r.name for r in built.roles))}
    return Fact(
        id=built.id,
        kind=built.kind,
        label=name,
        roles=tuple(sorted(built.roles, key=lambda r: (order[r.name], r.filler))),
        properties=tuple(sorted(built.properties, key=lambda p: (p.predicate, str(p.value)))),
        time=replace(built.time),
        agent_status=built.status,
        stance=built.stance,
        confidence=built.confidence,
        witnesses=tuple(sorted(built.witnesses, key=lambda w: (w.doc, w.evidence[0].span.start, w.id))),
    )
