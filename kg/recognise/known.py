"""Names vouched for somewhere in the document, found wherever else they stand."""

from __future__ import annotations

import re

from kg.recognise.line import WORD, Context, Line, merge, split
from kg.values import PersonValue


def known_persons(line: Line, context: Context) -> Line:
    """Replace each occurrence of a known name that lies in ordinary words."""
    if not context.names or not line:
        return line
    pattern = any_of(context)
    start = line[0].start
    text = context.document.folded[start : line[-1].end]
    for match in pattern.finditer(text):
        line = claim(line, start + match.start(), match.group())
    return line


def any_of(context: Context) -> re.Pattern[str]:
    """The pattern of the names known so far, the longest first; names are only ever added."""
    count, pattern = context.known
    if count != len(context.names):
        longest = sorted(context.names, key=lambda n: (-len(n), n))
        pattern = re.compile("|".join(re.escape(n) for n in longest))
        context.known = len(longest), pattern
    return pattern


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
