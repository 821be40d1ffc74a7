"""From the names of the graph contract to IRIs, and from its values to literals."""

from __future__ import annotations

from collections.abc import Iterable

from kg.export.rdf.terms import (
    ANY_URI,
    BOOLEAN,
    DURATION,
    EDTF,
    INTEGER,
    Iri,
    Literal,
    Pair,
    Term,
    curie,
    decimal,
)
from kg.ids import BASE, NAMESPACE, iri
from kg.model import Property, Ref, Scalar, Text
from kg.vocab import Vocabulary

MOST = 20_000
"""IRIs kept at hand: memory shall not grow with the graph."""
DATATYPES = {
    **dict.fromkeys(("published", "changeDate", "computedEffectEnd", "validFrom", "validTo"), EDTF),
    "term": DURATION,
    "url": ANY_URI,
}
"""Contract names whose text is more than words."""
ADDRESSES = frozenset({"exactMatch"})
"""Contract names whose text is the IRI of a thing elsewhere."""
BY_KIND = {
    ("Tenure", "role"): curie("org:role"),
    ("Tenure", "organization"): curie("org:organization"),
    ("Appointment", "role"): Iri(NAMESPACE + "post"),
    ("Removal", "role"): Iri(NAMESPACE + "post"),
}
"""Roles that W3C ORG has words for in a membership, but not in a change of posts."""


class Names:
    """Mints the IRIs of one export; remembers the last, since most are asked for often."""

    def __init__(self, vocabulary: Vocabulary, base: str = BASE) -> None:
        self.base = base
        self._nodes: dict[str, Iri] = {}
        self._predicates = {n: Iri(t.iri) for n, t in vocabulary.properties.items()}

    def node(self, local: str) -> Iri:
        """The IRI of a local id of the graph or of a vocabulary term."""
        found = self._nodes.get(local)
        if found is None:
            if len(self._nodes) > MOST:
                self._nodes.clear()
            found = self._nodes[local] = Iri(iri(local, self.base))
        return found

    def term(self, name: str) -> Iri:
        """The IRI of a class or other term of ``kg:``."""
        return Iri(NAMESPACE + name)

    def predicate(self, name: str, kind: str = "") -> Iri:
        """The IRI of a contract name, as a fact of this kind uses it."""
        return BY_KIND.get((kind, name)) or self._predicates.get(name) or Iri(NAMESPACE + name)

    def value(self, predicate: str, value: Scalar) -> Term:
        """The RDF term of a property's value."""
        if isinstance(value, Ref):
            return self.node(value.id)
        if isinstance(value, Text):
            if predicate in ADDRESSES:
                return Iri(value.text)
            datatype = DATATYPES.get(predicate, "")
            return Literal(value.text, datatype, "" if datatype else value.lang.lower())
        if isinstance(value, bool):
            return Literal(str(value).lower(), BOOLEAN)
        return Literal(str(value), INTEGER) if isinstance(value, int) else decimal(value)

    def pairs(self, properties: Iterable[Property], kind: str = "") -> list[Pair]:
        """Properties grouped by predicate, predicates and values sorted."""
        grouped: dict[str, set[Term]] = {}
        for p in properties:
            grouped.setdefault(p.predicate, set()).add(self.value(p.predicate, p.value))
        return [(self.predicate(n, kind), ordered(grouped[n])) for n in sorted(grouped)]

    def nodes(self, locals_: Iterable[str]) -> tuple[Iri, ...]:
        """IRIs of several ids, sorted and without repetition."""
        return tuple(self.node(i) for i in sorted(set(locals_)))


def ordered(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms in an order that depends on nothing but themselves."""
    return tuple(sorted(terms, key=lambda t: (isinstance(t, Iri), str(t), tuple(t))))
