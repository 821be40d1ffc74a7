"""Figures of the page on generated graphs: weight, first drawing, frames, search, memory.

    python scripts/page_figures.py [--sizes 1000 5000 20000 200000] [--pyvis 1000] [--out figures.json]

Every page is opened from disk in a fresh Chromium without a GPU, 1200 x 800. *First drawing* is from the
start of navigation to the first frame after the picture is on the canvas; *frames* are animation
frames a second while the mouse drags the canvas about for three seconds, whole graph in view and zoomed in;
*search* is the slowest of eight queries from keystroke to drawn suggestions; *memory* the JavaScript heap
after a collection, and the private memory of the page's process. With ``--pyvis`` pages that pyvis writes by
default for the same graphs are opened in the same run and timed until their layout stands still: how many
times as long that is as our first drawing, and how many addresses outside each page asks for.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from export.html import invented  # noqa: E402

from kg.export.html import render  # noqa: E402
from kg.model import Graph  # noqa: E402
from kg.vocab import Vocabulary  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CHROMIUM = "/usr/bin/chromium"
QUERIES = ("甲例某", "jlm", "jialimou", "示例", "ding", "j", "纪检组", "zzzz")
WATCH = """
new MutationObserver(() => {
  if (!document.body || window.drawnAt || !document.body.dataset.ready) return;
  requestAnimationFrame(() => setTimeout(() => (window.drawnAt = window.drawnAt || performance.now())));
}).observe(document, {subtree: true, attributes: true, childList: true, attributeFilter: ["data-ready"]});
"""
FRAMES = """
() => { window.beats = [];
const beat = (t) => { window.beats.push(t); window.counting && requestAnimationFrame(beat); };
window.counting = true; requestAnimationFrame(beat); }
"""
SEARCH = """
(q) => { const box = document.getElementById("find"); box.value = q;
const t = performance.now(); box.dispatchEvent(new Event("input"));
document.getElementById("hits").offsetHeight; return performance.now() - t; }
"""


def main() -> None:
    """Measure and print a table."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--sizes", type=int, nargs="*", default=[1000, 5000, 20000, 200000])
    ask.add_argument("--pyvis", type=int, nargs="*", default=[])
    ask.add_argument("--patience", type=float, default=400, help="seconds after which pyvis is given up")
    ask.add_argument("--out", type=Path)
    asked = ask.parse_args()
    rows = []
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        for size in asked.sizes:
            rows.append(_ours(play.chromium, size, Path(folder)))
            print(json.dumps(rows[-1]), flush=True)
        drawn = {row["nodes"]: row["first_drawing_s"] for row in rows}
        for size in asked.pyvis:
            rows.append(_pyvis(play.chromium, size, Path(folder), asked.patience))
            if size in drawn:
                rows[-1]["times_ours"] = round(rows[-1]["settled_s"] / drawn[size])
            print(json.dumps(rows[-1]), flush=True)
    if asked.out:
        asked.out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def _open(kind: Any) -> tuple[Browser, Page]:
    browser = kind.launch(executable_path=CHROMIUM, args=FLAGS)
    return browser, browser.new_page(viewport={"width": 1200, "height": 800}, locale="zh-CN")


def _ours(kind: Any, size: int, folder: Path) -> dict[str, Any]:
    graph = invented.large(size) if size else invented.small()
    start = time.perf_counter()
    text = render(graph, Vocabulary.load(ROOT / "ontology"))
    built = time.perf_counter() - start
    file = folder / f"{size}.html"
    file.write_text(text, encoding="utf-8")
    browser, page = _open(kind)
    try:
        page.add_init_script(WATCH)
        asked = _outside(page)
        page.goto(file.as_uri())
        drawn = _wait(page, "window.drawnAt")
        page.wait_for_selector("body[data-ready=all]", timeout=60_000)
        page.wait_for_timeout(1500)
        whole = _drag(page)
        for _ in range(CLICKS.get(size, 7)):
            page.click("#zoom-in")
            page.wait_for_timeout(420)
        page.wait_for_timeout(600)
        close = _drag(page)
        search = max(page.evaluate(SEARCH, q) for q in QUERIES for _ in (1, 2))
        return {
            "nodes": len(graph.entities), "edges": len(graph.edges), "facts": len(graph.facts),
            "build_s": round(built, 2), "MB": round(len(text.encode()) / 1e6, 2),
            "first_drawing_s": round(drawn / 1000, 2),
            "fps_whole": whole, "fps_close": close, "search_ms": round(search, 1), **_memory(browser, page),
            "outside": len(asked),
            "load": round(os.getloadavg()[0], 1),
        }  # fmt: skip
    finally:
        browser.close()


def _wait(page: Page, expression: str, seconds: float = 60) -> Any:
    """The value of an expression once it is true; the policy of the page forbids polling inside it."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if value := page.evaluate(expression):
            return value
        page.wait_for_timeout(50)
    raise TimeoutError(expression)


CLICKS = {0: 4, 1000: 4, 5000: 7, 20000: 7, 200000: 10}
"""Steps of zoom from the whole graph to some dozens of nodes."""


def _drag(page: Page, seconds: float = 3.0) -> float:
    """Frames a second while the canvas is dragged round and round."""
    box = page.locator("#mynetwork").bounding_box() or {"x": 0, "y": 0, "width": 600, "height": 400}
    x, y = box["x"] + 40, box["y"] + box["height"] - 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    end, k = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        k += 1
        page.mouse.move(x + 120 * abs((k % 60) / 30 - 1), y - 90 * abs((k % 40) / 20 - 1))
    beats = page.evaluate("() => { window.counting = false; return window.beats; }")
    page.mouse.up()
    page.wait_for_timeout(500)
    return round((len(beats) - 1) / (beats[-1] - beats[0]) * 1000, 1) if len(beats) > 1 else 0.0


def _memory(browser: Browser, page: Page) -> dict[str, float]:
    cdp = page.context.new_cdp_session(page)
    cdp.send("HeapProfiler.enable")
    cdp.send("HeapProfiler.collectGarbage")
    heap = cdp.send("Runtime.getHeapUsage")["usedSize"]
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    resident = max((_resident(p["id"]) for p in processes if p["type"] == "renderer"), default=0)
    return {"heap_MB": round(heap / 1e6, 1), "renderer_MB": round(resident / 1e6, 1)}


def _resident(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _outside(page: Page) -> list[str]:
    """Addresses outside the page that it asks for, as they are asked for."""
    found: list[str] = []
    page.on(
        "request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else found.append(r.url)
    )
    return found


def _pyvis(kind: Any, size: int, folder: Path, patience: float) -> dict[str, Any]:
    """The page pyvis writes by itself: physics in the page, labels as they are."""
    from pyvis.network import Network

    graph: Graph = invented.large(size)
    net = Network(height="800px", width="100%", directed=True, cdn_resources="in_line")
    net.nodes.extend({"id": e.id, "label": e.label, "shape": "dot"} for e in graph.entities)
    known = {e.id for e in graph.entities}
    net.edges.extend(
        {"from": e.source, "to": e.target} for e in graph.edges if e.source in known and e.target in known
    )
    file = folder / f"pyvis{size}.html"
    file.write_text(net.generate_html(notebook=False), encoding="utf-8")
    browser, page = _open(kind)
    try:
        page.context.set_offline(True)
        asked, still = _outside(page), True
        start = time.perf_counter()
        page.goto(file.as_uri(), wait_until="commit")
        try:
            _wait(
                page,
                "(document.getElementById('loadingBar') || {style: {}}).style.display === 'none'",
                patience,
            )
        except TimeoutError:
            still = False
        return {
            "pyvis": size,
            "MB": round(file.stat().st_size / 1e6, 2),
            "settled_s": round(time.perf_counter() - start, 1),
            "given_up": not still,
            "outside": len(asked),
        }
    finally:
        browser.close()


if __name__ == "__main__":
    main()
