"""Queries in processes of their own, since a running query can only be stopped by stopping its process."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from kg import query
from kg.errors import KgError, QueryError
from kg.query.protocol import NotAcceptableError, Question, Reply, TooLargeError, reply


class TimedOutError(QueryError):
    """The query ran longer than the endpoint allows and was stopped."""


class BusyError(QueryError):
    """Every worker is at work and stayed so."""


OPENING = 30.0
"""Seconds a new worker may take to open the store; no part of the time of a query."""
_READY = "ready"
_ERRORS: dict[str, type[QueryError]] = {
    c.__name__: c for c in (QueryError, NotAcceptableError, TooLargeError)
}


def _serve(connection: Connection, out: str, max_rows: int) -> None:
    """The loop of a worker: a word when the store is open, then a question in, a reply or an error out."""
    store = query.open_store(Path(out))
    connection.send(_READY)
    while True:
        try:
            question = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            connection.send(reply(store, question, max_rows))
        except KgError as error:
            connection.send((type(error).__name__, str(error)))
        except Exception as error:  # noqa: BLE001 (the worker must answer, whatever the engine does)
            connection.send(("QueryError", f"the query cannot be carried out: {error}"))


class _Worker:
    """One process with the store open."""

    def __init__(self, out: Path, max_rows: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, str(out), max_rows), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, question: Question, seconds: float) -> Reply:
        """The reply, or the error the worker met; after TimedOutError the worker is unusable."""
        try:
            self._wait()
            self._connection.send(question)
            if not self._connection.poll(seconds):
                raise TimedOutError(f"stopped after {seconds:g} seconds: ask for less, or add LIMIT")
            found = self._connection.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            raise TimedOutError("the query was stopped: it needed more than this machine has") from error
        if isinstance(found, Reply):
            return found
        name, message = found
        raise _ERRORS.get(name, QueryError)(message)

    def _wait(self) -> None:
        """Until the store is open: a worker that takes the place of a stopped one starts anew."""
        if not self._ready:
            if not self._connection.poll(OPENING):
                raise TimedOutError(f"the store was not open within {OPENING:g} seconds: try again")
            self._ready = self._connection.recv() == _READY

    def stop(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self._connection.close()


class Workers:
    """Some workers, each asked one question at a time; one that had to be stopped is replaced."""

    def __init__(self, out: Path, count: int, seconds: float, max_rows: int) -> None:
        self._out, self._seconds, self._max_rows = out, seconds, max_rows
        self._idle: queue.Queue[_Worker] = queue.Queue()
        for _ in range(count):
            self._idle.put(_Worker(out, max_rows))

    def ask(self, question: Question) -> Reply:
        """Answer within the limits, whichever worker is free; may wait for one as long as a query may run."""
        with self._borrowed() as worker:
            return worker.ask(question, self._seconds)

    @contextmanager
    def _borrowed(self) -> Iterator[_Worker]:
        try:
            worker = self._idle.get(timeout=self._seconds + 1)
        except queue.Empty as error:
            raise BusyError("all workers are busy: try again") from error
        try:
            yield worker
        except TimedOutError:
            worker.stop()
            worker = _Worker(self._out, self._max_rows)
            raise
        finally:
            self._idle.put(worker)

    def stop(self) -> None:
        """End every idle worker; the others end with this process."""
        while not self._idle.empty():
            self._idle.get_nowait().stop()
