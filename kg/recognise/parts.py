"""Names made of whole words, as Tibetans and Mongols bear them. "Do two such words stand here in a row?".

Such a name has no surname, and its words (扎西, 其其格) have two characters or more: two in a row are one
name whatever follows, but for what a division is called; one alone is read only where a mark closes it.
"""

from __future__ import annotations

from kg.lexicon import Lexicon, remembered
from kg.recognise.likely import USUAL
from kg.recognise.line import Context, Line, holding
from kg.recognise.surroundings import followed, mark

WHOLE = 2
"""Words in a row that make a name by themselves."""
LONGEST_PART = 4
"""Characters of the longest word that such names are made of."""
UNREAD = 2
"""Characters of a second word that the lexicon need not know, where a mark ends it."""
CUED = ("title", "list")
"""Places where a title or a person before it speaks for a name."""
ACTING = tuple("vdp")
"""Parts of speech of what may follow a name that only its place speaks for."""


def of_parts(start: int, why: str, line: Line, context: Context) -> int:
    """Characters of the name made of whole words that starts at an offset, or 0."""
    text = context.document.folded
    size, count = parts(text, start, context.lexicon)
    if not count or why == "inside" or divided(start + size, context):
        return 0
    if count >= WHOLE:
        return size if why in CUED or goes_on(start + size, line, context) else 0
    if why not in CUED or not lone(text[start], context.lexicon):
        return 0
    return next((n for n in range(size, size + UNREAD + 1) if closed(text, start, n)), 0)


def parts(text: str, start: int, lexicon: Lexicon) -> tuple[int, int]:
    """How many characters the words of such a name take from an offset, and how many words they are."""
    if text[start : start + 1] not in part_starts(lexicon):
        return 0, 0
    found = 0, 0
    for size in range(LONGEST_PART, 1, -1):
        if lexicon.is_a(text[start : start + size], "name.part"):
            more, count = parts(text, start + size, lexicon)
            found = max(found, (size + more, count + 1))
    return found


@remembered
def part_starts(lexicon: Lexicon) -> frozenset[str]:
    """The first characters of such words."""
    return frozenset(word[0] for word in lexicon.kind("name.part"))


def divided(end: int, context: Context) -> bool:
    """Whether the ending of a division's name follows (尼玛|县, 呼和巴图|嘎查)."""
    text = context.document.folded
    return any(context.lexicon.is_a(text[end : end + n], "place.suffix") for n in (1, 2, 3))


def goes_on(end: int, line: Line, context: Context) -> bool:
    """Whether a mark follows, or what people do or undergo; no word of the dictionary runs over the end."""
    text, after = context.document.folded, holding(line, end)
    if after is not None and after.start < end:
        return False
    acting = after is None or after.kind != "word" or after.pos[:1] in ACTING
    return acting or followed(text[end : end + 4], context) or context.lexicon.begins("trigger", text, end)


def lone(first: str, lexicon: Lexicon) -> bool:
    """Whether a first character is no usual surname, so that a single word is hardly a Chinese name."""
    return lexicon.surname_rates.get(first, 0) <= USUAL


def closed(text: str, start: int, size: int) -> bool:
    """Whether only characters stand in a stretch, and a mark behind it."""
    return text[start : start + size].isalpha() and mark(text[start + size : start + size + 1])
