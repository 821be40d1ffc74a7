"""The ontology: documented term by term, consistent to a reasoner, and true to the vocabularies it reuses."""

from __future__ import annotations

import owlrl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV

from kg.ids import NAMESPACE
from kg.ontology_dir import find
from kg.vocab import Vocabulary

FOLDER = find().path
ONTOLOGY = Graph().parse(FOLDER / "kg.ttl")
VOCABULARY = Vocabulary.load(FOLDER)
HEADER = URIRef("https://w3id.org/cadre-kg/ns")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
OWN = sorted(
    {s for k in KINDS for s in ONTOLOGY.subjects(RDF.type, k) if str(s).startswith(NAMESPACE)}, key=str
)
ELSEWHERE = {
    "http://data.europa.eu/eli/ontology#": {
        "LegalResource",
        "title",
        "title_short",
        "passed_by",
        "type_document",
    },
    "http://semanticweb.cs.vu.nl/2009/11/sem/": {
        "Event",
        "Place",
        "hasActor",
        "hasPlace",
        "hasEarliestBeginTimeStamp",
        "hasLatestEndTimeStamp",
    },
    "https://schema.org/": {
        "AdministrativeArea",
        "CreativeWork",
        "GovernmentOrganization",
        "Legislation",
        "NewsArticle",
        "NewsMediaOrganization",
        "Organization",
        "Person",
        "containedInPlace",
        "publisher",
        "sourceOrganization",
        "url",
    },
    "http://www.w3.org/ns/oa#": {"SpecificResource"},
    "http://id.loc.gov/datatypes/edtf/": {"EDTF"},
}
"""Terms of vocabularies that rdflib does not hold, as their own files list them (domain study 3.1)."""


def test_the_header_is_complete() -> None:
    """Version IRI, version, licence, title in two languages, creator, date and changelog."""
    for predicate in (OWL.versionIRI, OWL.versionInfo, DCTERMS.license, DCTERMS.creator, DCTERMS.modified):
        assert ONTOLOGY.value(HEADER, predicate) is not None
    for predicate in (DCTERMS.title, DCTERMS.description, SKOS.historyNote):
        assert {o.language for o in ONTOLOGY.objects(HEADER, predicate)} == {"zh", "en"}  # type: ignore[union-attr]


@pytest.mark.parametrize("term", OWN, ids=lambda t: str(t).removeprefix(NAMESPACE))
def test_every_term_is_documented(term: URIRef) -> None:
    """Label and definition in both languages, an example and a source."""
    for predicate in (RDFS.label, SKOS.definition):
        found = [o for o in ONTOLOGY.objects(term, predicate) if isinstance(o, Literal)]
        assert sorted(str(o.language) for o in found) == ["en", "zh"]
        assert all(str(o).strip() for o in found)
    assert ONTOLOGY.value(term, SKOS.example)
    assert ONTOLOGY.value(term, DCTERMS.source)
    assert (term, RDFS.isDefinedBy, HEADER) in ONTOLOGY


def test_no_reused_term_is_invented_or_deprecated() -> None:
    """Every term of another vocabulary is in its closed namespace or in the list checked by hand."""
    closed = {str(n): n for n in (PROV, ORG, FOAF, SKOS, OWL, RDF, RDFS, DCTERMS)}
    terms = {t for triple in ONTOLOGY for t in triple if isinstance(t, URIRef)}
    for term in sorted(terms, key=str):
        space, local = str(term).rsplit("#" if "#" in term else "/", 1)
        space += "#" if "#" in term else "/"
        if space in closed:
            assert local in closed[space], term
        elif space in ELSEWHERE:
            assert local in ELSEWHERE[space], term


def test_definitions_end_with_a_stop_and_labels_do_not() -> None:
    """English definitions are sentences, labels are names."""
    for term in OWN:
        for definition in ONTOLOGY.objects(term, SKOS.definition):
            assert str(definition).endswith((".", "。")), definition
        assert not any(str(label).endswith((".", "。")) for label in ONTOLOGY.objects(term, RDFS.label))


def reasoned(*extra: tuple[URIRef, URIRef, URIRef]) -> list[str]:
    """The contradictions an OWL 2 RL reasoner finds, with one member of every class."""
    graph = Graph()
    graph += ONTOLOGY
    for one, other in (
        (PROV.Entity, PROV.Activity),
        (FOAF.Person, FOAF.Organization),
        (FOAF.Document, FOAF.Organization),
    ):
        graph.add((one, OWL.disjointWith, other))  # axioms of PROV-O and FOAF that bear on ours
    for name, term in VOCABULARY.classes.items():
        graph.add((URIRef(f"http://example.org/a{name}"), RDF.type, URIRef(term.iri)))
    for triple in extra:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=False).expand(graph)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return sorted(str(o) for o in graph.objects(None, error))


def test_no_class_is_unsatisfiable() -> None:
    """A member of every class, under the axioms of PROV-O and FOAF too, leads to no contradiction."""
    assert reasoned() == []


def test_the_reasoner_would_notice() -> None:
    """A requirement that is an event is a contradiction; so is a person that is an organisation."""
    wrong = URIRef("http://example.org/wrong")
    assert reasoned(
        (wrong, RDF.type, URIRef(f"{NAMESPACE}Requirement")),
        (wrong, RDF.type, URIRef(f"{NAMESPACE}Issuance")),
    )


def test_the_sample_is_consistent() -> None:
    """The facts of the sample graph contradict no axiom."""
    from sample import sample_graph

    from kg.export.turtle import turtle

    facts = Graph().parse(data="".join(turtle(sample_graph(), VOCABULARY, slim=True)))
    assert reasoned(*((s, p, o) for s, p, o in facts if isinstance(o, URIRef))) == []
