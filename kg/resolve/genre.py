"""Genres of documents and the classes they make: a law, a Party regulation, a notice, a decision."""

from __future__ import annotations

from kg.lexicon import Lexicon


def genre_code(genre: str, lexicon: Lexicon) -> str:
    """The code of a genre word."""
    return lexicon.value("scheme.genre", genre) or "other"


LAWS = frozenset({"law", "interpretation"})
REGULATIONS = frozenset(
    {"party-constitution", "norms", "regulations", "detailed-rules", "measures", "provisions", "rules"}
)
"""The seven names of Party regulations (《中国共产党党内法规制定条例》第五条); the State uses most too."""
LETTERS = frozenset(
    {"supervision-letter", "reminder-letter", "discipline-recommendation", "supervisory-recommendation"}
)
DECISIONS = frozenset({"sanction-decision", "gov-sanction-decision"})


def class_of(title: str, code: str, lexicon: Lexicon, *, of_party: bool) -> str:
    """The class of a document by genre, title and whether a Party organisation issued it."""
    of_party = of_party or any(w in title for w in lexicon.kind("doc.party"))
    of_state = any(title.startswith(w) for w in lexicon.kind("doc.state"))
    if code in LAWS or of_state:
        return "StateLaw"
    if code == "circular":
        return "NoticeDocument"
    if code in LETTERS:
        return "SupervisionLetter"
    if code in DECISIONS:
        return "DecisionDocument"
    if code in REGULATIONS:
        return "PartyRegulation" if of_party else "NormativeDocument"
    return "PartyNormativeDocument" if of_party else "NormativeDocument"
