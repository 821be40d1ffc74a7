"""Names that the words on both sides vouch for, found before bodies are. "Is a person meant between these?".

A body without a suffix takes in whatever stands before its head: 任命甲某某为某县法院院长 would be one court.
What stands in a frame, or between a title and what only persons do, is a name whatever it looks like.
"""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.likely import USUAL
from kg.recognise.line import WORD, Context, Line, merge, split, starting
from kg.recognise.naming import cuts, fits
from kg.recognise.surroundings import OFTEN, rated, strong_follow, surname_at
from kg.values import PersonValue

SIZES = (3, 2, 4)
"""Characters of a name in a frame, the most usual first."""
OPENERS = frozenset("，。：；")


def framed(line: Line, context: Context) -> Line:
    """Replace words that stand in a frame by persons, left to right."""
    out: Line = []
    index, ends = 0, tuple[str, ...]()
    folded, surnames, frames = context.document.folded, context.surnames, context.lexicon.kind("name.frame")
    while index < len(line):
        word = line[index]
        start = word.start
        may = folded[start] in surnames and word.kind == WORD
        size = enclosed(line, index, out, ends, context) if may else 0
        if not size:
            out.append(word)
            index += 1
            if word.text in frames:
                ends = closing(out, context) or ends
            continue
        line = split(line, start + size)
        used = sum(1 for a in line[index:] if a.end <= start + size)
        atom = merge(line, index, index + used, "person", "recognise.person.framed")
        context.vouch(atom.text, "framed")
        out.append(replace(atom, value=PersonValue(atom.text)))
        index += used
    return out


def closing(out: Line, context: Context) -> tuple[str, ...]:
    """The words that close the frame which the last word opens (以 … 为首), if it opens one."""
    closers = context.lexicon.value("name.frame", out[-1].text) if out else ""
    return tuple(closers.split("|")) if closers else ()


def enclosed(line: Line, index: int, out: Line, ends: tuple[str, ...], context: Context) -> int:
    """Characters of the name that stands in a frame from this atom on, or 0."""
    start = line[index].start
    place = opened(out, start, context)
    for size in SIZES if place else ():
        closed = closes(place, start + size, ends, context)
        closed = closed or (place == "opener" and holds_post(line, start + size, context))
        if closed and plausible(line, index, size, place, context):
            return size
    return 0


def opened(out: Line, start: int, context: Context) -> str:
    """What stands before: title | frame | join (of a frame before) | opener, or nothing that opens one."""
    if not out or out[-1].text in OPENERS:
        return "opener"
    before = out[-1]
    if before.end != start:
        return ""
    if before.kind == "title":
        return "title"
    if closing(out, context):
        return "frame"
    return "join" if context.lexicon.is_a(before.text, "list.join") else ""


def closes(place: str, end: int, ends: tuple[str, ...], context: Context) -> bool:
    """Whether what closes such a place stands at an offset."""
    text, lexicon = context.document.folded, context.lexicon
    if place == "title":
        return strong_follow(text[end : end + 4], context) or lexicon.begins("name.spokesman", text, end)
    told = place in ("frame", "join", "opener") and bool(ends) and text.startswith(ends, end)
    return told or (place == "opener" and lexicon.begins("name.closes", text, end))


def holds_post(line: Line, at: int, context: Context) -> bool:
    """Whether a verb of holding stands at an offset, a post or its division behind it (任|某县委书记)."""
    verb = starting(line, at)
    held = verb is not None and context.lexicon.is_a(verb.text, "mod.holds", "act.appointment")
    after = starting(line, verb.end) if verb is not None and held else None
    return after is not None and after.kind in ("place", "title", "agency")


def plausible(line: Line, index: int, size: int, place: str, context: Context) -> bool:
    """Whether the characters may be a name at all: a surname, given characters, no word of the dictionary."""
    text, start = context.document.folded, line[index].start
    end, family = start + size, len(surname_at(text, start, context))
    if not family or size - family not in (1, 2) or context.lexicon.begins("name.not", text, start):
        return False
    inside = [a for a in line[index : index + size] if a.start < end]
    if any(a.kind != WORD for a in inside) or not fits(text, start, size, family, context):
        return False
    common = context.lexicon.surname_rates[text[start : start + family]] > USUAL
    given = text[start + family : end]
    if not rated(given, context) or not (common or place in ("title", "frame")) or cuts(start, end, line):
        return False
    return not ordinary(inside, start + family, end, context)


def ordinary(inside: Line, given: int, end: int, context: Context) -> bool:
    """Whether the stretch is a word or a division, or its given name one that parents hardly choose."""
    long = [a for a in inside if len(a.text) > 1 and not a.pos.startswith("nr")]
    rates = context.lexicon.given_rates
    for atom in long:
        whole = atom.start < given and atom.end >= end
        chosen = atom.start != given or atom.end != end or min(rates.get(c, 0) for c in atom.text) >= OFTEN
        if whole or not chosen or (atom.start < given and context.gazetteer.by_name(atom.text)):
            return True
    return False
