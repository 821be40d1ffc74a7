"""Divisions below the county: townships from the gazetteer, villages and zones by how their names end.

No list holds every village. A name below a known division is read up to its ending (乡, 村, 社区, 开发区);
without a division before it only where a body of its own follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from kg.gazetteer import RANKS, Place
from kg.recognise.line import WORD, Atom, Context, Line, merge
from kg.values import PlaceValue

RANK = {**RANKS, "zone": 4, "township": 5, "village": 6}
"""Depth of each level, the widest first."""
LONGEST = 8
"""Characters that a township's or village's own name may have."""


def chain_before(out: Line, start: int) -> tuple[PlaceValue, ...]:
    """The chain of place values that ends right where ``start`` begins."""
    if out and out[-1].kind == "place" and out[-1].end == start:
        value: PlaceValue = out[-1].value
        return (*value.chain, replace(value, chain=()))
    return ()


def below(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A township, village or zone named by its ending, directly after a known division."""
    known = known_town(line, index, out, context)
    if known:
        return known
    chain = chain_before(out, line[index].start)
    if not chain or RANK[chain[-1].level] < RANK["prefecture"]:
        return None
    end = index
    while end < len(line) and line[end].end - line[index].start <= LONGEST + 6:
        atom = line[end]
        stops = context.lexicon.is_a(
            atom.text, "inner.stop", "anaphor.place", "voice.active", "voice.passive"
        )
        if atom.kind != WORD or stops or not adjacent(line[index : end + 1]):
            return None
        if end > index and is_former(atom, context):
            return None
        if end == index and len(atom.text) > 1 and atom.pos[:1] in ("p", "d", "c", "r"):
            return None
        end += 1
        text = "".join(a.text for a in line[index:end])
        level = ending(text, context) or bare_zone(text, context)
        if level == "zone" and not (holds_lower(line, end, context) or governed(line, end, context)):
            return None
        if level and not continues(line, end, level, context):
            above = chain[-1].written or chain[-1].name
            name = above + text if bare_zone(text, context) else text
            value = PlaceValue(name, level, "", chain)
            part = level == "zone" and not holds_lower(line, end, context)
            rule = "recognise.place.zone" if part else "recognise.place.below"
            return merge(line, index, end, "place", rule, value), end - index
    return None


def bare_zone(text: str, context: Context) -> str:
    """The level of a zone that has no name but its division's (泰兴|经济开发区)."""
    return "zone" if context.lexicon.value("place.suffix", text) == "zone" else ""


def governed(line: Line, end: int, context: Context) -> bool:
    """Whether a zone's own organ follows (党工委, 管委会), or a title of one (党工委书记)."""
    if end >= len(line) or line[end].start != line[end - 1].end:
        return False
    text = line[end].text
    return any(context.lexicon.is_a(text[:size], "organ.of-zone") for size in range(2, 8))


def unchained(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A township or village without its county before it, where a body of its own follows (某乡|党委)."""
    before = out[-1] if out and out[-1].kind == WORD and out[-1].end == line[index].start else None
    if before is not None and not context.lexicon.is_a(before.text, "join", "mod.former"):
        return None
    text = ""
    for end, atom in enumerate(line[index : index + 4], index + 1):
        gap = end - 1 > index and atom.start != line[end - 2].end
        if atom.kind != WORD or len(text) + len(atom.text) > 5 or gap:
            return None
        if context.lexicon.is_a(atom.text, "inner.stop", "inner.never", "voice.active", "voice.passive"):
            return None
        if not text and len(atom.text) > 1 and atom.pos[:1] in ("p", "d", "c", "r"):
            return None
        text += atom.text
        level = ending(text, context)
        if level in ("township", "village"):
            if not stands_alone(line, end, text, level, context):
                return None
            value = PlaceValue(text, level)
            return merge(line, index, end, "place", "recognise.place.unchained", value), end - index
    return None


def stands_alone(line: Line, end: int, text: str, level: str, context: Context) -> bool:
    """Whether a name without its county is one: a head or lower division follows, no anaphor (该村)."""
    lexicon = context.lexicon
    touching = end < len(line) and line[end].start == line[end - 1].end
    owns = touching and lexicon.is_a(line[end].text, "head.core")
    if not owns and not (level == "township" and holds_lower(line, end, context)):
        return False
    return not (lexicon.is_a(text[:1], "level.char") or lexicon.is_a(text, "anaphor.place"))


def holds_lower(line: Line, end: int, context: Context) -> bool:
    """Whether a township or village follows: only then is a zone spoken of as a division."""
    text = ""
    for atom in line[end : end + 6]:
        if atom.kind != WORD:
            break
        text += atom.text
        if ending(text, context) in ("township", "village"):
            return True
    return False


def is_former(atom: Atom, context: Context) -> bool:
    """Whether a word is a title, a modifier of one, or a body's head: no part of a village's name."""
    return atom.text in context.lexicon.family("title") or context.lexicon.is_a(atom.text, "mod.former")


def ending(text: str, context: Context) -> str:
    """The level a name has by its ending, if something stands before the ending."""
    suffixes = context.lexicon.kind("place.suffix")
    if text in suffixes:
        return ""
    for length in range(min(10, len(text) - 1), 0, -1):
        word = suffixes.get(text[-length:])
        if word:
            return word.value
    return ""


def continues(line: Line, end: int, level: str, context: Context) -> bool:
    """Whether the ending is only the middle of a longer name (李村|镇, 王家社区|卫生站 is none)."""
    if end >= len(line) or line[end].start != line[end - 1].end:
        return False
    following = context.lexicon.kind("place.suffix").get(line[end].text)
    return following is not None and following.value in ("township", "zone") and level == "village"


def towns_here(start: int, out: Line, context: Context) -> tuple[tuple[PlaceValue, ...], Mapping[str, Place]]:
    """The chain before an offset, or the county in focus, and the townships the gazetteer lists for it."""
    chain = chain_before(out, start)
    county = next((c.place for c in reversed(chain) if c.place), None)
    if not chain:
        near = [a.value.place for a in out if a.kind == "place" and a.value.place] or context.focus[-3:]
        county = next((p for p in reversed(near) if p.level == "county"), None)
    if county is None or county.level != "county":
        return (), {}
    return chain, context.gazetteer.townships(county.code)


def town_name(line: Line, index: int, out: Line, context: Context) -> str:
    """The official name of a township of the county that the text goes on with, longest first; or nothing."""
    start = line[index].start
    if line[index].kind != WORD:
        return ""
    _, towns = towns_here(start, out, context)
    text = context.document.folded
    return next(
        (
            text[start : start + n]
            for n in range(8, 1, -1)
            if (t := towns.get(text[start : start + n])) and t.name == text[start : start + n]
        ),
        "",
    )


def known_town(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A township that the gazetteer lists for the county before it or in focus."""
    name = town_name(line, index, out, context)
    if not name:
        return None
    chain, towns = towns_here(line[index].start, out, context)
    used = sum(1 for a in line[index:] if a.end <= line[index].start + len(name))
    office = line[index + used] if index + used < len(line) else None
    if (
        office
        and office.start == line[index].start + len(name)
        and context.lexicon.is_a(office.text, "place.office")
    ):
        used += 1
    town = towns[name]
    value = PlaceValue(town.name, "township", town.code, chain, town)
    return merge(line, index, index + used, "place", "recognise.place.township", value), used


def adjacent(words: Line) -> bool:
    """Whether no blank was dropped between the atoms."""
    return all(a.end == b.start for a, b in pairwise(words))
