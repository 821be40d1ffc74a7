"""Claims, edges and stretches: the moulds say what the graph says, spelled as all the rest."""

from __future__ import annotations

from dataclasses import replace

from rdflib import Graph as RdfGraph
from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from sample import sample_graph

from kg.export.rdf.evidence import edge_id
from kg.export.rdf.stretches import spelled
from kg.export.turtle import turtle
from kg.ids import BASE, NAMESPACE, iri
from kg.model import Document, Entity, Evidence, Graph, Span
from kg.ontology_dir import find
from kg.vocab import Vocabulary

VOCABULARY = Vocabulary.load(find().path)
OA = "http://www.w3.org/ns/oa#"
GRAPH = sample_graph()


def parsed(graph: Graph) -> RdfGraph:
    """What rdflib reads of a graph's file."""
    return RdfGraph().parse(data="".join(turtle(graph, VOCABULARY)), format="turtle")


def said(rdf: RdfGraph, local: str) -> dict[str, set[str]]:
    """What is said of a local id, by predicate."""
    found: dict[str, set[str]] = {}
    for predicate, value in rdf.predicate_objects(URIRef(iri(local))):
        found.setdefault(str(predicate), set()).add(str(value))
    return found


def test_every_claim_is_told_whole() -> None:
    """Fact, stretches, rule, confidence, stance, review, source and run of every witness."""
    rdf = parsed(GRAPH)
    for fact in GRAPH.facts:
        for witness in fact.witnesses:
            told = said(rdf, witness.id)
            assert told[NAMESPACE + "asserts"] == {iri(fact.id)}
            assert told[NAMESPACE + "evidence"] == {iri(e.id) for e in witness.evidence}
            assert told[NAMESPACE + "rule"] == {witness.rule}
            assert {float(x) for x in told[NAMESPACE + "confidence"]} == {witness.confidence}
            assert told[NAMESPACE + "stance"] == {iri(f"voc/stance/{witness.stance}")}
            assert told[NAMESPACE + "reviewStatus"] == {iri(f"voc/review-status/{witness.review}")}
            assert told["http://www.w3.org/ns/prov#hadPrimarySource"] == {iri(f"text/{witness.doc}")}
            assert len(told) == 9


def test_every_edge_is_told_whole() -> None:
    """Subject, predicate and object of every edge, the facts it is drawn from and their stretches."""
    rdf = parsed(GRAPH)
    assert GRAPH.edges
    for edge in GRAPH.edges:
        told = said(rdf, edge_id(edge))
        assert told[str(RDF.subject)] == {iri(edge.source)}
        assert told[str(RDF.object)] == {iri(edge.target)}
        assert (URIRef(iri(edge.source)), URIRef(*told[str(RDF.predicate)]), URIRef(iri(edge.target))) in rdf
        assert told.get(NAMESPACE + "derivedFromFact", set()) == {iri(f) for f in edge.facts}
        assert told.get(NAMESPACE + "evidence", set()) == {iri(e.id) for e in edge.evidence}


def test_marks_in_a_text_are_spelled_as_marks() -> None:
    """Quotation marks, backslashes, breaks and personal data in and around a quote come back as they were."""
    text = '甲"县\\\n13800138000乙'
    document = Document("long-" + "d" * 59, text, text)
    mentions = tuple(
        Evidence(Span(document.id, start, end), text[start:end])
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
    )
    graph = replace(
        Graph((document,), (), (), ()), entities=(Entity("org/a", "Organization", "甲", mentions=mentions),)
    )
    rdf = parsed(graph)
    shown = text.replace("13800138000", "▒" * 11)
    for found in mentions:
        start, end = found.span.start, found.span.end
        exact = URIRef(f"{BASE}ev/{document.id}/quote-{start}-{end}")
        assert rdf.value(exact, URIRef(OA + "prefix")) == Literal(shown[max(0, start - 10) : start])
        assert rdf.value(exact, URIRef(OA + "suffix")) == Literal(shown[end : end + 10])
        words = str(rdf.value(exact, URIRef(OA + "exact")))
        assert len(words) == end - start
        assert "13800138000" not in words
        position = URIRef(f"{BASE}ev/{document.id}/position-{start}-{end}")
        assert int(str(rdf.value(position, URIRef(OA + "end")))) == end


def test_a_stretch_is_spelled_by_its_id() -> None:
    """The pointer is the id of the stretch between angle brackets."""
    found = Evidence(Span("d", 3, 5), "甲乙")
    assert spelled(found) == f"<{found.id}>"
