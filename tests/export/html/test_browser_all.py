"""Point 8 in a real browser: for everyone. And bad input: the page stays usable."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from export.html import invented
from export.html.browser import Opened, Opener

from kg.model import Edge, Entity, Graph, Time

pytestmark = pytest.mark.browser

VIEWS = ("graph", "table", "timeline", "matrix", "places", "list")


def axe(page: Opened) -> list[str]:
    """Serious and critical findings of axe-core."""
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-core (axe-playwright-python) is not installed")
    page.run((Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.run("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']}: {n['target']} {n.get('failureSummary', '')}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
        for n in v["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(show: Opener, view: str, scheme: str) -> None:
    """No serious or critical violation in any view, light or dark, with a panel and filters open."""
    page = show(fragment=f"#view={view}&node=person/420527-aaaaaaa1&sure=50", color_scheme=scheme)
    page.until("document.querySelector('#panel h2')")
    page.run("() => document.querySelectorAll('details.card').forEach((d) => (d.open = true))")
    page.page.wait_for_timeout(200)
    assert axe(page) == []


def test_axe_on_a_phone_in_english(show: Opener) -> None:
    """The same on a phone, with the drawer of filters open."""
    page = show(size=(390, 844), locale="en-GB")
    page.page.click("#facets-toggle")
    page.page.wait_for_timeout(300)
    assert axe(page) == []


def test_language_of_the_browser_and_switch(show: Opener) -> None:
    """English browsers see English; the switch changes everything, names of people stay."""
    page = show(locale="en-GB", fragment="#node=person/420527-aaaaaaa1")
    page.until("document.querySelector('#panel .standing')")
    assert page.text("#panel .standing b") == "Cleared"
    assert page.run("document.documentElement.lang") == "en"
    page.page.click("#lang")
    page.until("document.querySelector('#panel .standing b')?.textContent === '已澄清正名'")


def test_phone(show: Opener) -> None:
    """On 390 pixels nothing runs out of the side, touch targets are large, and the panel is a sheet."""
    page = show(size=(390, 844), has_touch=True, is_mobile=True, fragment="#node=person/420527-aaaaaaa1")
    page.until("document.querySelector('#panel h2')")
    for view in VIEWS:
        page.go(f"view={view}")
        assert page.run("document.documentElement.scrollWidth") <= 390, view
    page.go("node=person/420527-aaaaaaa1")
    box = page.page.locator("#panel").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 300
    for target in ("#facets-toggle", "#zoom-in", "#panel-close", "#tabs button"):
        size = page.page.locator(target).first.bounding_box()
        assert min(size["width"], size["height"]) >= 36, target


def test_keyboard_only(show: Opener) -> None:
    """From the canvas: choose a node, walk to a neighbour, read its panel, focus, filter off, other view."""
    page = show()
    page.run("() => document.getElementById('canvas').focus()")
    page.page.keyboard.press("ArrowRight")
    first = page.until("document.querySelector('#panel h2')?.textContent")
    page.page.keyboard.press("ArrowLeft")
    page.until(f"document.querySelector('#panel h2')?.textContent !== {first!r}")
    page.page.keyboard.press("n")
    page.until("location.hash.includes('near=')")
    page.page.keyboard.press("Enter")
    assert page.run("document.activeElement.id") == "panel"
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("2")
    page.until("document.body.dataset.view === 'table'")
    page.page.keyboard.press("?")
    assert page.run("document.getElementById('help').open")


def test_tab_reaches_everything(show: Opener) -> None:
    """Tab alone gets from the top to the search, tabs, canvas and filters, and each shows where it is."""
    page = show()
    seen = set()
    for _ in range(60):
        page.page.keyboard.press("Tab")
        seen.add(page.run("document.activeElement.id || document.activeElement.className"))
    assert {"find", "theme", "lang", "canvas"} <= seen
    assert "choice " in seen or "choice" in seen


def test_reduced_motion(show: Opener) -> None:
    """With reduced motion asked for, the camera jumps."""
    page = show(reduced_motion="reduce")
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    page.page.click("#zoom-in")
    page.page.wait_for_timeout(60)
    first = page.run(look)
    page.page.wait_for_timeout(500)
    assert page.run(look) == first


def odd() -> dict[str, Graph]:
    """Graphs a page may not stumble over."""
    graph = invented.small()
    names = ["长" * 300, "مرحبا \u202eabc", "👩‍👩‍👧‍👦 甲", " ", "A" * 300, "\u0000\u0007x"]
    odd_names = tuple(
        replace(e, label=names[i % len(names)], aliases=(names[(i + 1) % len(names)],))
        for i, e in enumerate(graph.entities)
    )
    undated = tuple(replace(f, time=Time()) for f in graph.facts)
    two = (Entity("person/420527-a", "Person", "甲"), Entity("person/420527-b", "Person", "乙"))
    parallel = tuple(Edge("person/420527-a", f"p{i:04d}", "person/420527-b") for i in range(3000))
    return {
        "empty": Graph((), (), (), ()),
        "one": Graph((), two[:1], (), ()),
        "names": replace(graph, entities=odd_names),
        "undated": replace(graph, facts=undated),
        "parallel": Graph((), two, (), parallel),
        "loop": Graph((), two[:1], (), (Edge("person/420527-a", "heldPost", "person/420527-a"),)),
        "no documents": replace(graph, documents=()),
        "markup": invented.nasty(),
    }


@pytest.mark.parametrize("name", odd())
def test_bad_input(show: Opener, name: str) -> None:
    """Every view of every odd graph opens without a complaint, and the search still answers."""
    graph: Any = odd()[name]
    page = show(graph)
    first = graph.entities[0].id if graph.entities else "person/none"
    for view in VIEWS:
        page.go(f"view={view}&node={first}")
        page.until(f"document.body.dataset.view === '{view}'")
        assert page.run("document.documentElement.scrollWidth") <= 1440
    page.page.fill("#find", "甲")
    assert page.complaints == []
    assert f"{len(graph.edges):,} 条关系" in page.text("#total")


def test_parallel_edges_are_told_by_number(show: Opener) -> None:
    """Three thousand relations between two are one line, and the panel says how many there are."""
    page = show(odd()["parallel"], fragment="#node=person/420527-a")
    page.until("document.querySelector('#panel h2')")
    assert "3,000" in page.text("#panel-body")
