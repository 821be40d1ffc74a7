"""The corpus of the benchmarks: invented, the same from the same seed, and with everything in it."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from built import resources

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
WANTED = 120


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module that makes the notices."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module("invented")


def test_a_seed_is_a_corpus(invented: Any) -> None:
    """One seed gives the same notices every time, a smaller corpus the first of them, another seed others."""
    made = list(invented.lines(WANTED, 1, resources()))
    assert list(invented.lines(WANTED, 1, resources())) == made
    assert list(invented.lines(20, 1, resources())) == made[:20]
    assert list(invented.lines(20, 2, resources())) != made[:20]


def test_everything_is_in_it(invented: Any) -> None:
    """Notices have the length, all kinds occur, and some are copies."""
    texts = [json.loads(line)["text"] for line in invented.lines(WANTED, 1, resources())]
    assert min(map(len, texts)) >= invented.LENGTH
    assert len(set(texts)) < WANTED
    for word in ("处分", "涉嫌", "开除", "澄清正名", "印发", "任命", "问责", "有期徒刑"):
        assert any(word in text for text in texts), word
