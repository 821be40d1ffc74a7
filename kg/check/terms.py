"""Ontology and code speak of the same things: kinds of words, vocabulary terms, classes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.check.code import String
from kg.check.finding import Finding
from kg.lexicon import read_words
from kg.vocab import Vocabulary

_TERM = re.compile(r"voc/([a-z-]+)/([a-z0-9-]+)")


def unused_kinds(ontology: Path, strings: Iterable[String]) -> Iterator[Finding]:
    """Kinds of words of the lexicon that no line of the code asks for, by name or by family."""
    asked = {literal.value for literal in strings}
    for path in sorted((ontology / "lexicon").glob("*.tsv")):
        kinds = Counter(word.kind for word in read_words(path))
        for kind in sorted(kinds):
            parts = kind.split(".")
            families = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
            if not families & asked and not {f"{f}." for f in families} & asked:
                yield Finding(
                    f"lexicon/{path.name}", f"{kinds[kind]} words of kind {kind}, which nothing uses"
                )


def unknown_terms(ontology: Path, strings: Iterable[String]) -> Iterator[Finding]:
    """Vocabulary terms named in the code that no table holds."""
    vocabulary = Vocabulary.load(ontology)
    for literal in strings:
        for scheme, code in _TERM.findall(literal.value):
            if f"{scheme}/{code}" not in vocabulary.concepts:
                yield Finding(f"{literal.file}:{literal.line}", f"voc/{scheme}/{code} stands in no table")
