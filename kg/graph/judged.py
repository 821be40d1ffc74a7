"""What people judged of claims: rejected, accepted, corrected. A fact is what its claims left say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.graph.draft import Draft
from kg.graph.unite import Built, made, witness_id
from kg.model import Refusal, Time, Witness
from kg.normalise.date import parse_partial
from kg.resolve import World
from kg.resolve.judgements import CLAIMS, DATE, Judgement, doubt

MARKS = {"accept": "accepted", "correct": "corrected"}
"""What a claim is marked as by a verdict (scheme ``review-status``)."""


def reviewed(facts: list[Built], world: World) -> tuple[list[Built], list[Refusal]]:
    """Apply what people judged of claims: a fact is what its claims left say, and without one none."""
    told = {w.id for f in facts for w in f.witnesses}
    unknown = [j for j in world.judged.made if j.verdict in CLAIMS and j.one not in told]
    world.issues += [doubt("J02", j.line, j.row(), "no such claim in these texts") for j in unknown]
    kept: list[Built] = []
    rejected: list[Refusal] = []
    for fact in facts if world.judged.claims else []:
        verdicts = {w.id: j for w in fact.witnesses if (j := world.judged.on_claim(w.id))}
        kept += [judged(fact, verdicts, world)] if left(fact, verdicts) else []
        rejected += [r for w in fact.witnesses if (r := refused(w, verdicts.get(w.id)))]
    return kept if world.judged.claims else facts, rejected


def left(fact: Built, verdicts: Mapping[str, Judgement]) -> list[Draft]:
    """The drafts of a fact that nobody rejected."""
    gone = {i for i, j in verdicts.items() if j.verdict == "reject"}
    return [d for d in fact.drafts if witness_id(fact.id, d) not in gone]


def refused(witness: Witness, judgement: Judgement | None) -> Refusal | None:
    """A claim that somebody rejected, with who and why."""
    if judgement is None or judgement.verdict != "reject":
        return None
    why = f"{witness.id} rejected by {judgement.who}: {judgement.why}"
    return Refusal(witness.evidence[0].span, witness.evidence[0].quote, "judgement", why)


def judged(fact: Built, verdicts: Mapping[str, Judgement], world: World) -> Built:
    """A fact under the judgements on its claims: made anew without the rejected, then corrected."""
    drafts = left(fact, verdicts)
    found = made(fact.id, drafts, fact.time, world) if len(drafts) < len(fact.drafts) else fact
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
