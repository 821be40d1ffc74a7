"""The page inside `kg serve`: same file, the policy of both, nothing asked of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from export.html.samples import sample
from serving import serving

pytestmark = pytest.mark.browser
__all__ = ["serving"]


def test_in_kg_serve(
    chromium: Any, serving: Callable[..., AbstractContextManager[str]], tmp_path: Path
) -> None:
    """From the query page to the graph, through all views, a panel and a file: only the server is asked."""
    given = sample("gallery")
    (tmp_path / "graph.ttl").write_text(given.turtle, encoding="utf-8")
    (tmp_path / "graph.html").write_text(given.page, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    page, asked, complaints = context.new_page(), [], []
    page.on("request", lambda r: asked.append(r.url))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    try:
        with serving(tmp_path) as address:
            page.goto(f"{address}graph.html#node={given.busy}")
            page.wait_for_selector("body[data-ready=all]")
            page.wait_for_selector("#panel h2")
            for key in "234561":
                page.keyboard.press(key)
                page.wait_for_timeout(150)
            page.click("#take > summary")
            with page.expect_download() as waiting:
                page.locator("#take-list button", has_text="Turtle").click()
            assert Path(waiting.value.path()).stat().st_size > 0
            outside = [u for u in asked if not u.startswith((address, "blob:", "data:"))]
            assert outside == []
            assert {u.split("#")[0] for u in asked if u.startswith(address)} <= {
                f"{address}graph.html",
                f"{address}favicon.ico",
            }
            assert [c for c in complaints if "favicon" not in c] == []
            shown = page.request.get(f"{address}graph.html").headers
            assert shown["content-type"].startswith("text/html")
    finally:
        context.close()


def test_links_of_the_server_lead_to_the_page(
    chromium: Any, serving: Callable[..., AbstractContextManager[str]], tmp_path: Path
) -> None:
    """The page of a thing on the server links to the graph, which opens from there."""
    given = sample("gallery")
    (tmp_path / "graph.ttl").write_text(given.turtle, encoding="utf-8")
    (tmp_path / "graph.html").write_text(given.page, encoding="utf-8")
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    try:
        with serving(tmp_path) as address:
            page.goto(f"{address}id/{given.busy}")
            page.locator("a[href='/graph.html']").first.click()
            page.wait_for_selector("body[data-ready=all]")
            assert f"{len(given.graph.facts):,}" in page.locator("#total").inner_text()
    finally:
        context.close()
