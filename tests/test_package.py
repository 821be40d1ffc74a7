"""The wheel carries what a user needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_carries_the_ontology_and_the_page(tmp_path: Path) -> None:
    """Words, classes, shapes, queries, and the page's own files travel with the code."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("kg/_ontology/kg.ttl", "kg/_ontology/shapes.ttl", "kg/cli/__init__.py", "kg/py.typed"):
        assert part in names
    for folder in (
        "kg/_ontology/lexicon/",
        "kg/_ontology/schemes/",
        "kg/_ontology/places/",
        "kg/_ontology/queries/",
    ):
        assert any(n.startswith(folder) for n in names)
    assets = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "kg").rglob("*")
        if p.suffix in {".js", ".css", ".html", ".json"}
    }
    assert assets <= set(names)
    assert not any("__pycache__" in n or n.startswith("tests/") for n in names)
