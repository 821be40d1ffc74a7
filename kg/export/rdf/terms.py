"""RDF terms and records, without a library: strings that know what they are."""

from __future__ import annotations

from typing import NamedTuple

PREFIXES = {
    "kg": "https://w3id.org/cadre-kg/ns#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Vocabularies used in a graph; ``ontology/kg.ttl`` says how ``kg:`` lines up with the others."""


class Iri(str):
    """A full IRI."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal: plain, typed or with a language, never both."""

    text: str
    datatype: str = ""
    lang: str = ""


class Spelled(str):
    """Objects that stand in a Turtle file as they are: many stretches at once."""

    __slots__ = ()


Term = Iri | Literal | Spelled
Pair = tuple[Iri, tuple[Term, ...]]


class Record(NamedTuple):
    """All that is said of one subject: predicates in reading order, each with its objects."""

    subject: Iri
    pairs: tuple[Pair, ...]
    section: str = ""
    """Heading of the part of the file it stands in."""


def curie(short: str) -> Iri:
    """The IRI of ``prefix:local`` for one of ``PREFIXES``."""
    prefix, local = short.split(":", 1)
    return Iri(PREFIXES[prefix] + local)


TYPE = curie("rdf:type")
LABEL = curie("rdfs:label")
EDTF = curie("edtf:EDTF")
ANY_URI = curie("xsd:anyURI")
BOOLEAN = curie("xsd:boolean")
DATE = curie("xsd:date")
DECIMAL = curie("xsd:decimal")
DURATION = curie("xsd:duration")
INTEGER = curie("xsd:integer")


def zh(text: str) -> Literal:
    """A Chinese string; language tags are lower case so that every store agrees on them."""
    return Literal(text, "", "zh")


def en(text: str) -> Literal:
    """An English string."""
    return Literal(text, "", "en")


def decimal(value: float) -> Literal:
    """An xsd:decimal in the shortest form that has a point: ``0.9``, ``1.0``."""
    text = f"{value:.6f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, DECIMAL)
