"""Whatever ends a build, the files of before stay whole, and the next build is as if nothing had been."""

from __future__ import annotations

import os
import random
import shutil
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


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """A folder that is a file, or without permission, is one line."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = build(tmp_path / "file", EXAMPLES)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
