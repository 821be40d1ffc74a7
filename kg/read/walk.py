"""What the caller named -> the files meant, in a fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kg.read.rejected import Rejected

STDIN = "-"
ADDRESS = re.compile("(?:https?|ftp)://", re.IGNORECASE)
NO_NETWORK = ("an address, and the network is off", "give --allow-network, or save the page as a file")


def files(named: str) -> Iterator[Path | Rejected]:
    """The regular files under a path, sorted; hidden ones and links to folders are left out."""
    path = Path(named)
    if ADDRESS.match(named):
        yield Rejected(named, "open", *NO_NETWORK)
    elif path.is_file():
        yield path
    elif path.is_dir():
        yield from _folder(path)
    elif path.is_symlink() or path.exists():
        yield Rejected(named, "open", "neither a file nor a folder", "name a file or a folder")
    else:
        yield Rejected(named, "open", "no such file or folder", "check the path")


def _folder(path: Path) -> Iterator[Path | Rejected]:
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 (names, to sort by what is on disk)
    except OSError as error:
        yield Rejected(str(path), "open", reason(error), "check the permissions")
        return
    for name in names:
        child = path / name
        if name.startswith("."):
            continue
        if child.is_dir():
            if not child.is_symlink():
                yield from _folder(child)
        else:
            yield from files(str(child))


def reason(error: OSError) -> str:
    """What the system says, in lower case and without the path."""
    return (error.strerror or str(error)).lower()
