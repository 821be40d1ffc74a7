"""Feed hostile inputs to every room for a time: ``python scripts/fuzz.py [--seconds N] [--target NAME]``.

Every input is made from a number, so that ``--target reader --from 4711 --count 1`` makes the same one again.
With ``--hypothesis`` that package draws them instead. What must hold stands in ``tests/holding.py``: nothing
crashes, nothing takes more than two seconds, every file is accounted for, every span lies in its text, all
Turtle parses, the server answers without an internal error. Exit code 1 if one did not.
"""

# ruff: noqa: S311 (chances are no secrets)
from __future__ import annotations

import argparse
import contextlib
import itertools
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SLOW = 2.0
"""Seconds that one input may take."""
FILES, TEXTS = 200, 10
"""Inputs read or built together by the targets that work on batches."""
WAITING = frozenset({"folder", "server"})
"""Targets that wait for other processes, whose time is that of the clock on the wall."""


class Target(NamedTuple):
    """What is fed, how an input is made of a chance, and how many go into one call."""

    feed: Callable[[Any], object]
    make: Callable[[random.Random], Any]
    step: int = 1


def targets(chosen: str) -> Iterator[tuple[str, Target]]:
    """The targets by name; the server is started only where it is wanted.

    What they are made of is fetched here, so that processes which load this file again start at once.
    """
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import holding
    from hostile import file, notice

    found = {
        "segmenter": Target(holding.sentences, notice),
        "whole": Target(holding.reading, notice),
        "reader": Target(lambda made: holding.content(*made), file),
        "folder": Target(holding.folder, file, FILES),
        "exports": Target(holding.outputs, notice, TEXTS),
    }
    yield from ((name, target) for name, target in found.items() if chosen in ("", name))
    if chosen in ("", "server"):
        from asked import Server, request

        server = Server()
        yield "server", Target(lambda made: server.ask(*made), request)


NAMES = ("segmenter", "whole", "reader", "folder", "exports", "server")


def inputs(target: Target, start: int) -> Any:
    """The input of a number, or the row of inputs from it on."""
    made = [target.make(random.Random(n)) for n in range(start, start + target.step)]
    return made if target.step > 1 else made[0]


class Figures:
    """What one target came to."""

    def __init__(self, name: str) -> None:
        """Start the clock."""
        self.name, self.begin, self.done, self.slowest, self.faults = name, time.monotonic(), 0, 0.0, 0

    def feed(self, target: Target, made: Any, number: str) -> None:
        """Feed one input, and tell what does not hold."""
        size = len(made) if target.step > 1 else 1
        clock = time.monotonic if self.name in WAITING else time.process_time  # others share the machine
        start = clock()
        try:
            target.feed(made)
        except Exception as error:  # noqa: BLE001 (a crash of any kind is what is looked for)
            self.fault(number, f"{type(error).__name__}: {error}")
        took = (clock() - start) / size
        self.done += size
        self.slowest = max(self.slowest, took)
        if took > SLOW and self.name != "folder":  # there the reader's own clock tells what hangs
            self.fault(number, f"{took:.1f} s")

    def fault(self, number: str, what: str) -> None:
        """Count and tell one."""
        self.faults += 1
        print(f"{self.name} {number}: {what}", flush=True)

    def tell(self) -> bool:
        """Print the figures; whether everything held."""
        rate = self.done / (time.monotonic() - self.begin)
        slowest = f"slowest {self.slowest:.3f} s"
        print(f"{self.name}\t{self.done} inputs\t{rate:.0f} a second\t{slowest}\t{self.faults} faults")
        return not self.faults


def by_number(name: str, target: Target, given: argparse.Namespace) -> bool:
    """Feed one target for its time with inputs made of numbers."""
    figures = Figures(name)
    for number in itertools.count(given.start, target.step):
        over = time.monotonic() - figures.begin > given.seconds
        if over or (given.count and figures.done >= given.count):
            return figures.tell()
        figures.feed(target, inputs(target, number), f"--from {number}")
    raise AssertionError


def by_hypothesis(name: str, target: Target, given: argparse.Namespace) -> bool:
    """Feed one target for its time with inputs that hypothesis draws."""
    import hypothesis
    from drawn import STRATEGIES

    figures = Figures(name)

    @hypothesis.seed(given.start)
    @hypothesis.settings(
        max_examples=given.count or 1_000_000_000,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(STRATEGIES[name])
    def one(made: Any) -> None:
        if time.monotonic() - figures.begin > given.seconds:
            raise KeyboardInterrupt
        figures.feed(target, made, f"--hypothesis {str(made)[:200]!r}")

    with contextlib.suppress(KeyboardInterrupt):  # the time is over; hypothesis lets nothing else through
        one()
    return figures.tell()


def main() -> int:
    """Feed the targets one after the other."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--seconds", type=float, default=20, help="time for each target")
    parser.add_argument("--target", default="", choices=("", *NAMES))
    parser.add_argument("--from", dest="start", type=int, default=0, help="number of the first input")
    parser.add_argument("--count", type=int, default=0, help="inputs for each target; 0 for as time allows")
    parser.add_argument("--hypothesis", action="store_true", help="inputs that hypothesis draws")
    given = parser.parse_args()
    way = by_hypothesis if given.hypothesis else by_number
    return 0 if min([way(*target, given) for target in targets(given.target)]) else 1


if __name__ == "__main__":
    sys.exit(main())
