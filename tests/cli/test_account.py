"""The summary of a build and its files tell the same numbers, and --strict takes them at their word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
TEXT = "怀宁县纪委通报。2023年2月,怀宁县水利局局长赵试样受到党内警告处分。"


def build(out: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a build to its end."""
    return subprocess.run(
        [sys.executable, "-m", "kg", "build", *map(str, arguments), "-o", str(out)],
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        check=False,
    )


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a folder but the readings kept, which any build may add to."""
    files = (p for p in sorted(out.rglob("*")) if p.is_file() and ".cache" not in p.parts)
    return {str(p.relative_to(out)): p.read_bytes() for p in files}


def inputs(folder: Path) -> int:
    """A folder of seven files: three good, one of them twice, and three that are no texts; how many."""
    contents = [TEXT, TEXT + "甲", TEXT + "乙", TEXT, "", "no such language", "\0\1\2"]
    for number, content in enumerate(contents):
        (folder / f"{number}.txt").write_text(content, encoding="utf-8")
    return len(contents)


def test_documents_in_are_documents_told(tmp_path: Path) -> None:
    """Built, set aside and repeated add up to the files; the files of the build hold as many lines."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    count = inputs(folder)
    done = build(out, folder)
    assert done.returncode == 0, done.stderr
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    told = {kind: int(number) for what, kind, number in rows[1:] if what == "documents"}
    assert told == {"built": 3, "set aside": 3, "repeated": 1}
    assert sum(told.values()) == count
    for name, kind in (("texts.jsonl", "built"), ("rejected.jsonl", "set aside")):
        assert len((out / name).read_text(encoding="utf-8").splitlines()) == told[kind]


def test_strict_leaves_the_build_of_before(tmp_path: Path) -> None:
    """With --strict one bad input fails the build, and every file of before stands as it was."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "0.txt").write_text(TEXT, encoding="utf-8")
    assert build(out, folder, "--strict").returncode == 0
    before = contents(out)
    inputs(folder)
    done = build(out, folder, "--strict")
    assert done.returncode == 1
    assert "3 inputs set aside" in done.stderr
    assert contents(out) == before
