"""Several processes give what one gives, and none of them can bring the others down."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError, InvariantError, KgError
from kg.pool import AHEAD, BATCH, ENDED, GREEDY, Crew, Failed, each

ROOT = Path(__file__).resolve().parents[1]
HOLDER = """
import fcntl, os, sys, time
from kg.pool import Crew, _single, each
def work(piece):
    if piece:
        print(copied, flush=True)
        time.sleep(30)
stream = open(sys.argv[1], "w")
fcntl.flock(stream, fcntl.LOCK_EX)
copied = _single()
list(each(work, [0, 1], Crew(1, apart=True)))
"""
"""Holds a lock while its child is at work."""


def double(number: int) -> int:
    """A piece of work; some numbers are poison."""
    match number:
        case 13:
            raise ValueError("unlucky\nnumber")
        case 17:
            os.kill(os.getpid(), signal.SIGKILL)
        case 19:
            time.sleep(60)
        case 31:
            return len(bytearray(3_000_000_000))
        case 23:
            raise InvariantError("a law is broken")
        case 29:
            raise InputError("words.tsv", "broken")
        case _:
            return 2 * number
    raise AssertionError


def results(numbers: list[int], workers: int, seconds: float = 60.0) -> list[object]:
    """What is made of the numbers; the pieces come back in order with it."""
    found = list(each(double, numbers, workers, seconds))
    assert [n for n, _ in found] == numbers
    return [result for _, result in found]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_order_is_kept(workers: int) -> None:
    """Any number of processes gives the same results in the same order."""
    numbers = list(range(100, 170))
    assert results(numbers, workers) == [2 * n for n in numbers]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_raises_is_set_aside(workers: int) -> None:
    """A piece that raises is Failed with one line, the same in one process and in several."""
    found = results([12, 13, 14, 23], workers)
    assert found[::2] == [24, 28]
    assert found[1] == Failed("reading it failed: ValueError unlucky number")
    assert found[3] == Failed("reading it failed: InvariantError a law is broken")


def test_what_ends_its_process_is_set_aside() -> None:
    """A piece that kills its process is tried again alone, then Failed; all others are done."""
    numbers = [1, 2, 17, 4, 5, 6, 7, 8, 9, 10, 11]
    assert results(numbers, 2) == [Failed(ENDED) if n == 17 else 2 * n for n in numbers]


def test_what_never_ends_is_set_aside() -> None:
    """A piece that takes longer than it may is Failed; all others are done."""
    stuck = Failed("took more than 2 seconds (--limit max-seconds)")
    assert results([1, 19, 3, 4], 2, seconds=2.0) == [2, stuck, 6, 8]


def test_one_process_can_be_ended_too() -> None:
    """A single child is ended when it is stuck, killed or greedy; the rest is done."""
    crew = Crew(1, seconds=3.0, memory=300_000_000, apart=True)
    found = [result for _, result in each(double, [1, 17, 31, 19, 5], crew)]
    stuck = Failed("took more than 3 seconds (--limit max-seconds)")
    assert found == [2, Failed(ENDED), Failed(GREEDY), stuck, 10]


def test_a_copied_process_holds_nothing_of_its_parent(tmp_path: Path) -> None:
    """When the parent is killed its lock is free at once, though a child was at work."""
    if not sys.platform.startswith("linux"):
        pytest.skip("processes are copied on Linux only")
    path = tmp_path / "lock"
    parent = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert parent.stdout
    assert parent.stdout.readline() == b"True\n", "the child was spawned, not copied"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    with path.open("w") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_holds_for_all_ends_the_work(workers: int) -> None:
    """An error of ours that is no piece's fault is raised, in its own words."""
    with pytest.raises(KgError, match=r"^words\.tsv: broken$"):
        results([1, 29, 3], workers)


def once(path: Path) -> str:
    """Kill the process the first time."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return path.name
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_killed_process_costs_nothing(tmp_path: Path) -> None:
    """Where someone killed a process, what it was at is done by another."""
    paths = [tmp_path / name for name in "ab"]
    assert [result for _, result in each(once, paths, 2)] == ["a", "b"]


def test_no_more_is_taken_in_than_is_under_way() -> None:
    """The pieces are fetched as they are needed, however many there are."""
    taken: list[int] = []

    def pieces() -> Iterator[int]:
        for number in range(100, 2000):
            taken.append(number)
            yield number

    most = 0
    for n, (piece, _) in enumerate(each(double, pieces(), 2)):
        assert piece == 100 + n
        most = max(most, taken[-1] - piece)
    assert most <= 2 * BATCH * AHEAD
    assert taken[-1] == 1999
