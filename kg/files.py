"""Writing so that a reader sees the old file or the new one, never half of either."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.watch import NOBODY, Watch

Content = str | bytes | Iterable[str]
"""What a file shall hold: whole, or in pieces written one after the other."""


def write(path: Path, content: Content) -> None:
    """Replace one file."""
    write_all(path.parent, {path.name: content})


def write_all(folder: Path, contents: Mapping[str, Content], watch: Watch = NOBODY) -> None:
    """Replace several files of one folder: all are written beside the old ones, then renamed.

    Raises InputError (no space, no permission); the old files then stand untouched.
    """
    parts: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            watch.step(f"writing {name}")
            part = folder / f".{name}.part"
            parts[part] = folder / name
            _fill(part, content)
        for part, path in parts.items():
            part.replace(path)
        _sync_folder(folder)
    except OSError as error:
        raise InputError(
            str(folder), f"cannot be written: {(error.strerror or str(error)).lower()}"
        ) from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Take a file away, where it is there. Raises InputError where that cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(
            str(path), f"cannot be taken away: {(error.strerror or str(error)).lower()}"
        ) from error


def _fill(part: Path, content: Content) -> None:
    with part.open("wb") as stream:
        if isinstance(content, bytes):
            stream.write(content)
        else:
            for piece in (content,) if isinstance(content, str) else content:
                stream.write(piece.encode())
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the renames last through a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
