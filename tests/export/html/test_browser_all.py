"""Point 8 in a real browser: for everyone."""

from __future__ import annotations

import pytest
from export.html.axe import axe
from export.html.browser import Opener

pytestmark = pytest.mark.browser

VIEWS = ("graph", "table", "timeline", "matrix", "places", "list")


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
