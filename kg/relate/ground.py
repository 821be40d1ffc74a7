"""What for: conduct named in exposures and sanctions, the complaint behind clearings and accusations."""

from __future__ import annotations

from dataclasses import replace

from kg.relate.claim import Claim, Filler
from kg.relate.conduct import named_conduct
from kg.relate.page import Page
from kg.relate.wordfinder import Found

CONDUCT = frozenset({"exposure", "sanction"})
CAUSE, PARTY = 80, 60
"""Characters before a measure in which its cause stands, and behind a party its complaint."""
COMPLAINT = frozenset({"clearing", "accusation"})


def grounds(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, with the grounds that their own sentence names."""
    return [grounded(page, claim) for claim in claims]


def grounded(page: Page, claim: Claim) -> Claim:
    """One claim with its grounds."""
    if claim.stance != "asserted" or claim.all("ground"):
        return claim
    found: list[Filler] = []
    if claim.type in CONDUCT:
        found = by_conduct(page, claim)
    elif claim.type in COMPLAINT:
        found = by_complaint(page, claim)
    return replace(claim, fillers=(*claim.fillers, *found)) if found else claim


def by_conduct(page: Page, claim: Claim) -> list[Filler]:
    """The conduct named in a claim's sentence.

    Of counted cases all of it; of a single case told what its first clause of conduct names, which it is
    filed under; of a sanction what stands before it.
    """
    if claim.type == "sanction":
        return codes(named_conduct(page, *before_measure(claim)))
    found = named_conduct(page, claim.start, claim.end)
    if found and not claim.all("count"):
        filed = page.clause_holding(found[0].start)
        found = [f for f in found if filed is None or f.start < filed.end]
    return codes(found)


def before_measure(claim: Claim) -> tuple[int, int]:
    """The words between the party punished and the measure, where conduct is told as its cause."""
    measures = [f.start for f in claim.fillers if f.role == "measure" and f.start >= claim.start]
    end = min(measures, default=claim.start)
    parties = [f.end for f in claim.fillers if f.role == "target" and claim.start <= f.start < end]
    return max(parties, default=max(claim.start, end - CAUSE)), end


def by_complaint(page: Page, claim: Claim) -> list[Filler]:
    """The kind of complaint that stands with the party cleared or accused."""
    party = [f.start for f in claim.fillers if f.role in ("target", "agent") and f.start >= claim.start]
    start = min(party, default=claim.start)
    first = next(
        page.finder("scheme.complaint").scan(page.text, start, max(start, min(claim.end, start + PARTY))),
        None,
    )
    return codes([first]) if first else []


def codes(found: list[Found]) -> list[Filler]:
    """Words as codes of their vocabulary, each once."""
    seen: dict[str, Filler] = {}
    for one in found:
        seen.setdefault(one.word.value, Filler("ground", one.word.value, one.start, one.end))
    return list(seen.values())
