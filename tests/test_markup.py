"""Any text in XML: read back as it was, or with pictures where XML has no place for it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph as RdfGraph

from kg.markup import escaped, mended, quoted, visible
from kg.query.protocol import Question, reply
from kg.query.result import Result

NASTY = 'a\x00\x01b\x0b\ufffe\r\n\r\t\x85\u2028 "q" <&> ]]> \U0001f600 \u202e'
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def shown(text: str) -> str:
    """What a reader of XML must find."""
    return visible(text)[0]


@given(st.one_of(st.just(NASTY), st.text()))
def test_any_text_survives_in_content_and_attribute(text: str) -> None:
    """Quotes, line ends and markup come back; forbidden characters as their pictures."""
    found = ET.fromstring(f"<a b={quoted(shown(text))}>{escaped(shown(text))}</a>")  # noqa: S314 (ours)
    assert found.get("b") == shown(text)
    assert (found.text or "") == shown(text)


def test_pictures_are_counted() -> None:
    """The comment stands behind the declaration and says how many; without any there is none."""
    assert mended('<?xml version="1.0"?>\n<a>\x00\x1f</a>') == (
        '<?xml version="1.0"?>\n<!-- 2 control characters shown by their pictures -->\n<a>\u2400\u241f</a>'
    )
    assert mended("<a>\x01</a>").startswith("<!-- 1 ")
    assert mended("<a>b</a>") == "<a>b</a>"


@given(st.one_of(st.just(NASTY), st.text()))
def test_rows_in_xml_are_always_well_formed(text: str) -> None:
    """The SPARQL results format holds any label."""
    rows = {"head": {"vars": ["o"]}, "results": {"bindings": [{"o": {"type": "literal", "value": text}}]}}
    tree = ET.fromstring(Result(rows).to_xml())  # noqa: S314 (ours)
    (literal,) = tree.iter("{http://www.w3.org/2005/sparql-results#}literal")
    assert (literal.text or "") == shown(text)


@pytest.mark.parametrize("text", [NASTY, "plain", ""])
def test_graphs_in_rdf_xml_are_always_well_formed(text: str) -> None:
    """CONSTRUCT in RDF/XML is read back by rdflib."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://example.org/a"), ox.NamedNode(LABEL), ox.Literal(text)))
    question = Question("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "application/rdf+xml")
    (found,) = RdfGraph().parse(data=reply(store, question).body, format="xml").objects()
    assert str(found) == shown(text)
