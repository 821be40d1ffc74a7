"""All statements of a store as lines, and which text says each: for files too large to be held as terms.

The same as ``kg.export.formats.quads`` says of terms, three times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.ids import NAMESPACE

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPOT = tuple(f"<{_RDF}{name}>" for name in ("subject", "predicate", "object"))
_EVIDENCE, _MENTION = f"<{NAMESPACE}evidence>", f"<{NAMESPACE}mention>"
_PRIMARY = "<http://www.w3.org/ns/prov#hadPrimarySource>"


@contextmanager
def spelled(store: ox.Store, folder: Path) -> Iterator[Path]:
    """A file of the default graph, one statement a line; gone after use."""
    whole = folder / "whole.nt"
    store.dump(str(whole), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    try:
        yield whole
    finally:
        whole.unlink()


def triples(path: Path) -> Iterator[tuple[str, str, str]]:
    """Subject, predicate and object of every line, as they are spelled."""
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            subject, predicate, rest = line.split(" ", 2)
            yield subject, predicate, rest[:-3]


class Homes:
    """Which texts say a statement, told from the lines of all statements."""

    def __init__(self, whole: Path, base: str) -> None:
        self._stretch, self._text = f"<{base}ev/", f"<{base}text/"
        self._kinds = tuple(f"<{base}{kind}/" for kind in ("fact", "claim", "edge"))
        self._texts: dict[str, set[str]] = {}
        spots: tuple[dict[str, str], ...] = ({}, {}, {})
        for subject, predicate, value in triples(whole):
            if predicate == _EVIDENCE:
                self._texts.setdefault(subject, set()).add(self._of_stretch(value))
            elif predicate == _PRIMARY:
                self._texts[subject] = {value}
            elif predicate in _SPOT:
                spots[_SPOT.index(predicate)][subject] = value
        subjects, predicates, values = spots
        self._edges = {(s, predicates[e], values[e]): self._texts.get(e, set()) for e, s in subjects.items()}

    def of(self, subject: str, predicate: str, value: str) -> list[str]:
        """The graphs of a statement, sorted; none where no single text says it."""
        return sorted(self._said_by(subject, predicate, value))

    def _said_by(self, subject: str, predicate: str, value: str) -> set[str]:
        if subject.startswith(self._stretch):
            return {self._of_stretch(subject)}
        if subject.startswith(self._kinds):
            return self._texts.get(subject, set())
        if predicate == _MENTION:
            return {self._of_stretch(value)}
        return self._edges.get((subject, predicate, value), set())

    def _of_stretch(self, stretch: str) -> str:
        """The text of a stretch: ``ev/TEXT/…``."""
        return f"{self._text}{stretch.removeprefix(self._stretch).rpartition('/')[0]}>"
