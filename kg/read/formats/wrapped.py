"""Lines of a page -> paragraphs: what the width of the page broke is whole again."""

from __future__ import annotations

from collections.abc import Iterable

_ENDS = tuple("。!?:;\uff01\uff1f\uff1a\uff1b…”》」』")
"""A line that ends so ends a paragraph, or may."""
_FULL = 0.8
"""Share of its room from which on a line counts as wrapped, not ended."""


def joined(lines: list[str]) -> list[str]:
    """Paragraphs of lines of which only the words are known; the longest shows the room."""
    width = max(map(len, lines), default=0)
    return paragraphs((line, len(line) / width if width else 1.0) for line in lines)


def paragraphs(lines: Iterable[tuple[str, float]]) -> list[str]:
    """Paragraphs: a line that fills its room (1 is all of it) and ends no sentence goes on in the next."""
    found: list[str] = []
    open_ = False
    for line, share in lines:
        if open_:
            found[-1] += line
        else:
            found.append(line)
        open_ = share >= _FULL and not line.endswith(_ENDS)
    return found
