"""Files without a name, for what waits on the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from kg.errors import InputError

_FOLDER: ContextVar[Path | None] = ContextVar("_FOLDER", default=None)


@contextmanager
def at(folder: Path | None) -> Iterator[None]:
    """Let what is begun meanwhile wait in a folder; else in the one that the system has for such files."""
    token = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(token)


class Scratch:
    """An open file without a name, closed with whoever holds it."""

    def __init__(self) -> None:
        folder = _FOLDER.get()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self.file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 (see ``__del__``)

    def write(self, words: bytes | bytearray) -> None:
        """Write to where the file stands. Raises InputError where the disk is full."""
        rest = memoryview(words)
        try:
            while rest:
                rest = rest[self.file.write(rest) :]
        except OSError as error:
            place = str(_FOLDER.get() or tempfile.gettempdir())
            raise InputError(place, f"cannot be written: {(error.strerror or '').lower()}") from error

    def __del__(self) -> None:
        """Close it."""
        if hasattr(self, "file"):
            self.file.close()
