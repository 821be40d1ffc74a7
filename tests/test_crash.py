"""Whatever ends a build, the files of before stay whole, and the next build is as if nothing had been."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "docs" / "examples"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def command(out: Path, *inputs: Path) -> list[str]:
    """A build as a user types it."""
    return [sys.executable, "-m", "kg", "build", *map(str, inputs), "-o", str(out), "--published", "2023-12"]


def build(out: Path, *inputs: Path) -> subprocess.CompletedProcess[str]:
    """Run a build to its end."""
    return subprocess.run(
        command(out, *inputs), env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False
    )


def contents(out: Path) -> dict[str, bytes]:
    """The finished files of a folder."""
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file() and not p.name.startswith(".")}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes], float]:
    """What is there before, what a whole build gives, and how long that takes."""
    folder = tmp_path_factory.mktemp("states")
    assert build(folder / "old", EXAMPLES / "1-case-list.txt").returncode == 0
    start = time.monotonic()
    assert build(folder / "new", EXAMPLES).returncode == 0
    return contents(folder / "old"), contents(folder / "new"), time.monotonic() - start


def killed(out: Path, states: tuple[dict[str, bytes], dict[str, bytes], float], delay: float) -> None:
    """Kill a build over old files after some time; each file is then the old one or the new one."""
    old, new, _ = states
    out.mkdir(exist_ok=True)
    for name, content in old.items():
        (out / name).write_bytes(content)
    process = subprocess.Popen(
        command(out, EXAMPLES), env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(delay)
    process.kill()
    process.wait()
    found = contents(out)
    assert found.keys() >= old.keys()
    for name, content in found.items():
        assert content in (old.get(name), new.get(name)), f"{name} after {delay:.3f} s"


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_any_moment(
    tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], float], seed: int
) -> None:
    """SIGKILL at a random moment leaves every file whole, and the next build is byte-identical."""
    killed(tmp_path / "out", states, random.Random(seed).uniform(0, states[2]))  # noqa: S311 (no secret)
    assert build(tmp_path / "out", EXAMPLES).returncode == 0
    assert contents(tmp_path / "out") == states[1]


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_killed_a_hundred_times(
    tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], float]
) -> None:
    """A hundred kills, most of them near the end, where files are written."""
    chance = random.Random(100)  # noqa: S311 (no secret)
    for n in range(100):
        low = 0.0 if n % 4 == 0 else 0.7
        killed(tmp_path / "out", states, chance.uniform(low, 1.05) * states[2])
    assert build(tmp_path / "out", EXAMPLES).returncode == 0
    assert contents(tmp_path / "out") == states[1]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        not shutil.which("mount")
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    """When the disk is full the old files stay, no part is left, and one line says so."""
    (small_disk / "graph.ttl").write_text("old", encoding="utf-8")
    done = build(small_disk, EXAMPLES)
    assert done.returncode == 1
    assert "no space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(small_disk) == {"graph.ttl": b"old"}
    assert not [p for p in small_disk.iterdir() if p.name.endswith(".part")]


@pytest.mark.parametrize("name", [".cache/readings.db", "store/CURRENT", "store/graph.sha256", "texts.jsonl"])
def test_what_is_corrupted_between_two_builds(
    tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], float], name: str
) -> None:
    """A cache, store or stamp full of noise costs time, no more; a broken file of texts is one line."""
    out = tmp_path / "out"
    assert build(out, EXAMPLES).returncode == 0
    if not (out / name).exists():
        pytest.skip(f"no {name} is kept here")
    (out / name).write_bytes(b"\xff\x00noise" * 500)
    before = contents(out)
    done = build(out, EXAMPLES)
    assert "Traceback" not in done.stderr
    if name == "texts.jsonl":
        assert (done.returncode, contents(out)) == (1, before)
        assert "build anew with --fresh" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
        assert contents(out) == states[1]


def test_a_permission_that_is_revoked(
    tmp_path: Path, states: tuple[dict[str, bytes], dict[str, bytes], float]
) -> None:
    """A build that may no longer be written over stands as it was; with the permission back, it is built."""
    bound = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if bound and not shutil.which("setpriv"):
        pytest.skip("root may write everything, and setpriv is not here")
    out = tmp_path / "out"
    assert build(out, EXAMPLES / "1-case-list.txt").returncode == 0
    before = contents(out)
    out.chmod(0o500)
    try:
        done = subprocess.run(
            [*bound, *command(out, EXAMPLES)],
            env=ENVIRONMENT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 1
        assert "permission denied" in done.stderr
        assert "Traceback" not in done.stderr
        assert contents(out) == before
    finally:
        out.chmod(0o700)
    assert build(out, EXAMPLES).returncode == 0
    assert contents(out) == states[1]


@pytest.mark.slow
def test_what_was_read_before_a_kill_is_not_read_again(tmp_path: Path) -> None:
    """Readings are on the disk long before the build ends; the next one goes on from there."""
    rows = (
        json.dumps({"id": str(n), "text": f"怀宁县纪委通报第{n}号。2023年2月,赵试样受到党内警告处分。"})
        for n in range(1_500)
    )
    source, out = tmp_path / "a.jsonl", tmp_path / "out"
    source.write_text("\n".join(rows), encoding="utf-8")
    process = subprocess.Popen(command(out, source), env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    while kept_readings(out) < 500 and process.poll() is None:
        time.sleep(0.05)
    process.kill()
    process.wait()
    assert kept_readings(out, "rw") >= 500  # what a kill left half done is rolled back first
    assert not (out / "graph.ttl").exists()
    assert build(out, source).returncode == 0
    assert build(tmp_path / "other", source).returncode == 0
    assert contents(out) == contents(tmp_path / "other")


def kept_readings(out: Path, mode: str = "ro") -> int:
    """How many readings are on the disk, whoever else has them open."""
    path = out / ".cache" / "readings.db"
    if not path.exists():
        return 0
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode={mode}", uri=True)) as line:
            return int(line.execute("SELECT COUNT(*) FROM readings").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """A folder that is a file, or without permission, is one line."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = build(tmp_path / "file", EXAMPLES)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
