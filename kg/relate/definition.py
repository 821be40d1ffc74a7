"""What a document or speaker says something is: 领导干部是…的引领者."""

from __future__ import annotations

from dataclasses import replace

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
        if copula(page, clause)
    ]


def copula(page: Page, clause: Clause) -> bool:
    """Whether a clause says of a noun at its beginning what it is."""
    if page.opens(clause.text, *LIKE):
        return False
    verb = next((a for a in clause.atoms("word") if page.lexicon.is_a(a.text, "discourse.definition.is")), None)
    return verb is not None and verb.start - clause.start in SUBJECT and verb.end < clause.end


def defined(page: Page, speech: Speech, clause: Clause) -> Claim:
    """The definition as a claim."""
    words = page.context.document.text[clause.start : clause.end]
    said = speech.speaker if clause.start - speech.speaker.end < 4 else replace(speech.speaker, start=-1, end=-1)
    fillers = (said, Filler("content", words, clause.start, clause.end))
    return Claim("definition", fillers, clause.start, clause.end, "relate.definition")
