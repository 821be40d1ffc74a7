"""A real Chromium for the tests of the page, and pages opened in it from disk with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from export.html import invented
from export.html.browser import Opened, Opener

from kg import ontology_dir
from kg.export.html import render
from kg.model import Graph
from kg.vocab import Vocabulary

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The ontology of the repository."""
    return Vocabulary.load(ontology_dir.find().path)


@pytest.fixture(scope="session")
def small_page(vocabulary: Vocabulary) -> str:
    """The page of the small invented graph."""
    return render(invented.small(), vocabulary)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The distribution's browser; tests that need it are skipped where it is not installed."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (scripts/system-packages)")
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, small_page: str, vocabulary: Vocabulary, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page from disk, offline: the small graph, or any graph or text given."""
    contexts = []

    def opened(
        what: Graph | str | None = None, fragment: str = "", size: tuple[int, int] = (1440, 900), **wish: Any
    ) -> Opened:
        text = small_page if what is None else what if isinstance(what, str) else render(what, vocabulary)
        file = tmp_path / "graph.html"
        file.write_text(text, encoding="utf-8")
        asked = {"locale": "zh-CN", "color_scheme": "light", "accept_downloads": True} | wish
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **asked)
        context.set_offline(True)
        contexts.append(context)
        page = context.new_page()
        seen = Opened(page)
        page.on("request", lambda r: seen.requests.append(r.url))
        page.on("pageerror", lambda e: seen.complaints.append(str(e)))
        page.on(
            "console", lambda m: seen.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        page.goto(file.as_uri() + fragment)
        page.wait_for_selector("body[data-ready=all]", timeout=60_000)
        return seen

    yield opened
    for context in contexts:
        context.close()
