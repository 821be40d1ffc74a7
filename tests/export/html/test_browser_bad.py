"""Bad input in a real browser: whatever the graph holds, the page stays usable."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from export.html import invented
from export.html.browser import Opened, Opener

from kg.model import Edge, Entity, Graph, Property, Text, Time

pytestmark = pytest.mark.browser

VIEWS = ("graph", "table", "timeline", "matrix", "places", "list")
FIRST = "person/420527-a"
TWO = (Entity(FIRST, "Person", "甲"), Entity("person/420527-b", "Person", "乙"))
LONG = "长" * 300
ARABIC = "مرحبا \u202eabc"
FAMILY = "👩‍👩‍👧‍👦 甲"


def _named(*names: str) -> Graph:
    """The small graph with these names in turn for labels, aliases and titles of properties."""
    graph = invented.small()
    entities = tuple(
        replace(
            e,
            label=names[i % len(names)],
            aliases=(names[(i + 1) % len(names)],),
            properties=(*e.properties, Property("title", Text(names[i % len(names)]))),
        )
        for i, e in enumerate(graph.entities)
    )
    return replace(graph, entities=entities)


@cache
def odd() -> dict[str, Graph]:
    """Graphs a page may not stumble over."""
    graph = invented.small()
    undated = tuple(replace(f, time=Time()) for f in graph.facts)
    alone = Entity("person/420527-z", "Person", "孤例")
    parallel = tuple(Edge(FIRST, f"p{i:04d}", TWO[1].id) for i in range(3000))
    return {
        "empty": Graph((), (), (), ()),
        "one": Graph((), TWO[:1], (), ()),
        "alone": replace(graph, entities=tuple(sorted((*graph.entities, alone), key=lambda e: e.id))),
        "long": _named(LONG, "A" * 300, "word " * 60),
        "right to left": _named(ARABIC, "שלום", "甲"),
        "emoji": _named(FAMILY, "🇨🇳", "𠀀𠀁"),
        "blank": _named(" ", "", "\u0000\u0007x"),
        "undated": replace(graph, facts=undated),
        "parallel": Graph((), TWO, (), parallel),
        "loop": Graph((), TWO[:1], (), (Edge(FIRST, "heldPost", FIRST),)),
        "no documents": replace(graph, documents=()),
        "markup": invented.nasty(),
    }


def opened(show: Opener, name: str, fragment: str = "", **wish: Any) -> Opened:
    """The page of one of them."""
    return show(odd()[name], fragment=fragment, **wish)


@pytest.mark.parametrize("name", odd())
def test_every_view_opens(show: Opener, name: str) -> None:
    """Every view of every odd graph opens without a complaint and fits; the search still answers."""
    graph = odd()[name]
    page = opened(show, name)
    first = graph.entities[0].id if graph.entities else "person/none"
    for view in VIEWS:
        page.go(f"view={view}&node={first}")
        page.until(f"document.body.dataset.view === '{view}'")
        assert page.run("document.documentElement.scrollWidth") <= 1440
    page.page.fill("#find", "甲")
    assert page.complaints == []
    assert f"{len(graph.edges):,} 条关系" in page.text("#total")


@pytest.mark.parametrize("name", odd())
def test_on_a_phone(show: Opener, name: str) -> None:
    """The same on 390 pixels, with a panel open."""
    graph = odd()[name]
    page = opened(show, name, size=(390, 844), has_touch=True, is_mobile=True)
    for view in VIEWS:
        page.go(f"view={view}&node={graph.entities[0].id if graph.entities else ''}")
        page.until(f"document.body.dataset.view === '{view}'")
        assert page.run("document.documentElement.scrollWidth") <= 390, view
    assert page.complaints == []


def test_long_names_are_cut_on_the_canvas_and_whole_in_the_panel(show: Opener) -> None:
    """A name of 300 characters takes two lines at most beside its sign and stands whole in the panel."""
    graph = odd()["long"]
    who = next(e.id for e in graph.entities if e.label == LONG)
    page = opened(show, "long", f"#node={who}")
    page.until(f"document.querySelector('#panel h2')?.textContent === '{LONG}'")
    page.page.wait_for_timeout(300)
    assert page.run("Math.max(...cadreKg.names().map((b) => b[2] - b[0]))") < 220
    head = page.page.locator("#panel h2").bounding_box()
    assert head["height"] < 300
    assert head["x"] + head["width"] <= 1440


def test_names_from_right_to_left_stay_in_their_place(show: Opener) -> None:
    """An override in a name turns nothing but the name."""
    page = opened(show, "right to left", "#view=list")
    assert "条关系" in page.text("#sheet li")
    isolated = page.run("getComputedStyle(document.querySelector('#sheet .link')).unicodeBidi")
    assert isolated == "isolate"


def test_emoji_are_found_and_marked_whole(show: Opener) -> None:
    """A sign of several code points is found by its Chinese part; one outside the basic plane by itself."""
    page = opened(show, "emoji")
    page.page.fill("#find", "甲")
    assert FAMILY in page.page.locator("#hits .hit").all_inner_texts()
    page.page.fill("#find", "𠀁")
    assert page.page.locator("#hits mark").first.inner_text() == "𠀁"


def test_a_node_without_edges_has_its_place(show: Opener) -> None:
    """It is drawn, found and opened, and its surroundings are itself."""
    page = opened(show, "alone", "#near=person/420527-z&node=person/420527-z")
    page.until("document.querySelector('#panel h2')?.textContent === '孤例'")
    assert page.text("#trail-count") == "1 个"
    page.go("")
    assert page.run("(id) => cadreKg.at(id)", "person/420527-z")


def test_an_empty_graph_says_so(show: Opener) -> None:
    """Nothing to show is said in each view in words."""
    page = opened(show, "empty")
    assert "0 个实体" in page.text("#total")
    for view in ("table", "timeline", "matrix", "places"):
        page.go(f"view={view}")
        page.until(f"document.body.dataset.view === '{view}'")
        assert page.page.locator("#sheet .empty").count() == 1, view


def test_one_node_is_drawn_in_the_middle(show: Opener) -> None:
    """A graph of one stands in the canvas at a size to be read."""
    page = opened(show, "one")
    x, y = page.run("(id) => cadreKg.at(id)", FIRST)
    box = page.page.locator("#mynetwork").bounding_box()
    assert abs(x - box["x"] - box["width"] / 2) < 60
    assert abs(y - box["y"] - box["height"] / 2) < 60


def test_parallel_edges_are_told_by_number(show: Opener) -> None:
    """Three thousand relations between two are one line, and the panel says how many there are."""
    page = opened(show, "parallel", f"#node={FIRST}")
    page.until("document.querySelector('#panel h2')")
    assert "3,000" in page.text("#panel-body")


def test_the_bundle_of_parallel_edges_answers_a_click(show: Opener) -> None:
    """A click on their one line opens one of them."""
    page = opened(show, "parallel")
    page.page.wait_for_timeout(300)
    (ax, ay), (bx, by) = (page.run("(id) => cadreKg.at(id)", e.id) for e in TWO)
    page.page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    page.until("document.querySelector('#panel h2')?.textContent.includes('甲')")


def test_no_date_anywhere(show: Opener) -> None:
    """Without dates there is no strip of time, the timeline says why, and the matrix counts under no date."""
    page = opened(show, "undated")
    assert page.run("document.getElementById('brush').hidden")
    page.go("view=timeline")
    page.until("document.querySelector('#sheet .empty')?.textContent.includes('没有日期')")
    page.go("view=matrix")
    page.until("document.querySelector('#sheet thead')?.textContent.includes('日期未载')")
    page.go("from=2023&view=table")
    page.until("document.querySelector('#sheet .empty')")


def test_markup_in_a_quote_is_shown_as_written(show: Opener) -> None:
    """The end of a script in a quoted sentence ends nothing and stands in the panel."""
    graph = odd()["markup"]
    page = opened(show, "markup")
    fact = next(f for f in graph.facts if any("</script>" in e.quote for e in f.witnesses[0].evidence))
    page.go(f"fact={fact.id}")
    page.until("document.querySelector('#panel .quote')")
    assert any("</script><script>" in t for t in page.page.locator("#panel mark").all_inner_texts())
    assert page.run("window.broken === undefined")
    assert page.complaints == []
