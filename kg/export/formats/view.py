"""The published statements as things, facts, edges and evidence: what the non-RDF formats are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.ids import BASE, NAMESPACE, VOCABULARY

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OA = "http://www.w3.org/ns/oa#"
ENTITY_FOLDERS = ("place", "org", "person", "group", "post", "doc", "text", "mechanism")

Values = Mapping[str, tuple[ox.NamedNode | ox.Literal, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity, fact or vocabulary term with everything said of it."""

    id: str
    """Local id, ``org/340827-cdi``; for vocabulary terms ``voc/…``."""
    kind: str
    label: str
    values: Values
    """Objects by full predicate IRI, in the order of their spelling."""

    def texts(self, predicate: str) -> tuple[str, ...]:
        """The values of a predicate as strings."""
        return tuple(v.value for v in self.values.get(predicate, ()))

    def text(self, predicate: str) -> str:
        """The first value of a predicate, or an empty string."""
        return next(iter(self.texts(predicate)), "")


@dataclass(frozen=True, slots=True)
class Link:
    """A plain edge with the facts and evidence it is drawn from."""

    id: str
    source: str
    predicate: str
    target: str
    facts: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a text."""

    id: str
    doc: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True)
class View:
    """A whole graph, read once."""

    store: ox.Store
    base: str = BASE
    subjects: Mapping[str, Values] = field(default_factory=dict)

    @classmethod
    def read(cls, store: ox.Store, base: str = BASE) -> View:
        """Group every statement of a store's default graph by subject and predicate."""
        found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                found[subject.value][quad.predicate.value].append(value)
        return cls(
            store,
            base,
            {s: {p: tuple(sorted(o, key=str)) for p, o in sorted(found[s].items())} for s in sorted(found)},
        )

    def local(self, iri: str) -> str:
        """The local id of an IRI; an IRI of elsewhere stays whole."""
        return iri.removeprefix(self.base).removeprefix(VOCABULARY)

    def things(self, *folders: str) -> Iterator[Thing]:
        """Everything whose id stands in one of these folders, sorted by id."""
        for iri, values in self.subjects.items():
            local = self.local(iri)
            if local.split("/", 1)[0] in folders:
                yield self.thing(iri, values)

    def thing(self, iri: str, values: Values) -> Thing:
        """One subject as a thing; its kind is its most particular ``kg:`` class."""
        kinds = [t.value for t in values.get(TYPE, ())]
        own = [k for k in kinds if k.startswith(NAMESPACE)]
        kind = (own or kinds or [""])[0].rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        return Thing(self.local(iri), kind, self.label(values), values)

    def get(self, local: str) -> Thing | None:
        """The thing of a local id."""
        iri = (VOCABULARY if local.startswith("voc/") else self.base) + local
        values = self.subjects.get(iri)
        return self.thing(iri, values) if values is not None else None

    @staticmethod
    def label(values: Values) -> str:
        """The Chinese label, or any."""
        labels = [*values.get(LABEL, ()), *values.get(PREF_LABEL, ())]
        chinese = [v.value for v in labels if getattr(v, "language", None) == "zh"]
        return next(iter(chinese or [v.value for v in labels]), "")

    def entities(self) -> Iterator[Thing]:
        """Persons, organisations, places, documents and the like."""
        return self.things(*ENTITY_FOLDERS)

    def facts(self) -> Iterator[Thing]:
        """Events, tenures, requirements and the like."""
        return self.things("fact")

    def roles(self, fact: Thing) -> Iterator[tuple[str, str]]:
        """Role and local id of every thing, fact or term a fact points to, evidence apart."""
        for predicate, values in fact.values.items():
            name = predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            if predicate != TYPE and name != "evidence":
                yield from ((name, self.local(v.value)) for v in values if isinstance(v, ox.NamedNode))

    def links(self) -> Iterator[Link]:
        """Plain edges, sorted by id; empty for a slim graph, which says nothing about its edges."""
        for thing in self.things("edge"):
            yield Link(
                thing.id,
                self.local(thing.text(_RDF + "subject")),
                thing.text(_RDF + "predicate").rsplit("#", 1)[-1].rsplit("/", 1)[-1],
                self.local(thing.text(_RDF + "object")),
                tuple(self.local(f) for f in thing.texts(NAMESPACE + "derivedFromFact")),
                tuple(self.local(e) for e in thing.texts(NAMESPACE + "evidence")),
            )

    def quotes(self) -> Iterator[Quote]:
        """Evidence by document and offset."""
        found = []
        for thing in self.things("ev"):
            if _OA + "hasSelector" not in thing.values:
                continue
            selectors = [self.subjects[s] for s in thing.texts(_OA + "hasSelector")]
            said = {p: v[0].value for s in selectors for p, v in s.items()}
            doc = self.local(thing.text(_OA + "hasSource")).removeprefix("text/")
            start, end = int(said[_OA + "start"]), int(said[_OA + "end"])
            found.append(Quote(thing.id, doc, start, end, said[_OA + "exact"]))
        return iter(sorted(found, key=lambda q: (q.doc, q.start, q.end)))
