"""The closed vocabularies as SKOS: ``ontology/schemes.ttl``, made from the tables and never by hand."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.names import Names
from kg.export.rdf.spell import write
from kg.export.rdf.terms import EDTF, LABEL, PREFIXES, TYPE, Iri, Literal, Pair, Record, curie, en, zh
from kg.export.rdf.words import concept_pairs
from kg.ids import VOCABULARY
from kg.vocab import Concept, Scheme, Vocabulary

_ALT, _TOP, _TOP_OF = curie("skos:altLabel"), curie("skos:hasTopConcept"), curie("skos:topConceptOf")
_NOTE, _DEFINITION = curie("skos:editorialNote"), curie("skos:definition")
_SOURCE, _PART, _LICENSE = curie("dcterms:source"), curie("dcterms:isPartOf"), curie("dcterms:license")
_ALL = Iri(f"{VOCABULARY}voc")
LICENSE = Iri("https://creativecommons.org/licenses/by/4.0/")


def schemes_turtle(vocabulary: Vocabulary) -> str:
    """The whole file: one scheme after the other, concepts in the order of their tables."""
    used = {"kg", "dcterms", "edtf", "rdf", "rdfs", "skos", "xsd"}
    prefixes = {p: i for p, i in PREFIXES.items() if p in used} | {"voc": f"{VOCABULARY}voc/"}
    prefixes |= {code: f"{VOCABULARY}voc/{code}/" for code in sorted(vocabulary.schemes)}
    title = "Closed vocabularies of cadre-kg, made from schemes.tsv and schemes/*.tsv; do not edit"
    return "".join(write(_records(vocabulary), title=title, prefixes=prefixes))


def _records(vocabulary: Vocabulary) -> Iterator[Record]:
    names = Names(vocabulary)
    for code in sorted(vocabulary.schemes):
        scheme, concepts = vocabulary.schemes[code], vocabulary.scheme(code)
        yield _scheme(scheme, concepts, names)
        for concept in concepts:
            yield Record(names.node(concept.id), tuple(_concept(concept, names)), scheme.en)


def _scheme(scheme: Scheme, concepts: tuple[Concept, ...], names: Names) -> Record:
    top = tuple(names.node(c.id) for c in concepts if not c.broader)
    pairs: list[Pair] = [
        (TYPE, (curie("skos:ConceptScheme"),)),
        (curie("skos:prefLabel"), (zh(scheme.zh), en(scheme.en))),
        (LABEL, (zh(scheme.zh), en(scheme.en))),
        (_DEFINITION, (zh(scheme.definition_zh), en(scheme.definition_en))),
        (_SOURCE, (Literal(scheme.source),)),
        (_LICENSE, (LICENSE,)),
        (_PART, (_ALL,)),
        (_TOP, top),
    ]
    return Record(names.node(f"voc/{scheme.code}"), tuple(pairs), scheme.en)


def _concept(concept: Concept, names: Names) -> Iterator[Pair]:
    yield from concept_pairs(concept, names)
    others = [s for s in concept.spellings if s != concept.zh]
    if others:
        yield _ALT, tuple(zh(s) for s in others)
    if not concept.broader:
        yield _TOP_OF, (names.node(f"voc/{concept.scheme}"),)
    yield _SOURCE, (Literal(concept.source),)
    if concept.valid_from:
        yield names.term("validFrom"), (Literal(concept.valid_from, EDTF),)
    if concept.valid_to:
        yield names.term("validTo"), (Literal(concept.valid_to, EDTF),)
    if concept.note:
        yield _NOTE, (en(concept.note),)
