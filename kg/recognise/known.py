"""Names vouched for somewhere in the document, found wherever else they stand."""

from __future__ import annotations

import re

from kg.recognise.line import WORD, Context, Line, merge, split
from kg.values import PersonValue


def known_persons(line: Line, context: Context) -> Line:
    """Replace each occurrence of a known name that lies in ordinary words."""
    if not context.names or not line:
        return line
    pattern = re.compile("|".join(re.escape(n) for n in sorted(context.names, key=lambda n: (-len(n), n))))
    start = line[0].start
    text = context.document.folded[start : line[-1].end]
    for match in pattern.finditer(text):
        line = claim(line, start + match.start(), match.group())
    return line


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
