"""A real Chromium opens the query page, runs a shipped query and sees the rows."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sample import sample_graph

from kg.query import shipped

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
Browse = Callable[[Callable[[Any], None]], None]


@pytest.fixture(scope="module")
def browse() -> Iterator[Browse]:
    """Does something with the browser of the distribution, in a thread of its own.

    Another test may have a browser open in this one, and a thread can hold only one.
    """
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with ThreadPoolExecutor(1) as thread:
        started = thread.submit(lambda: playwright.sync_playwright().start()).result()
        launch = started.chromium.launch
        browser = thread.submit(launch, executable_path=path, args=["--no-sandbox"]).result()
        yield lambda work: thread.submit(work, browser).result()
        thread.submit(browser.close).result()
        thread.submit(started.stop).result()


def opened(browser: Any, site: str) -> tuple[Any, list[str], list[str]]:
    """The page when it is ready, with the addresses it asked and the errors it met."""
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site)
    page.wait_for_selector("body[data-ready=true]")
    return page, asked, errors


def test_a_shipped_query_shows_its_rows(browse: Browse, site: str) -> None:
    """Tab, rows, links of this site only; no request leaves for another host."""

    def look(browser: Any) -> None:
        page, asked, errors = opened(browser, site)
        assert page.locator("[role=tab]").count() == len(shipped())
        page.click("#tab-cq04a-cleared-by-province")
        page.wait_for_selector("#result tbody tr")
        rows = [r.inner_text().split("\t") for r in page.locator("#result tbody tr").all()]
        assert rows == [["安徽省", "34"], ["湖北省", "32"], ["广西壮族自治区", "22"]]
        assert "3 行" in page.inner_text("#count")
        assert all(url.startswith(site) for url in asked)
        assert errors == []
        page.close()

    browse(look)


def test_an_error_is_shown_and_a_link_can_be_followed(browse: Browse, site: str) -> None:
    """The place of a mistake stands on the page; an IRI leads to the page of its thing."""

    def look(browser: Any) -> None:
        page, _asked, _errors = opened(browser, site)
        page.fill("#query", "SELECT ?x WHERE { ?x a ")
        page.click("#run")
        # A locator, not a condition in JavaScript: the page's policy lets nothing be evaluated in it.
        playwright.expect(page.locator("#message")).to_contain_text("line 1, column 24", timeout=20_000)
        page.fill("#query", "SELECT ?p { ?p a kg:Person } ORDER BY ?p LIMIT 1")
        page.click("#run")
        page.click("#result tbody a")
        page.wait_for_selector("h1")
        page.wait_for_url(f"{site}id/person/**")
        assert page.inner_text("h1")
        page.close()

    browse(look)


def test_the_editor_is_used_where_it_is(
    browse: Browse, out: Path, node: dict[str, str], serving: Any
) -> None:
    """With Yasqe beside it the page has highlighting, and still runs the query of a tab."""

    def look(browser: Any) -> None:
        build = Path(node["NODE_PATH"]) / "@zazuko/yasqe/build"
        with serving(out, editor=build) as site:
            page, asked, errors = opened(browser, site)
            page.wait_for_selector("[data-editor=yasqe] .CodeMirror")
            page.click("#tab-cq02-sanctions")
            page.wait_for_selector("#result tbody tr")
            assert "记大过" in page.inner_text("#result")
            assert page.locator(".CodeMirror .cm-keyword").count() > 0
            assert all(url.startswith(site) for url in asked)
            assert errors == []
            page.close()

    browse(look)


@pytest.fixture(scope="module")
def with_text(tmp_path_factory: pytest.TempPathFactory, out: Path) -> Path:
    """A build folder of the sample graph that keeps its text."""
    folder = tmp_path_factory.mktemp("with-text")
    shutil.copy(out / "graph.ttl", folder)
    row = {"id": "sample", "text": sample_graph().documents[0].text}
    (folder / "texts.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_facts_stand_beside_their_text(
    browse: Browse,
    with_text: Path,
    serving: Any,
    width: int,
    beside: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    """Beside it on a desk, beneath it on a phone; a click on a stretch leads to its facts and back."""

    def look(browser: Any) -> None:
        with serving(with_text) as site:
            page = browser.new_page(viewport={"width": width, "height": 800})
            page.goto(f"{site}text/sample")
            text, facts = (page.locator(s).bounding_box() for s in (".text", ".facts"))
            assert (facts["x"] >= text["x"] + text["width"]) is beside
            assert (facts["y"] >= text["y"] + text["height"]) is not beside
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.locator('.text mark a[href^="#c"]').last.click()
            card = page.locator(".facts > li:target")
            playwright.expect(card).to_be_in_viewport(timeout=20_000)
            card.locator("blockquote a").click()
            playwright.expect(page.locator("mark:target")).to_be_in_viewport(timeout=20_000)
            page.close()

    browse(look)
