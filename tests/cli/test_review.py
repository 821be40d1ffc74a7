"""``kg review``: the queue, the decision, the next build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

RUN = CliRunner()
TEXTS = ("望江县教育局局长张伟受到党内警告处分。", "宿松县财政局局长张伟受到政务警告处分。")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two texts with one name."""
    path = tmp_path / "in.jsonl"
    path.write_text(
        "".join(json.dumps({"id": f"d{n}", "text": t}) + "\n" for n, t in enumerate(TEXTS)), encoding="utf-8"
    )
    return path


def persons(out: Path) -> int:
    """How many persons a build holds."""
    rows = [json.loads(line) for line in (out / "entities.jsonl").read_text(encoding="utf-8").splitlines()]
    return sum(row["kind"] == "Person" for row in rows)


def built(source: Path, out: Path) -> int:
    """Build, and count the persons."""
    done = RUN.invoke(app, ["build", str(source), "-o", str(out), "-q"])
    assert done.exit_code == 0, done.output
    return persons(out)


def test_decision_is_asked_once_and_survives(source: Path, tmp_path: Path) -> None:
    """Both sides are shown; the decision is kept, applied by the next build, and not asked again."""
    out = tmp_path / "out"
    assert built(source, out) == 2
    shown = RUN.invoke(app, ["review", str(out), "--who", "li"], input="same\nmoved there\n")
    assert TEXTS[0].rstrip("。") in shown.output
    assert TEXTS[1].rstrip("。") in shown.output
    assert "moved there" in (out / "judgements.tsv").read_text(encoding="utf-8")
    assert built(source, out) == 1
    assert "nothing to decide" in RUN.invoke(app, ["review", str(out)]).output


def test_later_and_quit_decide_nothing(source: Path, tmp_path: Path) -> None:
    """No answer, no file."""
    out = tmp_path / "out"
    built(source, out)
    for answer in ("later\n", "quit\n", ""):
        assert RUN.invoke(app, ["review", str(out)], input=answer).exit_code == 0
    assert not (out / "judgements.tsv").exists()
