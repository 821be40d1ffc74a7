"""The reader as native code: the same answers, and a wheel in any case."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTICES = ROOT / "tests" / "gold" / "invented.jsonl"
READ = """
import json, sys
from kg import pipeline, recognise
from kg.read import Options, Raw, document
resources = pipeline.load()
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for row in rows:
    raw = Raw(row["text"], "t", published=row.get("published") or "")
    print(pipeline.extract(document(raw, Options()), resources))
print(recognise.__file__, file=sys.stderr)
"""


def wheel(folder: Path, **environment: str) -> Path:
    """The wheel built with the switch on, unpacked."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        env={**os.environ, "KG_COMPILE": "1", **environment},
    )
    (built,) = folder.glob("*.whl")
    zipfile.ZipFile(built).extractall(folder / "unpacked")
    return built


def run(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with the package of a folder."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=where,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(where)},
    )


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_native_code_reads_the_same(tmp_path: Path) -> None:
    """Every reading is the same to the letter, in one process and in two that send native values."""
    pytest.importorskip("mypyc", reason="mypy is not installed (make check installs it)")
    if shutil.which(sysconfig.get_config_var("CC").split()[0]) is None:
        pytest.skip("no C compiler")
    built = wheel(tmp_path)
    assert not built.name.endswith("-none-any.whl")
    unpacked = tmp_path / "unpacked"
    native, pure = (run(where, "-c", READ, str(NOTICES)) for where in (unpacked, ROOT))
    assert native.stderr.strip().endswith(sysconfig.get_config_var("EXT_SUFFIX"))
    assert pure.stderr.strip().endswith(".py")
    assert native.stdout == pure.stdout
    lines = []
    for number, (where, workers) in enumerate([(unpacked, "2"), (unpacked, "1"), (ROOT, "1")]):
        target = tmp_path / f"{number}.jsonl"
        run(where, "-m", "kg", "extract", str(NOTICES), "-o", str(target), "--workers", workers)
        lines.append(target.read_bytes())
    assert lines[0] == lines[1] == lines[2]


def test_without_a_compiler_the_wheel_is_pure(tmp_path: Path) -> None:
    """Where nothing can be compiled the wheel is the one for every platform."""
    broken = tmp_path / "broken"
    (broken / "mypyc").mkdir(parents=True)
    (broken / "mypyc" / "__init__.py").write_text("")
    (broken / "mypyc" / "__main__.py").write_text("raise SystemExit('error: no compiler')")
    assert wheel(tmp_path, PYTHONPATH=str(broken)).name.endswith("-none-any.whl")
