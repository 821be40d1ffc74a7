"""Names vouched for somewhere in the document, found wherever else they stand."""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognise.line import WORD, Context, Line, merge, split
from kg.recognise.person import person
from kg.values import PersonValue


def known_persons(line: Line, context: Context) -> Line:
    """Replace each occurrence of a known name that lies in ordinary words."""
    if not context.names or not line:
        return line
    found = list(occurrences(context, line[0].start, line[-1].end))
    for start, name in found:
        line = claim(line, start, name)
    return line


def persons_again(line: Line, context: Context) -> Line:
    """The line read for persons once more; where it names none and holds no known name, as it was."""
    named = any(a.kind == "person" for a in line)
    known = bool(line) and any(occurrences(context, line[0].start, line[-1].end))
    return person(line, context) if named or known else line


def occurrences(context: Context, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The known names between two offsets from left to right, the longest at each place."""
    text, at = context.document.folded, start
    if context.sizes.keys().isdisjoint(text[start:end]):
        return
    while at < end:
        sizes = context.sizes.get(text[at], ())
        name = next((n for size in sizes if (n := text[at : min(at + size, end)]) in context.names), "")
        if name:
            yield at, name
        at += len(name) or 1


def claim(line: Line, start: int, name: str) -> Line:
    """The line with the name at ``start`` as one atom, if only words lie there."""
    end = start + len(name)
    touched = [a for a in line if a.start < end and start < a.end]
    if not touched or any(a.kind != WORD for a in touched):
        return line
    line = split(split(line, start), end)
    first = next(i for i, a in enumerate(line) if a.start == start)
    last = next(i for i, a in enumerate(line) if a.end == end) + 1
    atom = merge(line, first, last, "person", "recognise.person.known", PersonValue(name))
    return [*line[:first], atom, *line[last:]]
