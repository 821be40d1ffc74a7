"""How many characters a Chinese personal name has here. "Where does the name end?".

The surname, the given-name characters, what the document repeats, and what word would be left over decide
together.
"""

from __future__ import annotations

import re

from kg.recognise.line import Atom, Context, Line
from kg.recognise.surroundings import RARE, followed, mark, rated, strong_follow, surname_at
from kg.recognise.vouching import vouched

DOTTED = re.compile(r"[\u3400-\u9fff]{1,10}(?:·[\u3400-\u9fff]{1,12})+")
"""Names of several parts joined by middle dots (Uygur, Kazakh, foreign)."""
MASKED = re.compile(
    r"[\u3400-\u9fff]?[\u3400-\u9fff]([\u67d0\u00d7Xx*\u25cb]{1,2})(?:[\u7532\u4e59\u4e19\u4e01A-Z\d](?![\u3400-\u9fff\d]))?"
)
"""A surname with the given name masked (U+67D0, or a cross), perhaps told apart by a letter."""
MASK = re.compile(r"[\u67d0\u00d7Xx*\u25cb]")
"""A character that stands for a given name."""
COMMON = 800.0
"""Rate above which a character belongs to the name even where it could begin the next word."""


def length_of_name(start: int, why: str, line: Line, context: Context) -> int:
    """Characters of the name that starts at a document offset, or 0 if none does."""
    text = context.document.folded
    dotted = DOTTED.match(text, start) if context.dotted else None
    if dotted and why != "inside":
        return dotted_length(dotted.group(), context)
    if context.lexicon.begins("name.not", text, start):
        return 0
    surname = surname_at(text, start, context)
    if surname and MASKED.match(text, start) and MASK.match(text, start + len(surname)):
        return masked_length(start, len(surname), line, context)
    if surname and why != "inside" and half_masked(text, start + len(surname), context):
        return len(surname) + 2
    if not surname:
        return given_only(start, why, line, context)
    options = [n for n in (len(surname) + 2, len(surname) + 1) if fits(text, start, n, len(surname), context)]
    if not options:
        return 0
    size = options[0] if len(options) == 1 else decide(start, surname, line, context)
    if why == "act":
        as_post = (n for n in options if context.lexicon.is_a(text[start + n : start + n + 1], "appoint.as"))
        size = next(as_post, size)
    return size if vouched(start, size, len(surname), why, line, context) else 0


def half_masked(text: str, at: int, context: Context) -> bool:
    """Whether a given character stands at an offset and a mask for the other behind it (李小某)."""
    usual = context.lexicon.given_rates.get(text[at : at + 1], 0) > RARE
    return usual and bool(MASK.match(text, at + 1)) and text[at] not in context.lexicon.kind("name.stop")


def masked_length(start: int, family: int, line: Line, context: Context) -> int:
    """Characters of a masked name; one more given character may stand behind the mask (林某文)."""
    text = context.document.folded
    match = MASKED.match(text, start)
    end = match.end() if match else start + family + 1
    letter = text[end : end + 1]
    following = next((a for a in line if a.start <= end < a.end), None)
    if (
        end - start != family + 1
        or not "\u3400" <= letter <= "\u9fff"
        or following is None
        or following.start != end
    ):
        return end - start
    ordinary = (
        letter in context.lexicon.kind("name.stop")
        or following.end > end + 1
        or following.pos[:1] in ("d", "p", "c", "v", "u")
        or followed(text[end : end + 4], context)
    )
    return end - start + (0 if ordinary or context.lexicon.is_a(letter, "name.weak", "masked") else 1)


def dotted_length(name: str, context: Context) -> int:
    """The whole dotted name, less words of the lexicon that run into its end."""
    stop = context.lexicon.kind("name.stop")
    last = name.rindex("·") + 1
    for at in range(last + 1, len(name)):
        if name[at] in stop:
            return at
    return len(name)


def fits(text: str, start: int, size: int, family: int, context: Context) -> bool:
    """Whether the characters after the surname may all be of a given name."""
    given = text[start + family : start + size]
    if len(given) < size - family or not all("\u3400" <= c <= "\u9fff" for c in given):
        return False
    stop, rates = context.lexicon.kind("name.stop"), context.lexicon.given_rates
    if len(given) == 1:
        return given not in stop or context.lexicon.is_a(given, "name.lone")
    return (
        (given[1] not in stop or context.lexicon.is_a(given[1], "name.tail"))
        and (
            given[0] not in stop
            or rates.get(given[0], 0) > 100
            or context.lexicon.is_a(given[0], "name.middle")
        )
        and (
            rates.get(given[1], 0) > 0
            or given[1] not in context.lexicon.kind("common.char")
            or context.lexicon.is_a(given[1], "name.tail")
        )
    )


def decide(start: int, surname: str, line: Line, context: Context) -> int:
    """Two or three characters: what the document repeats first, then the word that would be left over."""
    text = context.document.folded
    short, long = len(surname) + 1, len(surname) + 2
    at = start + long - 1
    if any(text[at : at + n] in context.lexicon.kind("name.after") for n in (2, 3, 4)):
        return short
    times, longer = votes(text[start : start + short], context), context.times(text[start : start + long])
    if longer > 1 and longer >= times:
        return long
    if times > longer and times > 1:
        return short
    owner = next((a for a in line if a.start <= at < a.end), None)
    return long if owner is not None and takes(owner, at, start, context) else short


def takes(owner: Atom, at: int, start: int, context: Context) -> bool:
    """Whether the third character, which a word holds, belongs to the name and not to the word."""
    text, lexicon = context.document.folded, context.lexicon
    if owner.kind != "word":
        return False
    alone = owner.end - owner.start == 1
    if owner.end == at + 1 and (
        (owner.start == start and owner.pos.startswith("nr"))
        or (alone and text[at + 1 : at + 2] in ("）", "、", "。"))
        or start < owner.start < at
    ):
        return True
    if owner.start == at and (
        owner.text in lexicon.kind("name.after") or lexicon.is_a(owner.text, "name.weak")
    ):
        return False
    if lexicon.is_a(owner.text, "mod.former"):
        return False
    if lexicon.is_a(owner.text, "each"):
        return not lexicon.is_a(text[start - 1 : start], "list.join")
    joined = owner.start == at and not alone
    if joined and owner.pos[:1] == "v":
        return False
    rate = lexicon.given_rates.get(text[at], 0)
    return (alone and owner.text not in lexicon.kind("inner.stop")) or rate > (COMMON if joined else RARE)


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


def given_only(start: int, why: str, line: Line, context: Context) -> int:
    """A name without a surname (given names of several peoples): only between a title and a mark."""
    if why != "title":
        return 0
    owner = [a for a in line if a.start >= start]
    size = 0
    for atom in owner:
        if len(atom.text) > 1 and not atom.pos.startswith("nr"):
            return 0
        if atom.kind != "word" or atom.text in context.lexicon.kind("name.stop") or size + len(atom.text) > 4:
            break
        if context.lexicon.is_a(atom.text, "name.after"):
            break
        size += len(atom.text)
    text = context.document.folded
    ends = text[start + size : start + size + 1]
    name, behind = text[start : start + size], text[start + size : start + size + 4]
    repeated = size > 2 and context.times(name) > 1 and strong_follow(behind, context)
    closed = (ends != "" and ends in "、，。；（") or repeated
    return size if 2 <= size <= 4 and closed and rated(text[start : start + size], context) else 0
