"""Parsers of foreign formats run in a process of their own.

A stuck or crashing one is ended, and the batch goes on.

The process is started when it is first needed, kept for the next file, and started anew after it was ended.
"""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from kg.pool import limit_memory, shielded, unmoved
from kg.read import formats
from kg.read.options import Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Rejected

_READY, _START = "ready", 60.0
"""What the process sends when it has started, and the seconds it may take until then."""
_ENDED = "ended"
"""What the process sends after the last text of a file."""


class Worker:
    """Hands files to the process and takes texts back, with the time limit on each text."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        """The process is not started yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def texts(self, kind: str, data: bytes, place: str) -> Iterator[Raw | Rejected]:
        """The texts of a file, as ``kg.read.formats.texts`` gives them."""
        most = self._options.limits.max_seconds
        try:
            line = self._start()
            line.send((kind, data, place))
            while True:
                if not line.poll(most):
                    self._end()
                    yield Rejected(
                        place, "parse", f"took more than {most} seconds", "raise --limit max-seconds"
                    )
                    return
                found = line.recv()
                if found == _ENDED:
                    return
                if isinstance(found, Working):
                    continue
                yield found if isinstance(found, Raw) else Rejected(*found)
        except (EOFError, OSError):
            self._end()
            yield Rejected(place, "parse", f"the parser of {kind} files broke down", "open and save it again")

    def _start(self) -> Connection:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, other = context.Pipe()
            self._process = context.Process(target=_serve, args=(other, self._options), daemon=True)
            with shielded():
                self._process.start()
            other.close()
            if not self._line.poll(_START) or self._line.recv() != _READY:
                raise EOFError
        return self._line

    def _end(self) -> None:
        if self._process is not None and self._line is not None:
            self._process.kill()
            self._process.join()
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection, options: Options) -> None:
    """Answer files until the other side hangs up."""
    unmoved()
    limit_memory(options.limits.max_memory)
    with contextlib.suppress(EOFError, OSError):
        line.send(_READY)
        while True:
            kind, data, place = line.recv()
            for found in formats.texts(kind, data, place, options):
                line.send(found.arguments if isinstance(found, Rejected) else found)
            line.send(_ENDED)
