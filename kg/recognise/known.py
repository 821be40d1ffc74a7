"""Names vouched for somewhere in the document, found wherever else they stand."""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognise.line import WORD, Context, Line, first_from, merge, split
from kg.recognise.person import person
from kg.values import PersonValue

DOT = "·"
"""The mark between the parts of a name."""


def known_persons(line: Line, context: Context) -> Line:
    """Replace each occurrence of a known name that lies in ordinary words."""
    if not context.names or not line:
        return line
    before = context.searched.get(line[0].start)
    if before is not None and before[0] is line and before[1] == len(context.names):
        return line
    for start, name in list(occurrences(context, line[0].start, line[-1].end)):
        line = claim(line, start, name)
    context.searched[line[0].start] = line, len(context.names)
    return line


def persons_again(line: Line, context: Context) -> Line:
    """The line read for persons once more; where it names none and holds no known name, as it was."""
    if not line or not context.names:
        return line
    known = next(occurrences(context, line[0].start, line[-1].end), None) is not None
    return person(line, context) if known or any(a.kind == "person" for a in line) else line


def occurrences(context: Context, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The known names between two offsets from left to right, the longest at each place."""
    text, names, sizes = context.document.folded, context.names, context.sizes
    words, free = text[start:end], start
    if sizes.keys().isdisjoint(words):
        return
    for at in [start + n for n, char in enumerate(words) if char in sizes]:
        if at >= free:
            longest = (n for size in sizes[text[at]] if (n := text[at : min(at + size, end)]) in names)
            name = next(longest, "")
            if name:
                yield at, name
                free = at + len(name)


def claim(line: Line, start: int, name: str) -> Line:
    """The line with the name at ``start`` as one atom, if only words lie there."""
    end = start + len(name)
    first, last = first_from(line, start), first_from(line, end)
    if first and line[first - 1].end > start:
        first -= 1
    if first >= last or any(a.kind != WORD and a.text != DOT for a in line[first:last]):
        return line
    line = split(split(line, start), end)
    first, last = first_from(line, start), first_from(line, end)
    atom = merge(line, first, last, "person", "recognise.person.known", PersonValue(name))
    return [*line[:first], atom, *line[last:]]
