"""A text on one page: every mention a link to what is meant, every stretch that bears a fact marked."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from kg import store


class Mark(NamedTuple):
    """A stretch that something rests on: where it is, and the address a click on it leads to."""

    start: int
    end: int
    target: str
    title: str = ""


def kept(out: Path, local: str) -> str:
    """The text of an id as the build keeps it; empty where the folder keeps none.

    Looks for the line that begins with the id, so that a large folder is not read whole into memory.
    """
    begins = json.dumps({"id": local}, ensure_ascii=False)[:-1] + ","
    try:
        with (out / store.NAME).open(encoding="utf-8") as lines:
            found = next((line for line in lines if line.startswith(begins)), "")
        return str(json.loads(found)["text"]) if found else ""
    except (OSError, ValueError, KeyError):
        return ""


def marked(text: str, facts: Iterable[Mark], mentions: Iterable[Mark]) -> str:
    """The text as HTML. Where stretches overlap, each piece belongs to the shortest that covers it."""
    return "".join(_pieces(text, sorted(set(facts)), sorted(set(mentions))))


def _pieces(text: str, facts: list[Mark], mentions: list[Mark]) -> Iterator[str]:
    within = [m for m in (*facts, *mentions) if 0 <= m.start < m.end <= len(text)]
    cuts = sorted({0, len(text), *(m.start for m in within), *(m.end for m in within)})
    firsts = {m.start for m in facts}
    found = zip(_shortest(facts, cuts), _shortest(mentions, cuts), strict=True)
    for (start, end), (fact, mention) in zip(pairwise(cuts), found, strict=True):
        piece = escape(text[start:end])
        link = mention or fact
        if link is not None:
            piece = f'<a href="{escape(link.target)}" title="{escape(link.title)}">{piece}</a>'
        if fact is not None:
            anchor = f' id="m{start}"' if start in firsts else ""
            piece = f"<mark{anchor}>{piece}</mark>"
        yield piece


def _shortest(marks: list[Mark], cuts: list[int]) -> Iterator[Mark | None]:
    """For each piece between two cuts, the shortest of the sorted stretches that covers it."""
    waiting, open_now = deque(marks), list[Mark]()
    for start, end in pairwise(cuts):
        while waiting and waiting[0].start <= start:
            open_now.append(waiting.popleft())
        open_now = [m for m in open_now if m.end > start]
        covering = (m for m in open_now if m.start <= start and end <= m.end)
        yield min(covering, key=lambda m: m.end - m.start, default=None)
