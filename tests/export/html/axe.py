"""axe-core in the page under test."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from export.html.browser import Opened


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
