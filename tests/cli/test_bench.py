"""``kg bench``: every stage of the user's own texts, timed; nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import bench
from kg.cli import app
from kg.errors import InputError

EXAMPLES = str(Path(__file__).resolve().parents[2] / "docs" / "examples")
STAGES = (
    *(bench.PLAIN, bench.TEXTS, bench.AUTOMATON, bench.READING),
    *(bench.RESOLUTION, bench.TURTLE, bench.PAGE, bench.EVIDENCE),
)


def test_every_stage_has_a_row() -> None:
    """Eight stages in order, each with a time and a share, and the shares are the whole."""
    done = CliRunner().invoke(app, ["bench", EXAMPLES, "--rounds", "1"])
    assert done.exit_code == 0, done.output
    rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line][1:]
    assert [row[0] for row in rows] == list(STAGES)
    assert all(float(row[1]) >= 0 for row in rows)
    assert sum(float(row[3]) for row in rows) == pytest.approx(100, abs=1)
    assert "median of 1" in done.stdout


def test_no_text_is_an_error(tmp_path: Path) -> None:
    """Where nothing can be read there is nothing to time."""
    with pytest.raises(InputError, match="nothing could be read"):
        CliRunner().invoke(app, ["bench", str(tmp_path)], catch_exceptions=False)


def test_the_median_counts() -> None:
    """Of several passes the middle one is noted, and whoever listens is told."""
    told: list[str] = []
    run = bench.Run(3, tell=lambda name, _: told.append(name))
    assert run.time("stage", lambda: 7) == 7
    assert told == ["stage"]
    assert run.seconds["stage"] >= 0
