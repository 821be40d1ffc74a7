"""How far a build is: texts a second, time left, doubts so far, and what is being written.

On a terminal one line that is written over; elsewhere a note every half minute, so that the log of a night
tells where it stood. No thread: whoever does the work says what is done.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from types import TracebackType
from typing import Self

from kg.cli import say
from kg.watch import Watch

QUIET, OFTEN, SELDOM = 1.0, 0.1, 30.0
"""Seconds until anything is shown, between two sights on a terminal, and between two notes elsewhere."""
WINDOW = 200
"""Texts over which the speed is taken: of late, not since the start."""
_WIPE = "\r\x1b[2K"


class Progress(Watch):
    """Says how far the work is; wiped at its end."""

    def __init__(self) -> None:
        """Start the clock; nothing is shown yet."""
        self._terminal = sys.stderr.isatty() and not say.Log.as_json
        self._start = self._said = time.monotonic()
        self._step = "looking for texts"
        self._total = self._done = self._doubts = 0
        self._times: deque[float] = deque(maxlen=WINDOW)
        self._shown = False

    def __enter__(self) -> Self:
        """Nothing is shown yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        self.stop()

    def found(self, count: int) -> None:
        """So many texts have been found in the inputs."""
        self._show(f"{count:,} texts found", found=count)

    def expect(self, texts: int) -> None:
        """So many texts are to be read."""
        self._total, self._step = texts, "reading"
        self._times.append(time.monotonic())

    def read(self, doubts: int, *, before: bool = False) -> None:
        """One more text is done."""
        self._done += 1
        self._doubts += doubts
        if not before:
            self._times.append(time.monotonic())
        left = self._left()
        words = (
            f"{self._done:,} of {self._total:,} texts, {self._speed():.0f} a second, {_clock(left)} left, "
        )
        words += f"{self._doubts:,} doubts"
        self._show(words, documents=self._done, of=self._total, left=round(left), doubts=self._doubts)

    def step(self, what: str) -> None:
        """Something else begins; on a terminal it is shown at once, since it may take long."""
        self._step = what
        self._show(what, now=True)

    def stop(self) -> None:
        """Wipe the line."""
        if self._shown and self._terminal:
            sys.stderr.write(_WIPE)
            sys.stderr.flush()
        self._shown = False

    def _speed(self) -> float:
        """Texts a second, of late."""
        took = self._times[-1] - self._times[0] if len(self._times) > 1 else 0.0
        return (len(self._times) - 1) / took if took > 0 else 0.0

    def _left(self) -> float:
        """Seconds left at this speed; 0 where there is none yet."""
        speed = self._speed()
        return (self._total - self._done) / speed if speed else 0.0

    def _show(self, words: str, *, now: bool = False, **more: float) -> None:
        moment = time.monotonic()
        pause = OFTEN if self._terminal else SELDOM
        if say.Log.quiet or moment - self._start < QUIET or (moment - self._said < pause and not now):
            return
        if self._terminal:
            sys.stderr.write(f"{_WIPE}{say.visible(words)}")
            sys.stderr.flush()
            self._shown, self._said = True, moment
        elif moment - self._said >= pause:
            say.note(words, "progress", **more)
            self._said = moment


def _clock(seconds: float) -> str:
    """Seconds as a person says them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
