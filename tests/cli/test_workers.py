"""``--workers``: the same bytes from any number of processes, and a poisoned text costs only itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from built import document, resources
from typer.testing import CliRunner

from kg import pipeline
from kg.cli import app
from kg.errors import InvariantError
from kg.model import Document
from kg.pipeline import Resources
from kg.pool import ENDED, GREEDY, STUCK
from kg.reading import Reading

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"


def run(*arguments: str) -> str:
    """The output of a command that succeeds."""
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    """What a build wrote."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def build(out: Path, workers: str) -> dict[str, bytes]:
    """The files of the examples, built by so many processes."""
    run("build", str(EXAMPLES), "-o", str(out), "--published", "2023-12", "--workers", workers, "-q")
    return files(out)


def test_any_number_builds_the_same(tmp_path: Path) -> None:
    """Every file of a build is byte for byte that of one process."""
    one = build(tmp_path / "1", "1")
    assert "graph.ttl" in one
    assert build(tmp_path / "2", "2") == one
    assert build(tmp_path / "3", "3") == one


def test_any_number_extracts_the_same() -> None:
    """The lines of an extraction stand in the order of the texts."""
    one = run("extract", str(EXAMPLES))
    assert run("extract", str(EXAMPLES), "--workers", "2") == one
    assert run("extract", str(EXAMPLES), "--workers", "3") == one


def poisoned(made: Document, loaded: Resources) -> Reading:
    """A reader that one text ends and another brings to raise."""
    if made.id == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    if made.id == "raiser":
        raise RecursionError("deep")
    return pipeline.extract(made, loaded)


class Work:
    """The poisoned reader with its words, as it travels to another process."""

    def __call__(self, made: Document) -> Reading:
        """Read one text."""
        return poisoned(made, resources())


def test_a_poisoned_text_costs_itself() -> None:
    """A text that raises and one that ends the process are set aside with the reason; the rest is read."""
    made = [document("今天天气很好。", name) for name in ("a", "killer", "b", "raiser", "c")]
    aside: list[tuple[str, str]] = []
    read = list(pipeline.each(Work(), made, 2, lambda d, reason: aside.append((d.id, reason))))
    assert [r.document.id for r in read] == ["a", "b", "c"]
    assert aside == [("killer", ENDED), ("raiser", "reading it failed: RecursionError deep")]


POISONED = """
import sys, time
from kg import cli, pipeline
real = pipeline.extract
def extract(made, loaded):
    if "天气" in made.text:
        raise ZeroDivisionError("no reason")
    if "下雨" in made.text:
        time.sleep(60)
    if "下雪" in made.text:
        bytearray(30_000_000_000)
    return real(made, loaded)
pipeline.extract = extract
sys.argv[0] = "kg"
cli.main()
"""
"""The commands, with a reader that some texts bring down."""


def test_set_aside_is_told_and_kept(tmp_path: Path) -> None:
    """One process goes on past texts that raise, are stuck or greedy, and rejected.jsonl says why."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the poison reaches a copied process only")
    source = tmp_path / "in.jsonl"
    good = "2023年2月,望江县住建局局长赵试样受到政务记大过处分。"
    texts = {"raises": "今天天气很好。", "stuck": "明天下雨。", "greedy": "后天下雪。", "good": good}
    rows = (json.dumps({"id": local, "text": text}) for local, text in texts.items())
    source.write_text("\n".join(rows), encoding="utf-8")
    arguments = ["build", str(source), "-o", str(tmp_path / "out"), "--limit", "max-seconds=4"]
    done = subprocess.run(
        [sys.executable, "-c", POISONED, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rejected = (tmp_path / "out" / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    reasons = {row["path"]: row["reason"] for row in map(json.loads, rejected)}
    assert "ZeroDivisionError" in reasons["raises"]
    assert reasons["stuck"] == STUCK.format(4)
    assert reasons["greedy"] == GREEDY
    assert {json.loads(row)["stage"] for row in rejected} == {"extract"}
    assert "documents\tset aside\t3" in done.stdout
    kept = (tmp_path / "out" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in kept] == ["good"]


def test_without_anyone_to_tell_it_is_an_error() -> None:
    """A program that builds without saying what to do about such texts is told of the first."""

    def broken(_: Document) -> Reading:
        raise ZeroDivisionError("no reason")

    with pytest.raises(InvariantError, match="ZeroDivisionError"):
        list(pipeline.each(broken, [document("今天天气很好。", "a")]))
