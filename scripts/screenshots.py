"""Pictures of every view of the page: wide and on a phone, light and dark, in Chinese and English.

    python scripts/screenshots.py [FOLDER] [--page out/graph.html]

Without ``--page`` the example notices of ``docs/examples`` are built first. Pictures go to
``out/screenshots`` unless a folder is given; file names say what is on them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CHROMIUM = "/usr/bin/chromium"
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
VIEWS = {
    "graph": "",
    "events": "#events=1",
    "person": "#{person}",
    "neighbourhood": "#near={who}&{person}",
    "filtered": "#stance=asserted&sure=75",
    "table": "#view=table",
    "timeline": "#view=timeline",
    "matrix": "#view=matrix",
    "places": "#view=places",
    "list": "#view=list",
}


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
    who = _person(page.read_text(encoding="utf-8"))
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale=language,
        reduced_motion="reduce",
        has_touch=size == "phone",
        is_mobile=size == "phone",
    )
    for name, fragment in VIEWS.items():
        tab = context.new_page()
        tab.goto(page.as_uri() + fragment.format(who=who, person=f"node={who}"))
        tab.wait_for_selector("body[data-ready=all]", timeout=60_000)
        tab.wait_for_timeout(400)
        tab.screenshot(path=folder / f"{name}-{size}-{scheme}-{language[:2]}.png")
        tab.close()
    context.close()
    return len(VIEWS)


def _person(page: str) -> str:
    """A person to show: the first on the page."""
    found = re.search(r"person/[0-9a-z-]+", page)
    return found[0] if found else "none"


if __name__ == "__main__":
    main()
