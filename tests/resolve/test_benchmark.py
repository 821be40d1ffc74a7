"""The benchmark of invented notices: things are put together without being mixed up."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
WAYS = ("cadre-kg", "one string, one thing", "similar strings")


def test_things_are_told_apart_and_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs joined are right, pairs that belong together are found, and no rival does as well at both."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    spec = importlib.util.spec_from_file_location("bench_resolve", SCRIPTS / "bench_resolve.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, bench)
    spec.loader.exec_module(bench)
    rows = bench.figures(400, 1)
    for kind, least in {"person": (0.995, 0.9), "agency": (0.98, 0.98), "document": (0.98, 1.0)}.items():
        ours, *rivals = (rows[f"{kind}: {way}"] for way in WAYS)
        assert ours[0] >= least[0]
        assert ours[1] >= least[1]
        assert all(min(ours[:2]) > min(rival[:2]) for rival in rivals)
    assert rows["person: cadre-kg, pairs with a masked name"][0] >= 0.995
    assert rows["person: cadre-kg, pairs with a masked name"][1] >= 0.87
