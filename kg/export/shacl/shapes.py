"""A file of shapes as plain values: targets, constraints, nested shapes, messages.

Knows exactly the part of SHACL that ``ontology/shapes.ttl`` uses, and refuses anything else, so that a new
kind of constraint cannot be passed over in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.export.shacl.report import SH, SHAPES

Term = ox.NamedNode | ox.BlankNode | ox.Literal
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
VALUES = {
    "minCount",
    "maxCount",
    "class",
    "datatype",
    "nodeKind",
    "minInclusive",
    "maxInclusive",
    "pattern",
    "hasValue",
    "lessThanOrEquals",
    "uniqueLang",
    "qualifiedMinCount",
    "qualifiedMaxCount",
}
"""Constraints whose parameter is a term."""
LISTS = {"in", "languageIn"}
NESTED = {"not", "node", "qualifiedValueShape"}
NESTED_LISTS = {"and", "or"}
_OTHER = {"path", "property", "sparql", "message", "severity", "targetClass", "targetSubjectsOf"}


@dataclass(frozen=True)
class Rule:
    """A SPARQL constraint: a SELECT that finds ``?this`` where the rule is broken."""

    select: str
    messages: dict[str, str]


@dataclass(frozen=True)
class Shape:
    """A node shape, or a property shape where ``path`` is given."""

    name: str
    path: str = ""
    severity: str = "Violation"
    messages: dict[str, str] = field(default_factory=dict)
    classes: tuple[str, ...] = ()
    subjects_of: tuple[str, ...] = ()
    constraints: tuple[tuple[str, Term | tuple[Term, ...]], ...] = ()
    nested: tuple[tuple[str, tuple[Shape, ...]], ...] = ()
    properties: tuple[Shape, ...] = ()
    rules: tuple[Rule, ...] = ()


class Reader:
    """Reads the shapes of a file."""

    def __init__(self, path: Path) -> None:
        self._file = path.name
        self._store = ox.Store()
        self._store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)

    def shapes(self) -> list[Shape]:
        """Every named node shape, sorted by name."""
        kind = ox.NamedNode(f"{SH}NodeShape")
        found = self._store.quads_for_pattern(None, ox.NamedNode(f"{_RDF}type"), kind)
        nodes = sorted((q.subject for q in found if isinstance(q.subject, ox.NamedNode)), key=str)
        return [self._shape(node, node.value.removeprefix(SHAPES)) for node in nodes]

    def _said(self, node: Term) -> dict[str, list[Term]]:
        """What is said of a node, by local name for SHACL terms."""
        said: dict[str, list[Term]] = {}
        for quad in self._store.quads_for_pattern(node, None, None):  # type: ignore[arg-type]
            said.setdefault(quad.predicate.value.removeprefix(SH), []).append(quad.object)  # type: ignore[arg-type]
        return said

    def _shape(self, node: Term, name: str, severity: str = "Violation") -> Shape:
        said = self._said(node)
        said.pop(f"{_RDF}type", None)
        unknown = set(said) - VALUES - LISTS - NESTED - NESTED_LISTS - _OTHER
        if unknown:
            raise OntologyError(self._file, 0, f"{name}: {', '.join(sorted(unknown))} is not supported")
        own = next((_iri(s).removeprefix(SH) for s in said.get("severity", [])), severity)
        return Shape(
            name,
            next((_iri(p) for p in said.get("path", [])), ""),
            own,
            _messages(said),
            tuple(sorted(_iri(c) for c in said.get("targetClass", []))),
            tuple(sorted(_iri(c) for c in said.get("targetSubjectsOf", []))),
            tuple(self._constraints(said)),
            tuple(self._nested(said, name)),
            tuple(self._shape(p, name) for p in sorted(said.get("property", []), key=str)),
            tuple(self._rule(r) for r in said.get("sparql", [])),
        )

    def _constraints(self, said: dict[str, list[Term]]) -> list[tuple[str, Term | tuple[Term, ...]]]:
        single = [(n, v) for n in sorted(VALUES) for v in said.get(n, [])]
        return [*single, *((n, self._list(v)) for n in sorted(LISTS) for v in said.get(n, []))]

    def _nested(self, said: dict[str, list[Term]], name: str) -> list[tuple[str, tuple[Shape, ...]]]:
        found: list[tuple[str, tuple[Shape, ...]]] = []
        for n in sorted(NESTED):
            found += [(n, (self._shape(v, name),)) for v in said.get(n, [])]
        for n in sorted(NESTED_LISTS):
            found += [(n, tuple(self._shape(s, name) for s in self._list(v))) for v in said.get(n, [])]
        return found

    def _list(self, head: Term) -> tuple[Term, ...]:
        items: list[Term] = []
        while _iri(head) != f"{_RDF}nil":
            said = self._said(head)
            items += said[f"{_RDF}first"]
            head = said[f"{_RDF}rest"][0]
        return tuple(items)

    def _rule(self, node: Term) -> Rule:
        said = self._said(node)
        prefixes = {}
        for header in said.get("prefixes", []):
            for declared in self._said(header).get("declare", []):
                entry = self._said(declared)
                prefixes[_iri(entry["prefix"][0])] = _iri(entry["namespace"][0])
        lines = "".join(f"PREFIX {p}: <{i}>\n" for p, i in sorted(prefixes.items()))
        return Rule(lines + _iri(said["select"][0]), _messages(said))


def _iri(term: Term) -> str:
    return term.value


def _messages(said: dict[str, list[Term]]) -> dict[str, str]:
    return {m.language or "": m.value for m in said.get("message", []) if isinstance(m, ox.Literal)}
