"""Rules over the whole document, run when every sentence has been read.

First those that add claims (what speakers demand and state, what is defined, named, published), then those
that look at the claims made: demands taken for events are dropped, grounds and acting organs added.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.relate.accusation import accusations
from kg.relate.accused import accused
from kg.relate.alias import aliases
from kg.relate.characterisation import characterisations
from kg.relate.claim import Claim
from kg.relate.conduct import conducts
from kg.relate.definition import definitions
from kg.relate.demanded import without_demands
from kg.relate.exposed import exposed
from kg.relate.feedback import fed_back
from kg.relate.ground import grounds
from kg.relate.lost import lost
from kg.relate.orders import orders
from kg.relate.organs import organs
from kg.relate.page import Page
from kg.relate.publication import publications
from kg.relate.requirement import requirements
from kg.relate.served import served
from kg.relate.signature import signatures
from kg.relate.speech import Speech, speeches
from kg.relate.statement import statements
from kg.relate.total import totals
from kg.relate.trend import trends

SPOKEN: tuple[tuple[str, Callable[[Page, list[Speech]], list[Claim]]], ...] = (
    ("requirement", requirements),
    ("definition", definitions),
    ("statement", statements),
    ("trend", trends),
    ("conduct", conducts),
    ("accusation", accusations),
)
"""Rules that give the claims they find, knowing who speaks where."""
SEEN: tuple[tuple[str, Callable[[Page], list[Claim]]], ...] = (
    ("alias", aliases),
    ("characterisation", characterisations),
    ("publication", publications),
)
"""Rules that give the claims they find, whoever speaks."""
AMENDING: tuple[tuple[str, Callable[[Page, list[Claim]], list[Claim]]], ...] = (
    ("demanded", without_demands),
    ("served", served),
    ("lost", lost),
    ("total", totals),
    ("ground", grounds),
    ("accused", accused),
    ("organs", organs),
    ("signatures", signatures),
    ("orders", orders),
    ("fed_back", fed_back),
    ("exposed", exposed),
)
"""Rules that give back the claims, some dropped or completed."""


def discourse(page: Page) -> list[Claim]:
    """Every claim of a document: those of its sentences, completed, and those of its discourse, in order."""
    spoken = speeches(page)
    claims = [*page.claims, *(c for _, rule in SPOKEN for c in rule(page, spoken))]
    claims += [c for _, rule in SEEN for c in rule(page)]
    for _, amend in AMENDING:
        claims = amend(page, claims)
    return sorted(claims, key=lambda c: c.start)
