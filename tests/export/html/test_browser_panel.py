"""Points 5, 6 and 7 in a real browser: check, other looks, take away."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from export.html import invented
from export.html.browser import Opened, Opener, taken
from rdflib import Graph as Rdf

from kg.export.html import read
from kg.export.turtle import turtle

pytestmark = pytest.mark.browser


def panel(show: Opener, fragment: str) -> Opened:
    """The page with a panel open and every card unfolded."""
    page = show(fragment=fragment, permissions=["clipboard-read", "clipboard-write"])
    page.until("document.querySelector('#panel h2') && document.querySelector('#panel .props, #panel .card')")
    page.run("() => document.querySelectorAll('#panel details').forEach((d) => (d.open = true))")
    page.page.wait_for_timeout(150)
    return page


def test_panel_of_a_cleared_person(show: Opener) -> None:
    """Sentence, unknown role, words of the date, marked quote, source, rule, review and IRI are there."""
    page = panel(show, "#node=person/420527-aaaaaaa1")
    text = page.text("#panel-body")
    for part in (
        "已澄清正名", "2023-04-18", "秭归县纪委监委", "未载", "原文“2023年4月18日”", "把握 90%",
        "relate.clearing", "未复核", "https://w3id.org/cadre-kg/id/person/420527-aaaaaaa1",
        "被举报或涉嫌（未证实）",
    ):  # fmt: skip
        assert part in text, part
    marks = page.page.locator("#panel mark").all_inner_texts()
    assert "县纪委监委于2023年4月18日当面为其澄清" in marks
    assert page.page.locator("#panel figcaption a").first.get_attribute("href") == "https://example.org/a"


def test_context_stands_around_the_quote(show: Opener) -> None:
    """The quote is shown in the words around it."""
    page = panel(show, "#node=person/420527-aaaaaaa1")
    whole = page.page.locator("#panel .quote blockquote").all_inner_texts()
    assert any("经查举报不实" in text and "刑事拘留" in text for text in whole)


def test_panel_of_a_fact_without_a_stated_organ(show: Opener, small_page: str) -> None:
    """A sanction whose organ the text does not name says so, in the role and in the sentence."""
    at = next(f.id for f in invented.small().facts if f.label == "乙样例受到政务记大过处分")
    text = panel(show, f"#fact={at}").text("#panel-body")
    assert "决定者：（机关未载）" in text
    assert re.search(r"主体\s+未载", text)


STANDINGS = {
    "person/420527-aaaaaaa1": "已澄清正名",
    "person/420527-aaaaaaa2": "受到处理处分",
    "person/420527-aaaaaaa3": "因诬告被处理",
    "person/421200-aaaaaaa4": "接受审查调查（尚无结论）",
    "person/421200-aaaaaaa6": "被举报或涉嫌（未证实）",
    "person/421200-aaaaaaa7": "刑事程序",
}


@pytest.mark.parametrize("who", STANDINGS)
def test_standings_say_so_in_words(show: Opener, who: str) -> None:
    """Each standing has its own word, sign and colour class; the first is the one that counts."""
    page = panel(show, f"#node={who}")
    assert page.page.locator("#panel .standings .standing").first.inner_text().startswith(STANDINGS[who])


def test_a_cleared_person_never_looks_punished(show: Opener) -> None:
    """No sanction colour or word stands at a person who was accused and cleared."""
    page = panel(show, "#node=person/420527-aaaaaaa1")
    assert page.page.locator("#panel .sanctioned, #panel .criminal, #panel .accuser").count() == 0
    assert "处分" not in page.text("#panel .standings")


def test_standings_differ_in_shape(show: Opener) -> None:
    """In grey each sign still has an outline or mark of its own."""
    page = show()
    signs = page.run(
        "() => [...document.querySelectorAll('#panel .standings .sign')]"
        ".map((s) => [...s.children].map((p) => p.getAttribute('d')).join())"
    )
    assert len(signs) >= 6
    assert len(set(signs)) == len(signs)


def test_copies_are_part_of_the_turtle(show: Opener, vocabulary: Any) -> None:
    """What "copy as Turtle" gives parses, and every statement of it stands in the build's own Turtle."""
    page = panel(show, "#node=person/420527-aaaaaaa2")
    page.page.get_by_role("button", name="复制为 Turtle").click()
    copied = page.until("navigator.clipboard.readText()")
    part = Rdf().parse(data=copied, format="turtle")
    whole = Rdf().parse(data="".join(turtle(invented.small(), vocabulary)), format="turtle")
    assert len(part) > 20
    assert {t for t in part if t not in whole} == set()


def test_copied_query_runs(show: Opener, vocabulary: Any) -> None:
    """The copied SPARQL gives rows on the Turtle of the build."""
    page = panel(show, "#node=person/420527-aaaaaaa2")
    page.page.get_by_role("button", name="复制 SPARQL 查询").click()
    query = page.until("navigator.clipboard.readText()")
    whole = Rdf().parse(data="".join(turtle(invented.small(), vocabulary)), format="turtle")
    assert len(list(whole.query(query))) > 5


def test_table_sorts_and_filters(show: Opener) -> None:
    """The table has a row a fact, follows the filters and sorts by a column."""
    page = show(fragment="#view=table")
    assert page.page.locator("#sheet tbody tr").count() == 19
    page.page.locator("#sheet th button", has_text="把握").click()
    first = page.page.locator("#sheet tbody tr").first.inner_text()
    assert "60%" in first
    page.go("view=table&kind=Clearing")
    assert page.page.locator("#sheet tbody tr").count() == 2


def test_timeline_shows_ranges(show: Opener) -> None:
    """A fact dated since 2022 is drawn as a long bar, one dated to the day as a short one."""
    page = show(fragment="#view=timeline")
    widths = page.run(
        "() => [...document.querySelectorAll('#sheet .mark rect')].map((r) => r.width.baseVal.value)"
    )
    assert max(widths) > 300
    assert min(widths) < 5


def test_matrix_counts(show: Opener) -> None:
    """Measure by year: the demerit of 2023 is one, and choosing the cell filters to it."""
    page = show(fragment="#view=matrix")
    page.page.locator("#sheet [aria-label='政务记大过, 2023: 1']").click()
    page.until("location.hash.includes('measure=voc/gov-sanction/major-demerit')")
    assert "1 条事实" in page.text("#counts")


def test_places_count_upwards(show: Opener) -> None:
    """The tile of the province counts the facts of its counties."""
    page = show(fragment="#view=places")
    label = page.page.locator("#sheet .tile", has_text="湖北").get_attribute("aria-label")
    assert int(label.split(": ")[1]) > 10
    page.page.locator("#sheet .tile", has_text="湖北").click()
    page.until("location.hash.includes('area=place/420000')")


def test_list_names_every_node_and_edge(show: Opener, small_page: str) -> None:
    """The list that stands in for the canvas has each entity and each relation."""
    page = show(fragment="#view=list")
    rows = page.page.locator("#sheet li")
    ids = read.ids(small_page)
    assert rows.count() == len(ids["entities"]) + 5 + len(ids["edges"])  # five terms that edges lead to


def test_take_away_pictures(show: Opener, tmp_path: Path) -> None:
    """PNG is a picture; SVG is well formed, with names as text."""
    page = show()
    assert taken(page, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG")
    tree = ET.fromstring(taken(page, "SVG", tmp_path).read_text(encoding="utf-8"))  # noqa: S314 our own file
    texts = {"".join(t.itertext()) for t in tree.iter("{http://www.w3.org/2000/svg}text")}
    assert {"甲某", "秭归县"} <= texts


def test_take_away_data(show: Opener, vocabulary: Any, tmp_path: Path) -> None:
    """Turtle and JSON-LD of the view say the same, nothing the build does not say; CSV has its edges."""
    page = show(fragment="#near=person/420527-aaaaaaa1")
    part = Rdf().parse(data=taken(page, "Turtle", tmp_path).read_text(encoding="utf-8"), format="turtle")
    whole = Rdf().parse(data="".join(turtle(invented.small(), vocabulary)), format="turtle")
    assert {t for t in part if t not in whole} == set()
    linked = json.loads(taken(page, "JSON-LD", tmp_path).read_text(encoding="utf-8"))
    again = Rdf().parse(data=json.dumps(linked), format="json-ld")
    assert set(again) == set(part)
    rows = list(csv.reader(io.StringIO(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(rows) - 1 == page.run("() => document.getElementById('trail-count') && 5")


def test_csv_of_the_table_is_what_it_shows(show: Opener, tmp_path: Path) -> None:
    """In the table view CSV has a line a fact under the filters."""
    page = show(fragment="#view=table&stance=alleged")
    rows = list(csv.reader(io.StringIO(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(rows) == 3


@pytest.mark.parametrize("view", ["table", "timeline", "matrix", "places", "list"])
def test_pictures_of_every_view(show: Opener, tmp_path: Path, view: str) -> None:
    """PNG and SVG show the view that is open; the words of the SVG are those of the screen."""
    page = show(fragment=f"#view={view}")
    drawn = taken(page, "SVG", tmp_path).read_text(encoding="utf-8")
    tree = ET.fromstring(drawn)  # noqa: S314 our own file
    said = "".join("".join(t.itertext()) for t in tree.iter("{http://www.w3.org/2000/svg}text"))
    word = {"table": "乙样例", "timeline": "甲某", "matrix": "政务记大过", "places": "湖北", "list": "庚某某"}
    assert word[view] in said
    picture = taken(page, "PNG", tmp_path).read_bytes()
    assert int.from_bytes(picture[16:20], "big") > 1000
    assert page.complaints == []


def test_csv_of_matrix_and_places(show: Opener, tmp_path: Path) -> None:
    """The matrix is taken away as it stands, places with their numbers at the level shown."""
    page = show(fragment="#view=matrix")
    rows = list(csv.reader(io.StringIO(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig"))))
    at = rows[0].index("2023")
    assert next(r for r in rows if r[0] == "政务记大过")[at] == "1"
    page.go("view=places")
    page.page.get_by_role("button", name="县级", exact=True).click()
    rows = list(csv.reader(io.StringIO(taken(page, "CSV", tmp_path).read_text(encoding="utf-8-sig"))))
    county = next(r for r in rows if r[0] == "秭归县")
    assert county[1] == "湖北省 › 宜昌市"
    assert int(county[2]) > 3


def test_timeline_names_open_their_panel(show: Opener) -> None:
    """The name before a line of the timeline is a button."""
    page = show(fragment="#view=timeline")
    page.page.locator("#sheet .lane", has_text="乙样例").click()
    page.until("document.querySelector('#panel h2')?.textContent === '乙样例'")


def test_places_go_down_to_what_lies_inside(show: Opener) -> None:
    """Prefectures at first; inside a province its prefectures, inside a prefecture its counties."""
    page = show(fragment="#view=places")
    assert page.page.locator("#sheet .bar-name", has_text="宜昌市").count() == 1
    page.page.locator("#sheet .bar", has_text="宜昌市").click()
    page.until("document.querySelector('#sheet .levels [aria-pressed=true]')?.textContent === '县级'")
    assert "秭归县" in page.text("#sheet .bars")
    assert page.page.locator("#sheet .tile[aria-pressed=true]", has_text="湖北").count() == 1
