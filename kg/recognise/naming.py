"""How many characters a Chinese personal name has here. "Where does the name end?".

The surname, the given-name characters, what the document repeats, and what word would be left over decide
together.
"""

from __future__ import annotations

import re

from kg.recognise.line import Atom, Context, Line, first_from, holding, starting
from kg.recognise.parts import of_parts
from kg.recognise.repeated import TITLED, named_else, said_again, settled, told, votes
from kg.recognise.surroundings import RARE, followed, rated, strong_follow, surname_at
from kg.recognise.vouching import vouched

DOTTED = re.compile(r"[\u3400-\u9fff]{1,10}(?:·[\u3400-\u9fff]{1,12})+")
"""Names of several parts joined by middle dots (Uygur, Kazakh, foreign)."""
MASKED = re.compile(
    r"[\u3400-\u9fff]?[\u3400-\u9fff]([\u67d0\u00d7Xx*\u25cb]{1,2})(?:[\u7532\u4e59\u4e19\u4e01A-Z\d](?![\u3400-\u9fff\d]))?"
)
"""A surname with the given name masked (U+67D0, or a cross), perhaps told apart by a letter."""
MASKS = frozenset(map(chr, (0x67D0, 0xD7, 0x58, 0x78, 0x2A, 0x25CB)))
"""Characters that stand for a given name: U+67D0, crosses, an asterisk, a circle."""
ENDS = frozenset("、，。；（")
"""Marks that end a name."""
FOREIGN = ("nr", "ns", "nt", "nz", "x", "")
"""Parts of speech of words that a name of several parts may fall into."""
ENDING = ("name.weak", "name.middle", "common.char")
"""Kinds of characters that are words of their own, and so of the name where a mark of a list follows."""
HEADS = ("head.core", "head.strong", "head.weak")
"""Kinds of words that bodies end in."""
LONG = 3
"""Characters of a word that a name does not cut in two."""
COMMON = 800.0
"""Rate above which a character belongs to the name even where it could begin the next word."""


def length_of_name(start: int, why: str, line: Line, context: Context) -> int:
    """Characters of the name that starts at a document offset, or 0 if none does."""
    text = context.document.folded
    dotted = DOTTED.match(text, start) if context.dotted else None
    if dotted and why != "inside":
        return dotted_length(start, dotted.group(), line, context)
    if context.lexicon.begins("name.not", text, start):
        return 0
    if whole := foreign_word(start, line, context):
        return whole if why in ("title", "list") else 0
    if size := of_parts(start, why, line, context):
        return size
    surname = surname_at(text, start, context)
    if not surname:
        return given_only(start, why, line, context)
    if size := masked(start, len(surname), why, line, context):
        return size
    options = [
        n
        for n in (len(surname) + 2, len(surname) + 1)
        if fits(text, start, n, len(surname), context) and not torn(start, start + n, line, context)
    ]
    if not options:
        return 0
    size = options[0] if len(options) == 1 else decide(start, surname, line, context)
    if rest := sounds(start + size, line, context):
        return size + rest if why == "title" else 0
    if why in ("act", "list"):
        size = next((n for n in options if before_post(start + n, line, context)), size)
    return size if vouched(start, size, len(surname), why, line, context) else 0


def sounds(end: int, line: Line, context: Context) -> int:
    """How many characters go on with the sounds of another language where a name would end (普里马|科夫)."""
    size = 0
    while atom := starting(line, end + size):
        sounds_foreign = all(context.lexicon.is_a(c, "name.foreign") for c in atom.text)
        if not sounds_foreign or atom.pos[:1] in ("v", "d", "p", "c"):
            break
        size += len(atom.text)
    return size


def foreign_word(start: int, line: Line, context: Context) -> int:
    """Characters of a longer name that the dictionary holds as one of another language, or 0."""
    word = starting(line, start)
    if word is None or word.kind != "word" or len(word.text) <= LONG:
        return 0
    double = word.text[:2] in context.lexicon.surname_rates or context.gazetteer.by_name(word.text)
    named = word.pos.startswith("nr") or (word.pos == "ns" and len(word.text) == LONG + 1)
    return len(word.text) if named and not double else 0


def before_post(end: int, line: Line, context: Context) -> bool:
    """Whether what leads from a person to a post stands here: 为, or 的 and a body or division behind it."""
    char = context.document.folded[end : end + 1]
    if context.lexicon.is_a(char, "appoint.as") or not context.lexicon.is_a(char, "particle.of"):
        return context.lexicon.is_a(char, "appoint.as")
    body = starting(line, end + 1)
    return body is not None and body.kind in ("place", "agency")


def masked(start: int, family: int, why: str, line: Line, context: Context) -> int:
    """Characters of a name with a mask for the given name or for a part of it, or 0."""
    text = context.document.folded
    if text[start + family : start + family + 1] in MASKS and MASKED.match(text, start):
        return masked_length(start, family, line, context)
    return family + 2 if why != "inside" and half_masked(start, family, line, context) else 0


def half_masked(start: int, family: int, line: Line, context: Context) -> bool:
    """Whether a given character stands behind a surname and a mask for the other behind it (李小某)."""
    text, at = context.document.folded, start + family
    word = starting(line, start)
    if text[at + 1 : at + 2] not in MASKS or (word is not None and len(word.text) > family):
        return False
    usual = context.lexicon.given_rates.get(text[at], 0) > RARE
    return usual and text[at] not in context.lexicon.kind("name.stop")


def masked_length(start: int, family: int, line: Line, context: Context) -> int:
    """Characters of a masked name; one more given character may stand behind the mask (林某文)."""
    text = context.document.folded
    match = MASKED.match(text, start)
    end = match.end() if match else start + family + 1
    if text[start : end + 1] in context.names:
        return end + 1 - start
    following = holding(line, end)
    if end - start != family + 1 or following is None or not "\u3400" <= text[end] <= "\u9fff":
        return end - start
    return end - start + int(unmasked(following, text[start:end], end, context))


def unmasked(following: Atom, masked: str, at: int, context: Context) -> bool:
    """Whether the character at an offset, right behind a masked name, is still of it."""
    text, lexicon, letter = context.document.folded, context.lexicon, context.document.folded[at]
    if following.end > at + 1 or lexicon.is_a(letter, "name.stop", "name.weak", "inner.stop", "masked"):
        return False
    usual = lexicon.given_rates.get(letter, 0) > RARE
    if usual and 1 < context.times(masked) == context.times(masked + letter):
        return True
    if following.start < at or followed(text[at : at + 4], context):
        return False
    told = following.pos[:1] == "v" and any(lexicon.begins(k, text, at + 1) for k in ("name.does", "trigger"))
    lone = following.pos[:1] not in ("d", "p", "c", "v", "u")
    return lone or (usual and (told or text[at + 1 : at + 2] in ENDS))


def dotted_length(start: int, name: str, line: Line, context: Context) -> int:
    """The whole dotted name, less words that run into its end; 0 where words run into its beginning."""
    lexicon, dot = context.lexicon, name.index("·")
    sound, after = lexicon.kind("name.sound"), lexicon.kind("name.after")
    long = [a for a in line if a.kind != "word" or (len(a.text) > 1 and a.pos[:2] not in FOREIGN)]
    words = {a.start - start for a in long if a.start == start or a.text[0] not in sound}
    if any(at in words or foreign(name[at], context) for at in range(dot)):
        return 0
    for at in range(dot + 2, len(name)):
        begun = any(name[at : at + size] in after for size in (2, 3, 4))
        if "·" not in name[at - 1 : at + 1] and (at in words or begun or foreign(name[at], context)):
            name = name[:at]
            break
    return len(name.rstrip("".join(sound)))


def foreign(char: str, context: Context) -> bool:
    """Whether a character is in no given name, nor stands for a sound of another language."""
    return context.lexicon.is_a(char, "name.stop") and not context.lexicon.is_a(char, "name.sound")


def fits(text: str, start: int, size: int, family: int, context: Context) -> bool:
    """Whether the characters after the surname may all be of a given name."""
    given = text[start + family : start + size]
    if len(given) < size - family or not all("\u3400" <= c <= "\u9fff" for c in given):
        return False
    if addressed(text, start, start + size, context) or given in context.lexicon.titles:
        return False
    stop, rates = context.lexicon.kind("name.stop"), context.lexicon.given_rates
    if len(given) == 1:
        tail = context.lexicon.is_a(given, "name.tail") or given not in context.lexicon.kind("common.char")
        return (given not in stop and tail) or context.lexicon.is_a(given, "name.lone")
    if text[start + size : start + size + 1] == "、" and context.lexicon.is_a(given[1], *ENDING):
        return rates.get(given[0], 0) > 0
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


def addressed(text: str, start: int, end: int, context: Context) -> bool:
    """Whether a form of address begins inside the name (利|同志, 王先|生): it is no part of one."""
    inside = range(start + 1, end)
    if context.cues.isdisjoint(inside):
        return False
    return any(context.lexicon.begins("name.cue", text, at) for at in inside)


def torn(start: int, end: int, line: Line, context: Context) -> bool:
    """Whether a name cuts a word in two, and no title led to that name before (甲某均|受到)."""
    return cuts(start, end, line) and context.names.get(context.document.folded[start:end]) not in TITLED


def cuts(start: int, end: int, line: Line) -> bool:
    """Whether a longer word that begins inside the name goes on behind it for more than a character."""
    word = holding(line, end)
    if word is None or not start < word.start < end:
        return False
    return len(word.text) >= LONG and not word.pos.startswith("nr")


def decide(start: int, surname: str, line: Line, context: Context) -> int:
    """Two or three characters: what the document repeats first, then the word that would be left over."""
    text = context.document.folded
    short, long = len(surname) + 1, len(surname) + 2
    at = start + long - 1
    if told(text[start : start + short], text[start : start + long], context):
        return long
    if any(text[at : at + n] in context.lexicon.kind("name.after") for n in (2, 3, 4)):
        return short
    if settled(text[start : start + short], text[start : start + long], context):
        return short
    if named_else(start, short, line, context):
        return short
    times, longer = votes(text[start : start + short], context), context.times(text[start : start + long])
    if longer > 1 and longer >= times:
        return long
    if times > longer and times > 1:
        return short
    owner = holding(line, at)
    return long if owner is not None and takes(owner, at, start, context) else short


def begins_body(text: str, at: int, context: Context) -> bool:
    """Whether a level and the head of one of its bodies stand at an offset (王某|县|教育局)."""
    level = context.lexicon.is_a(text[at], "level.char")
    return level and any(context.lexicon.begins(kind, text, at + 1) for kind in HEADS)


def takes(owner: Atom, at: int, start: int, context: Context) -> bool:
    """Whether the third character, which a word holds, belongs to the name and not to the word."""
    text, lexicon = context.document.folded, context.lexicon
    if owner.kind != "word" or begins_body(text, at, context):
        return False
    alone = owner.end - owner.start == 1
    if alone and lexicon.is_a(owner.text, "name.after") and not lexicon.given_rates.get(text[at], 0):
        return text[at + 1 : at + 2] in ENDS  # 作 of 周某作报告: hardly anybody's given name holds it
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


def given_only(start: int, why: str, line: Line, context: Context) -> int:
    """A name without a surname (given names of several peoples): only between a title and a mark."""
    if why != "title":
        return 0
    if size := said_again(start, line, context):
        return size
    for atom in line[first_from(line, start) :]:
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
