"""Everything the command line prints. Text of inputs is made harmless for a terminal first."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence

_HARMLESS = "\n\t"


def visible(text: str) -> str:
    """The text with control and direction-changing characters shown as codes, so that none acts."""
    if text.isprintable():
        return text
    return "".join(c if c in _HARMLESS or not _acts(c) else f"<{ord(c):04X}>" for c in text)


def line(text: str = "") -> None:
    """One line of a command's answer."""
    sys.stdout.write(visible(text) + "\n")


SOFT = frozenset({"note", "detail", "progress"})
"""Kinds of notes that --quiet keeps back."""


class Log:
    """How notes are written; set once, before a command runs."""

    as_json = False
    """One JSON object a note, for programs that watch."""
    verbose = False
    """Notes about every document too."""
    quiet = False
    """Only what went wrong and what was set aside."""


def note(text: str, level: str = "note", **more: str | float) -> None:
    """One line beside the answer: what was set aside, what went wrong. ``more`` is for programs."""
    if Log.quiet and level in SOFT:
        return
    if Log.as_json:
        sys.stderr.write(json.dumps({"level": level, "message": text, **more}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write("kg: " + visible(text).replace("\n", " ") + "\n")


def detail(text: str, **more: str | float) -> None:
    """A note that only --verbose shows."""
    if Log.verbose:
        note(text, "detail", **more)


def raw(text: str) -> None:
    """A machine's answer (JSON, CSV), as it is."""
    sys.stdout.write(text)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under column names: drawn on a terminal, tab-separated elsewhere."""
    shown = [[visible(cell).replace("\n", " ").replace("\t", " ") for cell in row] for row in rows]
    if sys.stdout.isatty():
        _draw(title, columns, shown)
    else:
        for row in [list(columns), *shown]:
            sys.stdout.write("\t".join(row) + "\n")


def _draw(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=title or None, title_justify="left")
    for name in columns:
        drawn.add_column(name, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console().print(drawn)


def _acts(char: str) -> bool:
    """Whether a terminal or a reader would do something on this character instead of showing it."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
