"""What a document or speaker says something is: 领导干部是…的引领者."""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler
from kg.relate.page import Clause, Page
from kg.relate.speech import DEMAND, LIKE, Speech

SUBJECT = range(2, 16)
"""Characters that the thing defined may have."""


def definitions(page: Page, speeches: list[Speech]) -> list[Claim]:
    """Clauses of a demand's speaker that say what a thing is."""
    return [
        defined(page, speech, clause)
        for speech in speeches
        if speech.kind == DEMAND
        for clauses in speech.parts
        for clause in clauses
        if defines(page, clause)
    ]


def copula(page: Page, clause: Clause) -> Atom | None:
    """The first verb of being in a clause."""
    if "discourse.definition.is" not in clause.scene.spoken:
        return None
    words = clause.atoms("word")
    return next((a for a in words if page.lexicon.is_a(a.text, "discourse.definition.is")), None)


def defines(page: Page, clause: Clause) -> bool:
    """Whether a clause says of a noun at its beginning what it is."""
    if page.leads(clause, *LIKE):
        return False
    verb = copula(page, clause)
    return verb is not None and verb.start - clause.start in SUBJECT and verb.end < clause.end


def defined(page: Page, speech: Speech, clause: Clause) -> Claim:
    """The definition as a claim."""
    words = page.context.document.text[clause.start : clause.end]
    fillers = (speech.spoken_at(clause.start), Filler("content", words, clause.start, clause.end))
    return Claim("definition", fillers, clause.start, clause.end, "relate.definition")
