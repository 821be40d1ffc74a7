"""Notices that expose nobody: a body that only reports figures or speaks makes no case public.

What is exposed is a case of wrongdoing; a source (据某纪委通报) or speech (通报说) alone may tell of totals.
"""

from __future__ import annotations

from kg.relate.claim import Claim
from kg.relate.page import Page
from kg.values import PersonValue

UNTOLD = ("exposure.sourced", "exposure.notice")
"""Ends of the names of rules that do not look for the case."""
ACTS = ("sanction", "judicial", "investigation", "removal")
"""Types of claims that tell what somebody in a case underwent."""


def exposed(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, exposures dropped whose case is in no sentence from there on."""
    told = [c.start for c in claims if c.type in ACTS and a_case(c)]
    last = max(told, default=-1)
    return [c for c in claims if not c.rule.endswith(UNTOLD) or c.start <= last]


def a_case(claim: Claim) -> bool:
    """Whether an act is that of a case: an investigation, or what befalls a person with a name; no total."""
    named = any(isinstance(value, PersonValue) for value in claim.all("target"))
    return claim.type == "investigation" or named
