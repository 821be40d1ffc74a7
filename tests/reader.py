"""What one invented text says, read by the whole pipeline: its claims, as roles and words."""

from __future__ import annotations

from functools import cache

from built import document, resources

from kg import pipeline
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.values import AgencyValue, DocumentValue, GroupValue, PersonValue


@cache
def reading(text: str, published: str = "2023-05-09") -> Reading:
    """The reading of a text."""
    return pipeline.extract(document(text, "case", published), resources())


def claims(text: str, kind: str) -> list[Claim]:
    """The claims of one type."""
    return [c for c in reading(text).claims if c.type == kind]


def words(text: str, claim: Claim) -> str:
    """The words a claim rests on."""
    return text[claim.start : claim.end]


def values(claim: Claim, role: str) -> list[object]:
    """The fillers of a role, as a reader would name them."""
    return [spelt(v) for v in claim.all(role)]


def spelt(value: object) -> object:
    """The name of a filler."""
    match value:
        case DocumentValue(title=title):
            return title
        case AgencyValue():
            return value.label
        case PersonValue(name=name):
            return name
        case GroupValue(count=count):
            return count
    return value
