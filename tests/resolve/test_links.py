"""Links out come from the checked table alone."""

from __future__ import annotations

from built import entity, graph, resources

from kg.export.turtle import turtle
from kg.model import Text

TEXT = "2023年2月,安徽省望江县住建局局长赵试样受到政务记过处分。"


def test_province_is_linked_county_is_not() -> None:
    """A province by its code; nothing is guessed for others."""
    built = graph(TEXT)
    links = {
        e.id: [
            p.value.text for p in e.properties if p.predicate == "exactMatch" and isinstance(p.value, Text)
        ]
        for e in built.entities
    }
    assert links["place/340000"] == ["http://www.wikidata.org/entity/Q40956"]
    assert links["place/340827"] == []


def test_link_is_an_address_in_turtle_and_no_identity() -> None:
    """skos:exactMatch with an IRI; owl:sameAs waits for a review."""
    data = "".join(turtle(graph(TEXT), resources().vocabulary))
    assert "skos:exactMatch" in data
    assert "Q40956" in data
    assert '"http://www.wikidata.org' not in data
    assert "owl:sameAs" not in data


def test_every_row_is_a_division_of_that_name() -> None:
    """The table names what the gazetteer has under the code, and no target twice."""
    known = resources()
    links = known.vocabulary.links
    assert len(set(links.values())) == len(links) == 32
    assert all(known.gazetteer.place(local.removeprefix("place/")) for local in links)
    assert entity(graph(TEXT), "place/100000").label == "中国"
