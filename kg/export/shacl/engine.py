"""A small SHACL engine: constraints on dictionaries, SPARQL rules once for all nodes on Oxigraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.export.shacl.report import SH, Finding, Report, short
from kg.export.shacl.shapes import Reader, Rule, Shape, Term

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {"integer", "decimal", "double", "float"}
_ORDERED: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}
"""Datatypes with an order of their own, apart from numbers, and how a value of them is read."""
Values = list[Term]
Broken = Iterator[tuple[Shape, Term | None]]


def validate(store: ox.Store, shapes: Path, lang: str) -> Report:
    """Hold a store against a file of shapes."""
    known = Reader(shapes).shapes()
    engine = _Engine(store, lang, {_TYPE, _SUBCLASS, _LABEL}.union(*map(predicates, known)))
    return Report(tuple(sorted({f for s in known for f in engine.findings(s)})))


def predicates(shape: Shape) -> set[str]:
    """The predicates that a shape looks at, its rules in SPARQL left out."""
    found = {shape.path, *shape.subjects_of} - {""}
    found |= {
        p.value for n, p in shape.constraints if n == "lessThanOrEquals" and isinstance(p, ox.NamedNode)
    }
    inner = (*shape.properties, *(s for _, some in shape.nested for s in some))
    return found.union(*map(predicates, inner))


class _Engine:
    """The data, ready for constraints, as far as it has some predicates: half of a graph has none of them."""

    def __init__(self, store: ox.Store, lang: str, wanted: set[str]) -> None:
        self._store, self._lang = store, lang
        self._data: dict[Term, dict[str, Values]] = defaultdict(lambda: defaultdict(list))
        members: dict[str, set[Term]] = defaultdict(set)
        above: dict[str, set[str]] = defaultdict(set)
        named = (ox.NamedNode(name) for name in sorted(wanted))
        found: Iterator[Any] = (q for name in named for q in store.quads_for_pattern(None, name, None))
        for quad in found:
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            self._data[subject][predicate].append(value)
            if predicate == _TYPE:
                members[value.value].add(subject)
            elif predicate == _SUBCLASS:
                above[subject.value].add(value.value)
        self._members = _closed(members, above)

    def findings(self, shape: Shape) -> Iterator[Finding]:
        """Everything a named shape finds."""
        focus = {m for c in shape.classes for m in self._members.get(c, ())}
        for predicate in shape.subjects_of:
            focus |= {s for s, said in self._data.items() if predicate in said}
        for node in focus:
            for broken, value in self._check(shape, node):
                yield self._finding(
                    shape.name, broken.severity, broken.messages or shape.messages, node, value
                )
        for rule in shape.rules:
            yield from self._ask(rule, shape, focus)

    def _finding(
        self, rule: str, severity: str, messages: dict[str, str], node: Term, value: Term | None
    ) -> Finding:
        label = min((term.value for term in self._data[node].get(_LABEL, [])), default="")
        message = messages.get(self._lang) or next(iter(sorted(messages.values())), "")
        shown = short(value.value) if value is not None and value != node else ""
        return Finding(severity, rule, label, node.value, message, shown)

    def _ask(self, rule: Rule, shape: Shape, focus: set[Term]) -> Iterator[Finding]:
        """Run a rule once; what it finds counts where the node is a target."""
        found = self._store.query(rule.select.replace("$this", "?this"))
        if not isinstance(found, ox.QuerySolutions):
            return
        for solution in found:
            node = solution["this"]
            if node in focus:
                names = [v.value for v in found.variables]
                value = solution["value"] if "value" in names else None
                yield self._finding(shape.name, shape.severity, rule.messages or shape.messages, node, value)

    def _check(self, shape: Shape, node: Term) -> Broken:
        """The shapes broken at a node: this one, or a property shape inside it."""
        values = self._data[node].get(shape.path, []) if shape.path else [node]
        for name, parameter in shape.constraints:
            for value in self._constraint(name, parameter, values, node):
                yield shape, value
        for name, inner in shape.nested:
            for value in self._logic(name, inner, values, shape):
                yield shape, value
        for inner_shape in shape.properties:
            for value in values:
                yield from self._check(inner_shape, value)

    def _conforms(self, shape: Shape, node: Term) -> bool:
        return next(self._check(shape, node), None) is None

    def _logic(
        self, name: str, inner: tuple[Shape, ...], values: Values, shape: Shape
    ) -> Iterator[Term | None]:
        if name == "qualifiedValueShape":
            yield from self._qualified(inner[0], values, shape)
            return
        held: dict[str, Callable[[Term], bool]] = {
            "not": lambda v: not self._conforms(inner[0], v),
            "node": lambda v: self._conforms(inner[0], v),
            "and": lambda v: all(self._conforms(s, v) for s in inner),
            "or": lambda v: any(self._conforms(s, v) for s in inner),
        }
        yield from (v for v in values if not held[name](v))

    def _qualified(self, inner: Shape, values: Values, shape: Shape) -> Iterator[Term | None]:
        count = sum(self._conforms(inner, v) for v in values)
        single = ((n, p) for n, p in shape.constraints if not isinstance(p, tuple))
        bounds = {n: int(p.value) for n, p in single if n.startswith("qualified")}
        if count < bounds.get("qualifiedMinCount", 0):
            yield None
        if count > bounds.get("qualifiedMaxCount", count):
            yield None

    def _constraint(
        self, name: str, parameter: Term | tuple[Term, ...], values: Values, node: Term
    ) -> Iterator[Term | None]:
        """The values that break a constraint; None where the values together do."""
        if isinstance(parameter, tuple):
            allowed = {p.value for p in parameter} if name == "languageIn" else set(parameter)
            wrong = _language if name == "languageIn" else _itself
            yield from (v for v in values if wrong(v) not in allowed)
        elif name in {"minCount", "maxCount"}:
            limit = int(parameter.value)
            if (len(values) < limit) if name == "minCount" else (len(values) > limit):
                yield None
        elif name == "class":
            members = self._members.get(parameter.value, set())
            yield from (v for v in values if v not in members)
        elif name == "hasValue":
            yield from () if parameter in values else (None,)
        elif name == "lessThanOrEquals":
            others = self._data[node].get(parameter.value, [])
            yield from (v for v in values for o in others if not _at_most(v, o))
        elif name == "uniqueLang":
            tags = [_language(v) for v in values if _language(v)]
            yield from (None for t in sorted({t for t in tags if tags.count(t) > 1}))
        elif not name.startswith("qualified"):
            yield from (v for v in values if not _holds(name, parameter, v))


def _closed(members: dict[str, set[Term]], above: dict[str, set[str]]) -> dict[str, set[Term]]:
    """Members of each class, those of narrower classes included."""
    closed: dict[str, set[Term]] = defaultdict(set)
    for name, found in members.items():
        reached, waiting = {name}, [name]
        while waiting:
            wider = above.get(waiting.pop(), set()) - reached
            reached |= wider
            waiting += wider
        for each in reached:
            closed[each] |= found
    return closed


def _itself(value: Term) -> object:
    return value


def _language(value: Term) -> str:
    return (value.language or "") if isinstance(value, ox.Literal) else ""


def _at_most(one: Term, other: Term) -> bool:
    """Whether two terms stand in order, as the judge orders them.

    IRIs and strings go by their characters and stand in no order with anything else. Other literals go by
    what they mean where that is known, else by datatype and characters.
    """
    texts = _is_text(one), _is_text(other)
    if any(texts):
        return all(texts) and one.value <= other.value
    low, high = _measured(one), _measured(other)
    if low is not None and high is not None and low[0] == high[0]:
        return bool(low[1] <= high[1])
    return _spelled(one) <= _spelled(other)


def _is_text(term: Term) -> bool:
    return not isinstance(term, ox.Literal) or bool(term.language) or term.datatype.value == f"{_XSD}string"


def _spelled(term: Term) -> tuple[str, str]:
    return (term.datatype.value if isinstance(term, ox.Literal) else ""), term.value


def _measured(term: Term) -> tuple[str, Any] | None:
    """A number or day as its kind and a value that can be compared within it; None for anything else."""
    kind = _spelled(term)[0].removeprefix(_XSD)
    try:
        if kind in _NUMBERS:
            return "number", Decimal(term.value)
        return (kind, _ORDERED[kind](term.value)) if kind in _ORDERED else None
    except (InvalidOperation, ValueError):
        return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _holds(name: str, parameter: Term, value: Term) -> bool:
    """A constraint on a value by itself."""
    if name == "datatype":
        return isinstance(value, ox.Literal) and value.datatype == parameter
    if name == "nodeKind":
        return isinstance(value, ox.NamedNode) == (parameter.value == f"{SH}IRI")
    if name == "pattern":
        return (
            not isinstance(value, ox.BlankNode) and _compiled(parameter.value).search(value.value) is not None
        )
    return _at_most(value, parameter) if name == "maxInclusive" else _at_most(parameter, value)
