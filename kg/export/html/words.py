"""What the page needs to know of the vocabulary: labels in two languages, rank and parent class."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

LANGUAGES = ("zh", "en")


class Vocabulary(Protocol):
    """The part of ``kg.vocab.Vocabulary`` the page reads."""

    def label(self, local: str, lang: str) -> str:
        """Label of a class, property, role or ``voc/…`` term; empty when there is none."""

    def rank(self, local: str) -> int | None:
        """Weight of a measure inside its own scheme, 1 the lightest; ``None`` when it has none."""

    def parent(self, local: str) -> str:
        """Broader class (``PartyCommittee`` -> ``PartyOrganization``), empty at the top."""


def entry(vocabulary: Vocabulary, local: str) -> list[str]:
    """``[zh, en]`` of a term; the term itself stands in where a label is missing."""
    return [vocabulary.label(local, lang) or local for lang in LANGUAGES]


def ancestors(vocabulary: Vocabulary, local: str) -> tuple[str, ...]:
    """The class and every broader one, nearest first; a circle in the data ends the walk."""
    found: list[str] = []
    while local and local not in found:
        found.append(local)
        local = vocabulary.parent(local)
    return tuple(found)


def table(vocabulary: Vocabulary, locals_: Iterable[str]) -> dict[str, list[str]]:
    """Labels by term, sorted by term."""
    return {local: entry(vocabulary, local) for local in sorted(set(locals_))}
