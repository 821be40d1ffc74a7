"""The figures of scripts/coverage.py on the first article, where the study is at hand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STUDY = ROOT.parent / "shared" / "design" / "domain.md"


def test_the_article_is_covered() -> None:
    """Nearly every fact and every mechanism is found, and no demand is read where the study has none."""
    if not STUDY.exists():
        pytest.skip("the domain study is not beside the repository")
    command = [sys.executable, "scripts/coverage.py"]
    found = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONPATH": "."}
    )
    figures = re.search(r"facts (\d+) of 70, mechanisms (\d+) of 23", found.stdout)
    assert figures is not None, found.stdout
    assert int(figures[1]) >= 68
    assert int(figures[2]) == 23
    assert "no fact" not in found.stdout
