"""What the page says and writes for the terms of the ontology: labels, ranks, broader classes, IRIs."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

LANGUAGES = ("zh", "en")
SPECIAL = {
    "Appointment/role": NAMESPACE + "post",
    "Removal/role": NAMESPACE + "post",
    "Tenure/organization": "http://www.w3.org/ns/org#organization",
}
"""Roles that one class writes with another property: W3C ORG has words for memberships, not for changes."""


def label(vocabulary: Vocabulary, local: str, lang: str) -> str:
    """Label of a class, property, role or ``voc/…`` term in ``zh`` or ``en``; empty when there is none.

    A measure has its full name in Chinese (which body of law it belongs to shows in it), and the scheme
    in brackets does the same in English where two schemes share a word.
    """
    if concept := vocabulary.concept(local) if local.startswith("voc/") else None:
        return concept.name if lang == "zh" else _english(vocabulary, concept.scheme, concept.en)
    term = vocabulary.classes.get(local) or vocabulary.properties.get(local)
    return "" if term is None else (term.zh if lang == "zh" else term.en)


def _english(vocabulary: Vocabulary, scheme: str, text: str) -> str:
    same = {c.scheme for c in vocabulary.concepts.values() if c.en == text and c.rank is not None}
    alone = same <= {scheme} or scheme not in same
    return text if alone else f"{text} ({vocabulary.schemes[scheme].en})"


def rank(vocabulary: Vocabulary, local: str) -> int | None:
    """Weight of a measure inside its own scheme, 1 the lightest; ``None`` when it has none."""
    concept = vocabulary.concept(local) if local.startswith("voc/") else None
    return concept.rank if concept else None


def band(vocabulary: Vocabulary, local: str) -> str:
    """Band of a measure across the schemes, as ``voc/severity-band/…``; empty where no law places it."""
    concept = vocabulary.concept(local) if local.startswith("voc/") else None
    return f"voc/severity-band/{concept.band}" if concept and concept.band else ""


def table(vocabulary: Vocabulary, locals_: Iterable[str]) -> dict[str, list[str]]:
    """``{term: [zh, en]}``, sorted; its code stands in where a label is missing."""
    return {
        name: [label(vocabulary, name, lang) or name.rsplit("/", 1)[-1] for lang in LANGUAGES]
        for name in sorted(set(locals_))
    }


def iris(vocabulary: Vocabulary, names: Iterable[str]) -> dict[str, str]:
    """IRIs of properties that are not simply ``kg:`` and the name; what the Turtle writes."""
    found = {n: t.iri for n in sorted(set(names)) if (t := vocabulary.properties.get(n))}
    return {n: i for n, i in found.items() if i != NAMESPACE + n} | SPECIAL
