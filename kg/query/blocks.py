"""Two Turtle files of this project, block by block: which subjects do they not tell the same of?

The writer parts its blocks by an empty line and escapes line ends inside strings, so a block ends at the
first empty line; its first word is its subject. Two files are gone through side by side. Where they part,
both are read on until a block of one turns up in the other; what was passed over has changed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECE = 1 << 20
"""Bytes read at once."""
FARTHEST = 200_000
"""Blocks read on until two files meet again, at most."""
END = b"\n\n"


class TooFarError(Exception):
    """Two files have too little in common."""


def blocks(path: Path) -> Iterator[bytes]:
    """The blocks of a file, the header first; headings are blocks too."""
    rest = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            *whole, rest = (rest + piece).split(END)
            yield from whole
    yield rest.removesuffix(b"\n")


def subject(block: bytes) -> bytes:
    """The first word of a block."""
    return block[: block.find(b" ")]


def unlike(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks that stand in one of two files only; the others stand in both, in the same order.

    Raises TooFarError where the files do not meet again.
    """
    sides = _Side(old), _Side(new)
    while True:
        left, right = sides[0].next(), sides[1].next()
        if left is None and right is None:
            return
        if left != right:
            for side, block in zip(sides, (left, right), strict=True):
                side.put_back([block] if block is not None else [])
            yield from _passed(sides)


class _Side:
    """The blocks of a file, some of which were read and put back."""

    def __init__(self, found: Iterable[bytes]) -> None:
        self._found = iter(found)
        self._back: deque[bytes] = deque()

    def next(self) -> bytes | None:
        """The next block; none at the end."""
        return self._back.popleft() if self._back else next(self._found, None)

    def put_back(self, some: list[bytes]) -> None:
        """Put back what stands before the next block."""
        self._back.extendleft(reversed(some))


def _passed(sides: tuple[_Side, _Side]) -> list[bytes]:
    """The blocks of two files from where they part to where they meet again."""
    seen: tuple[dict[bytes, int], dict[bytes, int]] = {}, {}
    read: tuple[list[bytes], list[bytes]] = [], []
    while len(read[0]) + len(read[1]) <= FARTHEST:
        ended = 0
        for mine, theirs in ((0, 1), (1, 0)):
            block = sides[mine].next()
            if block is None:
                ended += 1
            elif block in seen[theirs]:
                at = seen[theirs][block]
                sides[theirs].put_back(read[theirs][at + 1 :])
                return [*read[mine], *read[theirs][:at]]
            else:
                seen[mine].setdefault(block, len(read[mine]))
                read[mine].append(block)
        if ended == len(sides):
            return [*read[0], *read[1]]
    raise TooFarError
