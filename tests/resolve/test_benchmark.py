"""The benchmark of invented notices: persons are put together without being mixed up."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "bench_resolve.py"


def test_persons_are_told_apart_and_put_together() -> None:
    """Pairs joined are right, pairs of whole names are found, and both rivals do worse."""
    spec = importlib.util.spec_from_file_location("bench_resolve", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = bench
    spec.loader.exec_module(bench)
    rows = bench.figures(300, 1)
    assert rows["cadre-kg"][0] >= 0.995
    assert rows["cadre-kg, whole names"][1] >= 0.9
    assert max(rows[rival][0] for rival in ("one name, one person", "similar strings")) < rows["cadre-kg"][0]
