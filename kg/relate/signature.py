"""The signature below a notice: a line with the body's name, a line with the date. "Who signs it, and when?".

A document that a text puts out (《…》…现印发给你们) is issued by who signs the text, on the day it is signed
(党政机关公文处理工作条例 第九条: 发文机关署名、成文日期).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.recognise.line import Atom
from kg.relate.claim import Claim, filler
from kg.relate.page import Page
from kg.relate.story import Scene


def signatures(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, those of documents put out here completed by the signature below them."""
    signed = [(a, b) for a, b in pairwise(page.scenes) if dated(b) and signer(a) is not None]
    adopted = {c.start for c in claims if c.type == "issuance" and "adopt" in c.all("action")}
    return [complete(page, claim, signed, adopted) for claim in claims] if signed else claims


def signer(scene: Scene) -> Atom | None:
    """The body whose name is all that a sentence says."""
    if any(a.kind not in ("place", "agency") for a in scene.line) or scene.line[-1].kind != "agency":
        return None
    return scene.line[-1]


def dated(scene: Scene) -> bool:
    """Whether a sentence is nothing but a date."""
    return len(scene.line) == 1 and scene.line[0].kind == "date"


def complete(page: Page, claim: Claim, signed: list[tuple[Scene, Scene]], adopted: set[int]) -> Claim:
    """The claim with the agent and day of the signature below it, if it is of a document put out here.

    Where its sentence tells of the adoption too, the day in it is that of the adoption.
    """
    below = next(((a, b) for a, b in signed if a.start >= claim.end), None)
    if claim.type != "issuance" or below is None or "issue" not in claim.all("action"):
        return claim
    words = page.context.document.folded[claim.start : claim.end]
    if not any(page.lexicon.begins("act.here", words, at) for at in range(len(words))):
        return claim
    body, day = below
    agent = signer(body)
    if agent is None:
        return claim
    fillers = (*(f for f in claim.fillers if f.role != "agent"), filler("agent", agent))
    time = next(iter(day.times.values()), claim.time)
    told = claim.time.edtf and claim.start not in adopted
    return replace(claim, fillers=fillers, time=claim.time if told else time)
