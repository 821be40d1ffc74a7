"""What people judged of claims: rejected, accepted, corrected. A fact is what its claims left say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.built import Built
from kg.graph.draft import Draft
from kg.graph.unite import made, witness_id
from kg.model import Refusal, Time, Witness
from kg.normalise.date import parse_partial
from kg.resolve import World
from kg.resolve.judgements import CLAIMS, DATE, Judgement, doubt

MARKS = {"accept": "accepted", "correct": "corrected"}
"""What a claim is marked as by a verdict (scheme ``review-status``)."""


def reviewed(facts: Iterable[tuple[Built, list[Draft]]], world: World) -> Iterator[Built]:
    """Apply what people judged of claims: a fact is what its claims left say, and without one none."""
    told: set[str] = set()
    for fact, drafts in facts:
        if not world.judged.claims:
            yield fact
            continue
        verdicts = {w.id: j for w in fact.witnesses if (j := world.judged.on_claim(w.id))}
        told |= set(verdicts)
        if left(fact, drafts, verdicts):
            yield judged(fact, drafts, verdicts, world)
        world.refusals += [r for w in fact.witnesses if (r := refused(w, verdicts.get(w.id)))]
    unknown = [j for j in world.judged.made if j.verdict in CLAIMS and j.one not in told]
    world.issues += [doubt("J02", j.line, j.row(), "no such claim in these texts") for j in unknown]


def left(fact: Built, drafts: list[Draft], verdicts: Mapping[str, Judgement]) -> list[Draft]:
    """The drafts of a fact that nobody rejected."""
    gone = {i for i, j in verdicts.items() if j.verdict == "reject"}
    return [d for d in drafts if witness_id(fact.id, d) not in gone] if gone else drafts


def refused(witness: Witness, judgement: Judgement | None) -> Refusal | None:
    """A claim that somebody rejected, with who and why."""
    if judgement is None or judgement.verdict != "reject":
        return None
    why = f"{witness.id} rejected by {judgement.who}: {judgement.why}"
    return Refusal(witness.evidence[0].span, witness.evidence[0].quote, "judgement", why)


def judged(fact: Built, drafts: list[Draft], verdicts: Mapping[str, Judgement], world: World) -> Built:
    """A fact under the judgements on its claims: made anew without the rejected, then corrected."""
    stay = left(fact, drafts, verdicts)
    found = made(fact.id, stay, fact.time, world) if len(stay) < len(drafts) else fact
    marks = {i: MARKS[j.verdict] for i, j in verdicts.items() if j.verdict in MARKS}
    for judgement in verdicts.values():
        if judgement.verdict == "correct" and not correct(found, judgement.other, world):
            why = f"{judgement.other} is no role and thing, or no date"
            world.issues.append(doubt("J01", judgement.line, judgement.row(), why))
            marks.pop(judgement.one, None)
    found.witnesses = tuple(replace(w, review=marks.get(w.id, w.review)) for w in found.witnesses)
    return found


def correct(fact: Built, mended: str, world: World) -> bool:
    """Give a role another filler, or the fact another date; False where that cannot be."""
    role, _, filler = mended.partition("=")
    if role == DATE:
        day = parse_partial(filler)
        if day is not None:
            fact.time = Time(day.edtf, filler, "", day.first().isoformat(), day.last().isoformat())
        return day is not None
    known = filler in world.register or world.vocabulary.concept(filler) is not None
    if known and role in {r.name for r in fact.roles}:
        fact.roles = [r for r in fact.roles if r.name != role]
        fact.known = set(fact.roles)
        fact.fill(role, filler)
        return True
    return False
