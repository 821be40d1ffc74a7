"""What is said to go on in general, without an instance: 各地纷纷出台…政策, …的事例屡见报端. No event."""

from __future__ import annotations

from kg.relate.claim import Claim, Filler
from kg.relate.page import Clause, Page
from kg.relate.speech import Speech
from kg.relate.wordfinder import Found

REACH = 8
"""Characters between the general subject and what it does."""


def trends(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The trend statements of a document."""
    spoken = [(c.start, c.end) for s in speeches for part in s.parts for c in part]
    return [
        claim
        for scene in page.scenes
        for clause in page.clauses[scene.start]
        if (claim := plural(page, clause) or repeated(page, clause)) is not None
        and not any(start <= clause.start < end for start, end in spoken)
    ]


def plural(page: Page, clause: Clause) -> Claim | None:
    """A general plural that acts one after another: 全国各地陆续出台…."""
    subject = page.finder("discourse.trend.subject").at(page.text, clause.start, clause.end)
    if subject is None or clause.atoms("document"):
        return None
    adverb = after(page, subject.end, "discourse.trend.adverb")
    act = after(page, adverb.end, "discourse.trend.act") if adverb is not None else None
    if act is None:
        return None
    agent = Filler("agent", subject.word.text, subject.start, subject.end)
    return made(page, clause, (agent,))


def after(page: Page, at: int, kind: str) -> Found | None:
    """A word of some kind soon behind an offset."""
    return next(page.finder(kind).scan(page.text, at, at + REACH), None)


def repeated(page: Page, clause: Clause) -> Claim | None:
    """Instances said to be many: …的事例屡见报端."""
    predicate = page.finder("discourse.trend.predicate").ends(clause.text)
    if predicate is None:
        return None
    rest = clause.text[: -len(predicate.text)]
    return made(page, clause, ()) if page.finder("discourse.trend.instance").ends(rest) else None


def made(page: Page, clause: Clause, agent: tuple[Filler, ...]) -> Claim:
    """The claim of a clause, with the phrase of time before it (自…后) where its sentence opens with one."""
    start = clause.start
    first, *rest = page.clauses[clause.scene.start]
    if rest and page.opens(first.text, "discourse.since") and clause is rest[0]:
        start = first.start if page.finder("discourse.after").ends(first.text) else start
    words = page.context.document.text[clause.start : clause.end]
    fillers = (*agent, Filler("content", words, clause.start, clause.end))
    return Claim("trend", fillers, start, clause.end, "relate.trend", confidence=0.8)
