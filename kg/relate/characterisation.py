"""What someone is called: 是“…”的典型. Said of the person the clause, or the sentence, is about."""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.definition import copula
from kg.relate.page import Clause, Page


def characterisations(page: Page) -> list[Claim]:
    """The characterisations of persons in a document."""
    return [
        claim
        for scene in page.scenes
        for clause in page.clauses[scene.start]
        if (claim := characterised(page, clause)) is not None
    ]


def characterised(page: Page, clause: Clause) -> Claim | None:
    """The claim of a clause of the form (somebody) 是 … 的典型."""
    head = page.finder("discourse.characterisation.head").ends(clause.text)
    verb = copula(page, clause) if head is not None else None
    if head is None or verb is None or verb.end >= clause.end - len(head.text):
        return None
    subject = said_of(clause, verb)
    if subject is None or not page.lexicon.is_a(page.text[clause.end - len(head.text) - 1], "demand.of"):
        return None
    words = page.context.document.text[verb.end : clause.end]
    fillers = (filler("patient", subject), Filler("content", words, verb.end, clause.end))
    return Claim("characterisation", fillers, verb.start, clause.end, "relate.characterisation")


def said_of(clause: Clause, verb: Atom) -> Atom | None:
    """The person before the verb in its clause; where the verb opens it, the last one of the sentence."""
    before = [a for a in clause.scene.line if a.kind == "person" and a.end <= verb.start]
    if not before or before[-1].start < clause.start < verb.start:
        return None
    return before[-1]
