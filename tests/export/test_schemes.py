"""schemes.ttl is what the tables say."""

from rdflib import RDF, SKOS, Graph

from kg.export.schemes import schemes_turtle
from kg.ontology_dir import find
from kg.vocab import Vocabulary

FOLDER = find().path
VOCABULARY = Vocabulary.load(FOLDER)


def test_the_file_is_current() -> None:
    """Run scripts/build_schemes.py after a change to a table."""
    assert (FOLDER / "schemes.ttl").read_text(encoding="utf-8") == schemes_turtle(VOCABULARY)


def test_every_concept_is_labelled_in_both_languages() -> None:
    """One preferred label a language, a notation, a scheme, and no label both preferred and alternative."""
    graph = Graph().parse(FOLDER / "schemes.ttl")
    concepts = list(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(VOCABULARY.concepts)
    for concept in concepts:
        preferred = list(graph.objects(concept, SKOS.prefLabel))
        assert sorted(str(p.language) for p in preferred) == ["en", "zh"]
        assert len(list(graph.objects(concept, SKOS.notation))) == 1
        assert (graph.value(concept, SKOS.inScheme), RDF.type, SKOS.ConceptScheme) in graph
        assert not set(preferred) & set(graph.objects(concept, SKOS.altLabel))
