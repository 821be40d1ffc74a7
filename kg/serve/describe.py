"""What the endpoint can do (SPARQL Service Description) and what the dataset holds (VoID), in Turtle."""

from __future__ import annotations

import json
from collections.abc import Callable

from kg import __version__
from kg.ids import BASE
from kg.query.protocol import Question, Reply

_HEAD = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
"""
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def service(site: str) -> str:
    """The service description of the endpoint at a site (``http://127.0.0.1:8000/``)."""
    formats = " , ".join(f"formats:{f}" for f in (*_RESULTS, *_GRAPHS))
    return f"""{_HEAD}
<{site}sparql> a sd:Service ;
    rdfs:label "cadre-kg {__version__}" ;
    sd:endpoint <{site}sparql> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat {formats} ;
    sd:defaultDataset <{site}void#dataset> .

<{site}void#dataset> a sd:Dataset ;
    sd:defaultGraph <{site}void#default> .

<{site}void#default> a sd:Graph .
"""


def void(ask: Callable[[Question], Reply], site: str) -> str:
    """The dataset in VoID, counted when asked for."""
    triples = _count(ask, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    subjects = _count(ask, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    properties = _count(ask, "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }")
    classes = _table(ask, "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c")
    parts = "".join(
        f"""
<{site}void#class-{number}> void:class <{c}> ; void:entities {n} .
<{site}void#dataset> void:classPartition <{site}void#class-{number}> .
"""
        for number, (c, n) in enumerate(classes, 1)
    )
    return f"""{_HEAD}
<{site}void#dataset> a void:Dataset ;
    dcterms:title "Cadre supervision graph"@en ;
    void:sparqlEndpoint <{site}sparql> ;
    void:uriSpace "{BASE}" ;
    void:vocabulary <https://w3id.org/cadre-kg/ns#> ;
    void:triples {triples} ;
    void:distinctSubjects {subjects} ;
    void:properties {properties} ;
    void:classes {len(classes)} .
{parts}"""


def _table(ask: Callable[[Question], Reply], query: str) -> list[tuple[str, ...]]:
    found = json.loads(ask(Question(query)).body)
    names = found["head"]["vars"]
    return [tuple(row[n]["value"] for n in names) for row in found["results"]["bindings"]]


def _count(ask: Callable[[Question], Reply], query: str) -> int:
    return int(_table(ask, query)[0][0])
