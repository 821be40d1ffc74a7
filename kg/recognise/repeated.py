"""What the rest of the text says of how long a name is. "Is it named again, with or without a character?"."""

from __future__ import annotations

from kg.recognise.line import WORD, Context, Line, starting
from kg.recognise.surroundings import mark, rated

OFTEN_SAID = 4
"""Times that a text says a name before one more character behind it is hardly part of it."""
UNJOINED = (3, 4)
"""Characters of a name that nothing but its place and its being said again speaks for."""
TITLED = ("title", "framed")
"""Rules that read a name right behind a title."""


def told(short: str, long: str, context: Context) -> bool:
    """Whether the longer name was read where a title leads to it, and the shorter one nowhere."""
    return context.names.get(long) in TITLED and short not in context.names


def said_again(start: int, line: Line, context: Context) -> int:
    """Characters up to a mark that no dictionary joins, if the text says them again before one; or 0."""
    size = 0
    while (atom := starting(line, start + size)) and atom.kind == WORD and len(atom.text) == 1:
        size += 1
    text = context.document.folded
    name = text[start : start + size]
    ends = mark(text[start + size : start + size + 1]) and size in UNJOINED and rated(name, context)
    return size if ends and votes(name, context) > 1 else 0


def settled(short: str, long: str, context: Context) -> bool:
    """Whether the shorter name is vouched for, and the text says it often, the longer one only here."""
    return short in context.names and context.times(long) == 1 and context.times(short) >= OFTEN_SAID


def named_else(start: int, short: int, line: Line, context: Context) -> bool:
    """Whether a list elsewhere holds the shorter name, and the longer one runs into a verb (甲某|审签)."""
    text = context.document.folded
    name, long = text[start : start + short], text[start : start + short + 1]
    at = text.find(f"{name}、")
    verb = starting(line, start + short)
    runs = verb is None or verb.pos[:1] == "v"
    return at >= 0 and at != start and runs and context.times(long) == 1


def votes(short: str, context: Context) -> int:
    """How often a shorter name stands before a mark, or a word of more than one character that people do."""
    if short not in context.votes:
        context.votes[short] = counted(short, context)
    return context.votes[short]


def counted(short: str, context: Context) -> int:
    """The same, counted in the text: once a name, or time would grow with the square of the length."""
    text, after = context.document.folded, context.lexicon.kind("name.after")
    ends, at = [], text.find(short)
    while at >= 0:
        ends.append(at + len(short))
        at = text.find(short, ends[-1])
    return sum(
        1 for end in ends if mark(text[end : end + 1]) or any(text[end : end + n] in after for n in (2, 3, 4))
    )
