"""The classes and vocabulary terms a graph uses, with labels, so that its file can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.rdf.names import Names
from kg.export.rdf.terms import INTEGER, LABEL, TYPE, Literal, Pair, Record, curie, en, zh
from kg.model import Graph, Property, Ref
from kg.vocab import Concept, Scheme, Term, Vocabulary

SECTION = "Terms used here, from the ontology"
_SUBCLASS, _CLASS = curie("rdfs:subClassOf"), curie("owl:Class")
_PREF, _NOTATION, _BROADER = curie("skos:prefLabel"), curie("skos:notation"), curie("skos:broader")
_IN_SCHEME, _CONCEPT, _SCHEME = curie("skos:inScheme"), curie("skos:Concept"), curie("skos:ConceptScheme")


class Used:
    """The terms and classes that a graph points to."""

    def __init__(self, graph: Graph) -> None:
        self.terms: set[str] = set()
        """Local ids ``voc/…``."""
        self.kinds: set[str] = set()
        for fact in graph.facts:
            self.kinds.add(fact.kind)
            self._add(r.filler for r in fact.roles)
            self._add(_references(fact.properties))
            self._add(f"voc/agent-status/{s}" for s in (fact.agent_status,) if s)
            self._add(f"voc/date-basis/{b}" for b in (fact.time.basis,) if b)
            self._add(f"voc/stance/{s}" for s in (fact.stance, *(w.stance for w in fact.witnesses)))
            self._add(f"voc/review-status/{w.review}" for w in fact.witnesses)
        for edge in graph.edges:
            self._add((edge.target,))
        for entity in graph.entities:
            self.kinds.add(entity.kind)
            self._add(_references(entity.properties))

    def _add(self, found: Iterable[str]) -> None:
        self.terms.update(i for i in found if i.startswith("voc/"))


def used_terms(used: Used, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Local ids ``voc/…`` of every term the graph points to and of the terms above them, sorted."""
    terms = set(used.terms)
    for term in sorted(terms):
        concept = vocabulary.concept(term)
        while concept and concept.broader:
            concept = vocabulary.concept(f"{concept.scheme}/{concept.broader}")
            terms |= {concept.id} if concept else set()
    bands = {c.band for i in terms if (c := vocabulary.concept(i)) and c.band}
    terms |= {f"voc/severity-band/{band}" for band in bands}
    return tuple(sorted(terms))


def _references(properties: tuple[Property, ...]) -> list[str]:
    return [p.value.id for p in properties if isinstance(p.value, Ref)]


def word_records(graph: Graph, vocabulary: Vocabulary, names: Names) -> Iterator[Record]:
    """Classes used and those above them, then schemes and concepts used."""
    used = Used(graph)
    classes = {a for k in used.kinds for a in vocabulary.ancestors(k) if a in vocabulary.classes}
    for name in sorted(classes):
        yield class_record(vocabulary.classes[name], names)
    concepts = [c for i in used_terms(used, vocabulary) if (c := vocabulary.concept(i))]
    for code in sorted({c.scheme for c in concepts}):
        yield scheme_record(vocabulary.schemes[code], names)
    for concept in concepts:
        yield Record(names.node(concept.id), tuple(concept_pairs(concept, names)), SECTION)


def class_record(term: Term, names: Names) -> Record:
    """A class with its labels and the ``kg:`` classes above it."""
    pairs: list[Pair] = [(TYPE, (_CLASS,))]
    if term.parents:
        pairs.append((_SUBCLASS, tuple(names.term(p) for p in sorted(term.parents))))
    pairs.append((LABEL, (zh(term.zh), en(term.en))))
    return Record(names.term(term.name), tuple(pairs), SECTION)


def scheme_record(scheme: Scheme, names: Names) -> Record:
    """A closed vocabulary with its titles."""
    pairs: tuple[Pair, ...] = ((TYPE, (_SCHEME,)), (_PREF, (zh(scheme.zh), en(scheme.en))))
    return Record(names.node(f"voc/{scheme.code}"), pairs, SECTION)


def concept_pairs(concept: Concept, names: Names) -> list[Pair]:
    """What a graph's file says of a term; ``ontology/schemes.ttl`` says more."""
    pairs: list[Pair] = [
        (TYPE, (_CONCEPT,)),
        (_IN_SCHEME, (names.node(f"voc/{concept.scheme}"),)),
        (_NOTATION, (Literal(concept.code),)),
        (_PREF, (zh(concept.zh), en(concept.en))),
        (names.term("fullName"), (zh(concept.name),)),
    ]
    if concept.rank is not None:
        pairs.append((names.term("severityRank"), (Literal(str(concept.rank), INTEGER),)))
    if concept.band:
        pairs.append((names.term("severityBand"), (names.node(f"voc/severity-band/{concept.band}"),)))
    if concept.broader:
        pairs.append((_BROADER, (names.node(f"voc/{concept.scheme}/{concept.broader}"),)))
    return pairs
