"""A command loads what it needs and no more, so that it starts at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("daachorse", "networkx", "numpy", "pypinyin", "pyoxigraph", "pyshacl", "pyvis", "rdflib", "rjieba")
"""Packages that take their time to load."""
WRITERS = ("networkx", "numpy", "pypinyin", "pyshacl", "pyvis", "rdflib")
"""Those of the page and of the checks."""


def loaded(code: str) -> set[str]:
    """The modules a fresh process has loaded after some code."""
    told = f"{code}\nimport sys\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [("import kg.cli", HEAVY), ("import kg.pipeline", WRITERS), ("import kg.read", WRITERS)],
)
def test_imports_are_lazy(code: str, unwanted: tuple[str, ...]) -> None:
    """The help loads no engine, and reading texts loads nothing that only writes."""
    assert loaded(code) & set(unwanted) == set()
    assert loaded(code) >= set(code.split()[1:])
