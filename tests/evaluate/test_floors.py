"""The pinned floors hold: what was once read right stays so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli.evaluate import read_texts
from kg.evaluate import load, score
from kg.evaluate.gate import Pin, below, digest, measured

ROOT = Path(__file__).resolve().parents[2]
PINS = json.loads((ROOT / "tests" / "gold" / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(PINS))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    """Every F1 by type is at least what is pinned, on the very corpus it was pinned on."""
    pin = Pin.parse(PINS[name])
    path = ROOT / pin.file
    if not path.exists():
        pytest.skip(f"{pin.file} is not beside the repository")
    assert digest(path.read_bytes()) == pin.sha256, "the corpus has changed: python scripts/gate.py pin"
    gold = load(path)
    assert below(pin, measured(score(gold, read_texts(path, gold, None)))) == []
