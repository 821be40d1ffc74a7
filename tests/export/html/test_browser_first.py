"""Points 1 and 2 in a real browser: whole and offline; what is seen first."""

from __future__ import annotations

import http.server
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from export.html import invented
from export.html.browser import Opener

pytestmark = pytest.mark.browser

DRAWN = "() => { const c = document.querySelector('#mynetwork canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; }"  # noqa: E501


def test_nothing_is_asked_of_the_network(show: Opener) -> None:
    """Opening from disk, walking through all views and taking files away makes no request but the file."""
    page = show()
    for view in ("table", "timeline", "matrix", "places", "list", "graph"):
        page.go(f"view={view}")
    assert [u for u in page.requests if not u.startswith(("file:", "blob:", "data:"))] == []
    assert sum(u.startswith("file:") for u in page.requests) == 1
    assert page.complaints == []


def test_works_from_a_server(chromium: Any, small_page: str, tmp_path: Path) -> None:
    """The same file over HTTP asks for nothing more than itself (and the browser's icon)."""
    (tmp_path / "graph.html").write_text(small_page, encoding="utf-8")
    handler = partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    handler.log_message = lambda *_: None  # type: ignore[attr-defined]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context()
    try:
        page, asked = context.new_page(), []
        page.on("request", lambda r: asked.append(r.url))
        page.goto(f"http://127.0.0.1:{server.server_port}/graph.html")
        page.wait_for_selector("body[data-ready=all]")
        assert {u.rsplit("/", 1)[1] for u in asked} <= {"graph.html", "favicon.ico"}
    finally:
        context.close()
        server.shutdown()
        server.server_close()


def test_markup_in_labels_stays_text(show: Opener) -> None:
    """Script and image markup in labels, aliases, titles and quotes runs nothing and shows as written."""
    page = show(invented.nasty())
    page.go("node=person/420527-aaaaaaa1")
    page.until("document.querySelector('#panel h2')")
    assert "<script>" in page.text("#panel h2")
    assert page.run("window.broken === undefined")
    assert page.run("document.querySelectorAll('img').length") == 0
    assert page.complaints == []


def test_first_sight(show: Opener) -> None:
    """A drawn graph, a title, counts, a legend and one line on how to use it are there at once."""
    page = show()
    assert page.run(DRAWN) > 20_000
    assert page.text("h1") == "秭归县为受到失实举报的干部澄清正名 (+1)"
    assert "29 个实体" in page.text("#total")
    assert "单击" in page.text("#hint")
    legend = page.text("#facets")
    assert all(word in legend for word in ("人员", "纪检监察机关", "澄清正名", "政务处分"))


def test_names_do_not_lie_on_each_other(show: Opener) -> None:
    """At rest no name covers another, and in a small graph nearly all are there."""
    page = show()
    page.page.wait_for_timeout(300)
    boxes = page.run("cadreKg.names()")
    assert len(boxes) >= 0.85 * 34
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_it_is_quick(show: Opener) -> None:
    """The picture of an article's graph stands within two seconds of opening."""
    page = show()
    assert page.run("performance.now()") < 8000  # start of navigation to now, tests and all
    paint = page.run("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert paint < 2000


def test_the_picture_does_not_move(show: Opener) -> None:
    """Nothing jitters: two looks at the canvas a second apart are the same."""
    page = show()
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    page.page.wait_for_timeout(400)
    first = page.run(look)
    page.page.wait_for_timeout(1000)
    assert page.run(look) == first


def test_the_picture_is_the_same_twice(show: Opener) -> None:
    """Two openings draw the same picture."""
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    pictures = []
    for _ in range(2):
        page = show()
        page.page.wait_for_timeout(400)
        pictures.append(page.run(look))
    assert pictures[0] == pictures[1]


def test_without_scripts_the_page_says_what_it_needs(chromium: Any, small_page: str, tmp_path: Path) -> None:
    """Where scripts are off, as in the preview of a mail program, one line says so and where the data is."""
    file = tmp_path / "graph.html"
    file.write_text(small_page, encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        assert "graph.ttl" in page.locator("noscript").inner_text()
    finally:
        context.close()


def test_print(show: Opener) -> None:
    """On paper stand the picture and the panel under it, and no buttons."""
    page = show(fragment="#node=person/420527-aaaaaaa1")
    page.until("document.querySelector('#panel h2')")
    page.page.emulate_media(media="print")
    page.page.wait_for_timeout(600)
    stage, panel = (page.page.locator(i).bounding_box() for i in ("#stage", "#panel"))
    assert stage["height"] > 400
    assert panel["y"] >= stage["y"] + stage["height"] - 1
    assert page.page.locator("#zoom").is_hidden()


def test_light_and_dark(show: Opener) -> None:
    """The page follows the system and can be switched."""
    page = show(color_scheme="dark")
    assert page.run("document.documentElement.dataset.theme") == "dark"
    page.page.click("#theme")
    assert page.run("document.documentElement.dataset.theme") == "light"
