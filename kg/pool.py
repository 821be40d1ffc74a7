"""Pieces of work -> results, in several processes. "Who does what, and what if one of them falls?".

Each process is handed a few pieces at a time and answers piece by piece. Results leave in the order of the
pieces, so that nobody can tell how many processes there were; no more pieces are taken in than are under way.
A piece that raises, that ends its process twice or that never comes back is Failed; the others go on.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from kg.errors import InvariantError, KgError

BATCH = 8
"""Pieces handed over at once."""
AHEAD = 4
"""Batches a process that may be taken in before the oldest one is done."""
SECONDS = 300.0
"""Time a piece may take where it has a process to itself."""
ENDED = "the process that read it was ended, twice"
STUCK = "took more than {:.0f} seconds (--limit max-seconds)"
GREEDY = "needs more memory than it may have (--limit max-memory)"

Work = Callable[[Any], Any]
Piece = tuple[int, Any]
"""A piece of work and its place in the order."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece that came to nothing, and why, in one line."""

    reason: str
    stop: bool = False
    """Whether the reason holds for all pieces (a broken ontology), so that going on makes no sense."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who does the work, and what a piece of it may take."""

    count: int = 1
    """Processes."""
    seconds: float = SECONDS
    memory: int = 0
    """Bytes that a process may take beyond what it starts with; 0 for any number."""
    apart: bool = False
    """Whether a single one is a process of its own too, so that it can be ended when it is stuck."""


def each(
    work: Work, pieces: Iterable[Any], workers: int | Crew = 1, seconds: float = SECONDS
) -> Iterator[tuple[Any, Any]]:
    """Every piece with its result or Failed, in order. One worker is this process; several are its children.

    With several, ``work``, pieces and results must pickle. Raises KgError where a reason holds for all.
    """
    crew = workers if isinstance(workers, Crew) else Crew(workers, seconds)
    if crew.count == 1 and not crew.apart:
        results: Iterator[tuple[Any, Any]] = ((piece, attempted(work, piece)) for piece in pieces)
    else:
        results = _Pool(work, crew).run(pieces)
    for piece, result in results:
        if isinstance(result, Failed) and result.stop:
            raise KgError(result.reason)
        yield piece, result


def attempted(work: Work, piece: Any) -> Any:
    """The result, or Failed with what was raised."""
    try:
        return work(piece)
    except InvariantError as error:
        return Failed(_line(error))
    except KgError as error:
        return Failed(str(error), stop=True)
    except MemoryError:
        return Failed(GREEDY)
    except Exception as error:  # noqa: BLE001 (whatever a text brings about, the next one is read)
        return Failed(_line(error))


def _line(error: Exception) -> str:
    """An exception in one line."""
    return " ".join(f"reading it failed: {type(error).__name__} {error}".split())


@dataclass(slots=True)
class _Hand:
    """A process at work, and what it has still to answer."""

    process: BaseProcess
    line: Connection
    owed: deque[Piece] = field(default_factory=deque)
    since: float = 0.0
    """When the piece it is at was begun."""

    def give(self, batch: list[Piece]) -> None:
        """Hand over a batch; a process that has just died shows when its answer is fetched."""
        self.owed.extend(batch)
        self.since = time.monotonic()
        with contextlib.suppress(OSError):
            self.line.send([piece for _, piece in batch])

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.line.close()


class _Pool:
    """The processes, what is under way and what is done."""

    def __init__(self, work: Work, crew: Crew) -> None:
        self._work, self._seconds, self._memory = work, crew.seconds, crew.memory
        self._most = crew.count * BATCH * AHEAD
        self._hands = [self._hand() for _ in range(crew.count)]
        self._again: deque[list[Piece]] = deque()
        """Batches given back by processes that fell."""
        self._suspect: set[int] = set()
        self._done: dict[int, tuple[Any, Any]] = {}

    def run(self, pieces: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """The results in order."""
        waiting, due, taken = enumerate(pieces), 0, 0
        try:
            while True:
                for hand in self._hands:
                    if not hand.owed:
                        room = min(BATCH, due + self._most - taken)
                        batch = self._again.popleft() if self._again else list(islice(waiting, max(room, 0)))
                        taken = max([taken, *(number + 1 for number, _ in batch)])
                        if batch:
                            hand.give(batch)
                if not any(hand.owed for hand in self._hands):
                    return
                self._collect()
                while due in self._done:
                    yield self._done.pop(due)
                    due += 1
        finally:
            for hand in self._hands:
                hand.end()

    def _collect(self) -> None:
        """Take in what has been answered; see to those that fell or are stuck."""
        ready = wait([hand.line for hand in self._hands if hand.owed], timeout=min(1.0, self._seconds))
        for n, hand in enumerate(self._hands):
            if hand.line in ready:
                try:
                    self._settle(hand, hand.line.recv())
                except (EOFError, OSError):
                    self._hands[n] = self._fallen(hand)
            elif hand.owed and time.monotonic() - hand.since > self._seconds:
                self._settle(hand, Failed(STUCK.format(self._seconds)))
                self._hands[n] = self._fallen(hand, blame=False)

    def _settle(self, hand: _Hand, result: Any) -> None:
        """The piece a process was at is done."""
        number, piece = hand.owed.popleft()
        self._done[number] = piece, result
        hand.since = time.monotonic()

    def _fallen(self, hand: _Hand, *, blame: bool = True) -> _Hand:
        """A new process in the place of one that fell.

        The piece it was at gets one more chance, alone, since it may be innocent: someone killed the process.
        """
        hand.end()
        if blame and hand.owed:
            if hand.owed[0][0] in self._suspect:
                self._settle(hand, Failed(ENDED))
            else:
                self._suspect.add(hand.owed[0][0])
                self._again.append([hand.owed.popleft()])
        if hand.owed:
            self._again.append(list(hand.owed))
        return self._hand()

    def _hand(self) -> _Hand:
        """A process that waits for work.

        A copy of this one where that is safe, which starts at once; else spawned, with all it needs to load.
        """
        copied = _single()
        context: Any = multiprocessing.get_context("fork" if copied else "spawn")
        line, other = context.Pipe()
        given = (other, self._work, self._memory)
        process = context.Process(target=_serve, args=given, kwargs={"copied": copied}, daemon=True)
        with shielded():
            process.start()
        other.close()
        return _Hand(process, line)


def _single() -> bool:
    """Whether this process has one thread, of Python or of any package: only then is its copy sound."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        tasks = os.listdir("/proc/self/task")  # noqa: PTH208 (names are enough)
    except OSError:
        return False
    return len(tasks) == 1 and threading.active_count() == 1


def _serve(line: Connection, work: Work, memory: int, *, copied: bool) -> None:
    """Answer batches until the other side hangs up."""
    unmoved()
    if copied:
        _let_go(line.fileno())
    limit_memory(memory)
    with contextlib.suppress(EOFError, OSError):
        while True:
            for piece in line.recv():
                line.send(attempted(work, piece))


@contextlib.contextmanager
def shielded() -> Iterator[None]:
    """Processes started in here do not hear Ctrl-C before they call ``unmoved``: we end them ourselves."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unmoved() -> None:
    """From here on Ctrl-C is nothing to this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _let_go(kept: int) -> None:
    """Close the files that a copied process has from its parent, whose locks and lines it must not hold."""
    gc.freeze()  # nothing of the parent is cleaned up in here
    os.closerange(3, kept)
    os.closerange(kept + 1, os.sysconf("SC_OPEN_MAX"))


def limit_memory(most: int) -> None:
    """Let this process take so many bytes beyond what it has, where the system has such a limit; 0 is any."""
    if not most:
        return
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        has = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (has + most, has + most))
