"""Point 9 in a real browser: size. Limits are generous here; scripts/page_figures.py measures."""

from __future__ import annotations

import time
from typing import Any

import pytest
from export.html import invented
from export.html.browser import Opener

from kg.export.html import render

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BEAT = "() => { window.beats = 0; const beat = () => { window.beats++; window.enough || requestAnimationFrame(beat); }; requestAnimationFrame(beat); }"  # noqa: E501


@pytest.fixture(scope="module")
def twenty(vocabulary: Any) -> str:
    """The page of 20,000 nodes and 40,000 edges."""
    return render(invented.large(20_000), vocabulary)


def test_weight(twenty: str) -> None:
    """The file of 20,000 nodes is under 12 MB."""
    assert len(twenty.encode()) < 12_000_000


def test_opens_and_moves(show: Opener, twenty: str) -> None:
    """20,000 nodes stand within seconds, pan at 30 frames at least, and a search answers soon."""
    start = time.perf_counter()
    page = show(twenty)
    assert time.perf_counter() - start < 10
    assert "20,000" in page.text("#total")
    box = page.page.locator("#mynetwork").bounding_box()
    page.page.mouse.move(box["x"] + 60, box["y"] + 300)
    page.page.mouse.down()
    page.run(BEAT)
    begin, k = time.perf_counter(), 0
    while time.perf_counter() - begin < 2:
        k += 1
        page.page.mouse.move(box["x"] + 60 + k % 90, box["y"] + 300 - k % 70)
    beats = page.run("window.beats") / (time.perf_counter() - begin)
    page.page.mouse.up()
    assert beats > 30
    took = page.run(
        "() => { const f = document.getElementById('find'); f.value = 'jlm'; const t = performance.now();"
        " f.dispatchEvent(new Event('input')); return performance.now() - t; }"
    )
    assert took < 400
    assert page.page.locator("#hits li").count() == 12


SEARCH = """(q) => { const f = document.getElementById('find'); f.value = q; const t = performance.now();
f.dispatchEvent(new Event('input')); document.getElementById('hits').offsetHeight;
return performance.now() - t; }"""


def test_short_searches_are_quick_and_good(show: Opener, twenty: str) -> None:
    """One and two letters are answered at once; a whole name is never passed over."""
    page = show(twenty)
    page.page.wait_for_timeout(1500)
    assert max(page.run(SEARCH, q) for q in ("j", "甲", "jl", "示例", "zz", "q")) < 200
    rare = next(e for e in reversed(invented.large(20_000).entities) if e.kind == "JointDisciplineOrgan")
    page.run(SEARCH, rare.label)
    assert page.text("#hits .hit") == rare.label


def test_two_hundred_thousand(show: Opener, vocabulary: Any) -> None:
    """200,000 nodes open on provinces, move, unfold on a click, and are searched by a letter."""
    page = show(render(invented.large(200_000), vocabulary))
    assert page.run("performance.getEntriesByName('kg-picture')[0].startTime") < 12_000
    assert "200,000" in page.text("#total")
    page.page.wait_for_timeout(3000)
    assert page.run(SEARCH, "j") < 400
    assert page.run(SEARCH, "jl") < 400
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    before = page.run(look)
    page.page.keyboard.press("Escape")
    page.page.click("#zoom-in")
    page.page.wait_for_timeout(800)
    assert page.run(look) != before
    assert page.complaints == []


def test_memory(show: Opener, twenty: str) -> None:
    """The heap of the page of 20,000 nodes stays under 300 MB."""
    page = show(twenty)
    cdp = page.page.context.new_cdp_session(page.page)
    cdp.send("HeapProfiler.enable")
    cdp.send("HeapProfiler.collectGarbage")
    assert cdp.send("Runtime.getHeapUsage")["usedSize"] < 300_000_000


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_unfolded_views_can_be_read(
    show: Opener, vocabulary: Any, monkeypatch: pytest.MonkeyPatch, motion: str
) -> None:
    """At each step inwards no name lies on another and lines are thin, camera gliding or jumping."""
    from kg.export.html import picture

    monkeypatch.setattr(picture, "OVERVIEW_FROM", 2000)
    page = show(invented.large(4000), reduced_motion=motion)
    box = page.page.locator("#mynetwork").bounding_box()
    for step in range(5):
        page.page.wait_for_timeout(900)
        boxes = page.run("cadreKg.names()")
        for i, a in enumerate(boxes):
            for b in boxes[:i]:
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], step
        assert 0.2 < page.run("cadreKg.line()") < 4
        page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.page.click("#zoom-in")
        page.page.keyboard.press("Escape")


def test_overview_unfolds(show: Opener, vocabulary: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the stated size provinces come first; opening one brings its nodes; a link finds a node."""
    from kg.export.html import picture

    monkeypatch.setattr(picture, "OVERVIEW_FROM", 2000)
    graph = invented.large(4000)
    page = show(graph)
    page.page.wait_for_timeout(300)
    look = "() => document.querySelector('#mynetwork canvas').toDataURL()"
    before = page.run(look)
    box = page.page.locator("#mynetwork").bounding_box()
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.page.wait_for_timeout(900)
    assert page.run(look) != before
    person = next(e.id for e in graph.entities if e.kind == "Person")
    page.go(f"node={person}")
    page.until("document.querySelector('#panel h2')")
    assert page.complaints == []
