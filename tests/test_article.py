"""The first article against the domain study: facts, mechanisms and questions found."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "article.py"
FLOORS = {"facts": 70, "mechanisms": 23, "questions": 12}
"""What is found; may rise, not fall."""


def script() -> ModuleType:
    """The command that measures."""
    spec = importlib.util.spec_from_file_location("article_figures", SCRIPT)
    if spec is None or spec.loader is None:
        pytest.fail("scripts/article.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_article_is_in_the_graph() -> None:
    """No figure falls below what was reached."""
    article = script()
    if not article.STUDY.exists():
        pytest.skip("the domain study is not beside the repository")
    figures, missing = article.measured()
    assert {k: found for k, (found, _) in figures.items() if found < FLOORS[k]} == {}, missing
