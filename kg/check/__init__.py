"""Lints the ontology, and the code against it. "Is every word sorted, sourced and used?"

Each finding is one line with its place. No finding: everything a domain reader or developer may have
slipped on is in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.check import code, tables, terms
from kg.check.finding import Finding

__all__ = ["Finding", "check"]


def check(ontology: Path, package: Path) -> Iterator[Finding]:
    """Findings about an ontology folder and the code of a package, in the order of the files."""
    yield from tables.check(ontology)
    strings = code.strings(package)
    yield from code.chinese(strings)
    yield from terms.unused_kinds(ontology, strings)
    yield from terms.unknown_terms(ontology, strings)
