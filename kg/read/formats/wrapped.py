"""Lines of a page -> paragraphs: what the width of the page broke is whole again."""

from __future__ import annotations

_ENDS = tuple("。!?:;\uff01\uff1f\uff1a\uff1b…”》」』")
"""A line that ends so ends a paragraph, or may."""
_FULL = 0.8
"""Share of the longest line from which on a line counts as wrapped, not ended."""


def joined(lines: list[str]) -> list[str]:
    """Paragraphs: a line that fills the width and does not end a sentence goes on in the next."""
    width = max(map(len, lines), default=0)
    found: list[str] = []
    open_ = False
    for line in lines:
        if open_:
            found[-1] += line
        else:
            found.append(line)
        open_ = len(line) >= width * _FULL and not line.endswith(_ENDS)
    return found
