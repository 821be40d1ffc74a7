"""Points 4 and 10 in a real browser: filters, and that each shows what SPARQL counts."""

from __future__ import annotations

from typing import Any

import pyoxigraph
import pytest
from export.html import invented
from export.html.browser import Opener

from kg.export.turtle import turtle

pytestmark = pytest.mark.browser

PREFIX = """
PREFIX kg: <https://w3id.org/cadre-kg/ns#>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX voc: <https://w3id.org/cadre-kg/voc/gov-sanction/>
"""
FACT = "?f kg:stance ?said ; kg:confidence ?sureness . FILTER(CONTAINS(STR(?f), '/id/fact/')) "
FILTERS = {
    "kind=Clearing": "?f a kg:Clearing .",
    "measure=voc/gov-sanction/removal": "?f kg:measure voc:removal .",
    "weight=2,3": """?f kg:measure/kg:severityBand ?b .
      FILTER(?b IN (<https://w3id.org/cadre-kg/voc/severity-band/band-2>,
                    <https://w3id.org/cadre-kg/voc/severity-band/band-3>))""",
    "area=place/420527": """
      { ?f kg:place ?p } UNION
      { FILTER NOT EXISTS { ?f kg:place ?any } ?f ?role ?who . ?who kg:locatedIn ?p } UNION
      { FILTER NOT EXISTS { ?f kg:place ?any } ?f ?role ?p . ?p a kg:Place }
      ?p kg:containedIn* <https://w3id.org/cadre-kg/id/place/420527> .""",
    "area=place/420000": """
      { ?f kg:place ?p } UNION
      { FILTER NOT EXISTS { ?f kg:place ?any } ?f ?role ?who . ?who kg:locatedIn ?p } UNION
      { FILTER NOT EXISTS { ?f kg:place ?any } ?f ?role ?p . ?p a kg:Place }
      ?p kg:containedIn* <https://w3id.org/cadre-kg/id/place/420000> .""",
    "stance=alleged": "?f kg:stance <https://w3id.org/cadre-kg/voc/stance/alleged> .",
    "sure=75": "?f kg:confidence ?c . FILTER(?c >= 0.75)",
    "from=2023-02&to=2023-03": """?f kg:dateEDTF ?d .
      OPTIONAL { ?f kg:notBefore ?a } OPTIONAL { ?f kg:notAfter ?b }
      FILTER((!BOUND(?a) || ?a <= '2023-03-31'^^xsd:date) && (!BOUND(?b) || ?b >= '2023-02-01'^^xsd:date))""",
}


@pytest.fixture(scope="module")
def store(vocabulary: Any) -> pyoxigraph.Store:
    """The Turtle of the small graph, loaded."""
    found = pyoxigraph.Store()
    found.load("".join(turtle(invented.small(), vocabulary)).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return found


@pytest.mark.parametrize("fragment", FILTERS)
def test_a_filter_shows_what_sparql_counts(show: Opener, store: pyoxigraph.Store, fragment: str) -> None:
    """The number of facts shown under a filter is the answer of the query beside it."""
    query = f"{PREFIX} SELECT (COUNT(DISTINCT ?f) AS ?n) WHERE {{ {FACT} {FILTERS[fragment]} }}"
    wanted = int(next(iter(store.query(query)))["n"].value)
    page = show(fragment="#" + fragment)
    assert wanted > 0
    assert f"{wanted} 条事实" in page.text("#counts")


def test_filter_by_source(show: Opener) -> None:
    """Only the facts that a text is witness to are shown."""
    wanted = sum(any(w.doc == "text/b" for w in f.witnesses) for f in invented.small().facts)
    page = show(fragment="#doc=text/b")
    assert f"{wanted} 条事实" in page.text("#counts")


def test_filters_are_visible_removable_and_sent(show: Opener) -> None:
    """A filter set by a click stands as a chip and in the address, and goes when the chip is clicked."""
    page = show()
    page.page.locator("#facets .choice", has_text="政务处分").first.click()
    assert "kind=GovernmentSanction" in page.run("location.hash")
    assert "政务处分" in page.text("#chips")
    assert "2 条事实" in page.text("#counts")
    page.page.locator("#chips .chip").first.click()
    assert page.run("location.hash") == ""
    assert "19 条事实" in page.text("#counts")


def test_counts_of_the_other_choices_follow(show: Opener) -> None:
    """Under an area the kinds count only what lies there."""
    page = show(fragment="#area=place/420527")
    line = page.page.locator("#facets .choice", has_text="党纪处分").first.inner_text()
    assert line.split()[-1] == "0"


def test_counts_of_families_follow(show: Opener) -> None:
    """Under a kind the legend counts the persons of its facts only, hidden ones too."""
    page = show(fragment="#kind=Clearing&hide=person")
    row = page.page.locator("#facets .choice", has_text="人员").first
    assert row.inner_text().split()[-1] == "1"
    assert row.get_attribute("aria-pressed") == "false"


def test_hiding_a_family_takes_its_nodes_away(show: Opener) -> None:
    """Hidden places leave the count of entities and the list."""
    page = show(fragment="#hide=place&view=list")
    assert "24 个实体" in page.text("#counts")
    assert "Term" not in page.text("#sheet")


def test_brush_selects_a_span(show: Opener) -> None:
    """Dragging over the strip of time sets both ends; the text boxes take partial dates."""
    page = show()
    box = page.page.locator("#brush-chart").bounding_box()
    page.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 10)
    page.page.mouse.down()
    page.page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 10, steps=5)
    page.page.mouse.up()
    page.until("location.hash.includes('from=2023') && location.hash.includes('to=2023')")
    assert "未注日期的不显示" in page.text("#brush-text")
    page.page.fill("#brush-from", "2023-04")
    page.page.keyboard.press("Enter")
    page.until("location.hash.includes('from=2023-04-01')")


def test_nothing_left_is_said(show: Opener) -> None:
    """Filters that leave nothing give words, not an empty page."""
    page = show(fragment="#kind=Clearing&measure=voc/gov-sanction/removal&view=table")
    assert "当前筛选下没有内容" in page.text("#sheet")
