"""Pieces of work -> results, in several processes. "Who does what, and what if one of them falls?".

Each process is handed a few pieces at a time and answers piece by piece. Results leave in the order of the
pieces, so that nobody can tell how many processes there were; no more pieces are taken in than are under way.
A piece that raises, that ends its process twice or that never comes back is Failed; the others go on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from kg.errors import InvariantError, KgError

BATCH = 8
"""Pieces handed over at once."""
AHEAD = 4
"""Batches a process that may be taken in before the oldest one is done."""
SECONDS = 300.0
"""Time a piece may take where it has a process to itself."""
ENDED, STUCK = "the process that read it was ended, twice", "took more than {:.0f} seconds"

Work = Callable[[Any], Any]
Piece = tuple[int, Any]
"""A piece of work and its place in the order."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A piece that came to nothing, and why, in one line."""

    reason: str
    stop: bool = False
    """Whether the reason holds for all pieces (a broken ontology), so that going on makes no sense."""


def each(
    work: Work, pieces: Iterable[Any], workers: int = 1, seconds: float = SECONDS
) -> Iterator[tuple[Any, Any]]:
    """Every piece with its result or Failed, in order. One worker is this process; several are spawned.

    With several, ``work``, pieces and results must pickle. Raises KgError where a reason holds for all.
    """
    if workers == 1:
        results: Iterator[tuple[Any, Any]] = ((piece, attempted(work, piece)) for piece in pieces)
    else:
        results = _Pool(work, workers, seconds).run(pieces)
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

    def __init__(self, work: Work, workers: int, seconds: float) -> None:
        self._work, self._seconds = work, seconds
        self._most = workers * BATCH * AHEAD
        self._hands = [self._hand() for _ in range(workers)]
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
        """A process that waits for work; spawned, so that it shares no thread, lock or file with this one."""
        context = multiprocessing.get_context("spawn")
        line, other = context.Pipe()
        process = context.Process(target=_serve, args=(other, self._work), daemon=True)
        process.start()
        other.close()
        return _Hand(process, line)


def _serve(line: Connection, work: Work) -> None:
    """Answer batches until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            for piece in line.recv():
                line.send(attempted(work, piece))
