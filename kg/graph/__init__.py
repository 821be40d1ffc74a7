"""Readings -> the graph that is published. "What is one fact, and who says so?".

claims -> drafts (roles filled with ids) -> facts (drafts that tell of one thing) -> links -> edges
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.graph.careers import personnel, post
from kg.graph.doubts import doubts
from kg.graph.draft import Desk, Draft
from kg.graph.edges import edges
from kg.graph.effect import tell_ends
from kg.graph.handling import accusation, clearing, investigation, lifting, overturning, sanction
from kg.graph.judged import reviewed
from kg.graph.label import label
from kg.graph.link import link
from kg.graph.lists import tell_lists
from kg.graph.other import other
from kg.graph.overlap import overlaps
from kg.graph.papers import exposure, inspection, issuance, publication, report
from kg.graph.reversal import reverse
from kg.graph.sayings import alias, characterisation, conduct, definition, requirement, statement, trend
from kg.graph.sources import weigh
from kg.graph.texts import see_text
from kg.graph.unite import Built, groups, unite
from kg.lexicon import Lexicon
from kg.model import Fact, Graph
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
    """The graph of some texts, which come in the order of their ids, as often as they are asked for."""
    read = readings
    world = resolve(read, lexicon, gazetteer, vocabulary, judged)
    drafts = [d for reading in read for d in drafted(reading, world)]
    weigh((r.document for r in read), world)
    built, rejected = reviewed(unite(drafts, world), world)
    groups(built, world)
    link(built, vocabulary)
    reverse(built)
    tell_ends(built, vocabulary)
    tell_changes(world.register, lexicon)
    tell_links(world.register, vocabulary)
    tell_lists(world.register, (r.document for r in read), lexicon)
    entities = {e.id: e for e in world.register.entities()}
    overlaps(built, entities, lexicon)
    names = {local: e.label for local, e in entities.items()}
    facts = [finished(b, label(b, names, vocabulary)) for b in built]
    drawn, held = edges(facts, entities, vocabulary)
    documents = tuple(r.document for r in read)
    found = [
        *(i for r in read for i in r.issues),
        *world.issues,
        *doubts(built, documents, entities, vocabulary),
    ]
    refused = [*(x for r in read for x in r.refusals), *world.refusals, *held, *rejected]
    return Graph(
        documents,
        tuple(entities.values()),
        tuple(facts),
        drawn,
        tuple(sorted(set(found), key=lambda i: (i.doc, i.start, i.end, i.code, i.detail))),
        tuple(sorted(refused, key=lambda x: (x.span.doc, x.span.start, x.span.end, x.rule, x.reason))),
    )


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


def finished(built: Built, name: str) -> Fact:
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
