"""Pictures of every view of the page: wide and on a phone, light and dark, in Chinese and English.

    python scripts/screenshots.py [FOLDER] [--page out/graph.html]

Without ``--page`` the example notices of ``docs/examples`` are built first. Pictures go to
``out/screenshots`` unless a folder is given; file names say what is on them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.export.html import read  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CHROMIUM = "/usr/bin/chromium"
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
OPEN_CARDS = "document.querySelectorAll('#panel details.card').forEach((d, i) => { d.open = i < 1; })"
TYPE = (
    "(find => { find.value = 'j'; find.dispatchEvent(new Event('input')); })(document.getElementById('find'))"
)
VIEWS = {
    "graph": ("", ""),
    "events": ("#events=1", ""),
    "person": ("#node={who}", OPEN_CARDS),
    "neighbourhood": ("#near={who}&node={who}", ""),
    "path": ("#path={who},{other}", ""),
    "edge": ("#edge={edge}", OPEN_CARDS),
    "fact": ("#fact={fact}", ""),
    "filtered": ("#stance=asserted&sure=75", ""),
    "filters": ("", "document.body.classList.add('show-facets')"),
    "search": ("", TYPE),
    "take": ("", "document.getElementById('take').open = true"),
    "help": ("", "document.getElementById('help').showModal()"),
    "table": ("#view=table", ""),
    "timeline": ("#view=timeline", ""),
    "matrix": ("#view=matrix", ""),
    "places": ("#view=places", ""),
    "list": ("#view=list", ""),
}
"""Name -> address after the page's own, and what is done there before the picture."""


def main() -> None:
    """Take all pictures and name the folder."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("folder", type=Path, nargs="?", default=ROOT / "out" / "screenshots")
    ask.add_argument("--page", type=Path)
    asked = ask.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as built, sync_playwright() as play:
        page = asked.page or _built(Path(built))
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        taken = sum(
            _take(browser, page.resolve(), asked.folder, size, scheme, language)
            for size in SIZES
            for scheme, language in (("light", "zh-CN"), ("dark", "en-GB"))
        )
        browser.close()
    print(f"{taken} pictures in {asked.folder}")


def _built(folder: Path) -> Path:
    """The page of the example notices."""
    command = [sys.executable, "-m", "kg", "build", str(ROOT / "docs" / "examples"), "-o", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder / "graph.html"


def _take(browser: Browser, page: Path, folder: Path, size: str, scheme: str, language: str) -> int:
    """Every view at one size, in one scheme and language; returns how many."""
    ids = _ids(page.read_text(encoding="utf-8"))
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale=language,
        reduced_motion="reduce",
        has_touch=size == "phone",
        is_mobile=size == "phone",
    )
    for name, (fragment, act) in VIEWS.items():
        tab = context.new_page()
        tab.goto(page.as_uri() + fragment.format(**ids))
        tab.wait_for_selector("body[data-ready=all]", timeout=60_000)
        tab.wait_for_timeout(400)
        if act:
            tab.evaluate(act)
            tab.wait_for_timeout(400)
        tab.screenshot(path=folder / f"{name}-{size}-{scheme}-{language[:2]}.png")
        tab.close()
    context.close()
    return len(VIEWS)


def _ids(page: str) -> dict[str, str]:
    """What to show: the two people with the most facts, a fact of the first, an edge that rests on facts."""
    core = read.block(page, "kg-core")
    every, things = core["nodes"]["id"], core["size"][0] + core["size"][1]
    counts: Counter[str] = Counter()
    for row in core["facts"]["role"]:
        counts.update({every[v] for v in row[1::2] if every[v].startswith("person/")})
    first, second = [who for who, _ in counts.most_common(2)] if len(counts) > 1 else ["none", "none"]
    facts = [f for f, row in enumerate(core["facts"]["role"]) if first in {every[v] for v in row[1::2]}]
    edge = next((h for h, rests in zip(core["edges"]["h"], core["edges"]["f"], strict=True) if rests), "none")
    fact = every[things + facts[0]] if facts else "none"
    return {"who": first, "other": second, "fact": fact, "edge": f"edge/{edge}"}


if __name__ == "__main__":
    main()
