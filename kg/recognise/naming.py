"""How many characters a Chinese personal name has here. "Where does the name end?".

The surname, the given-name characters, what the document repeats, and what word would be left over decide
together.
"""

from __future__ import annotations

import re

from kg.recognise.line import WORD, Atom, Context, Line

DOTTED = re.compile(r"[\u3400-\u9fff]{1,10}(?:·[\u3400-\u9fff]{1,12})+")
"""Names of several parts joined by middle dots (Uygur, Kazakh, foreign)."""
MASKED = re.compile(
    r"[\u3400-\u9fff]?[\u3400-\u9fff]([\u67d0\u00d7Xx*\u25cb]{1,2})(?:[\u7532\u4e59\u4e19\u4e01A-Z\d](?![\u3400-\u9fff\d]))?"
)
"""A surname with the given name masked (U+67D0, or a cross), perhaps told apart by a letter."""
MASK = re.compile(r"[\u67d0\u00d7Xx*\u25cb]")
"""A character that stands for a given name."""
USUAL = 20.0
"""Occurrences in a million names above which a surname needs no more support."""
COMMON = 800.0
"""Rate above which a character belongs to the name even where it could begin the next word."""
ACTING = tuple("vpdc")
"""Parts of speech of what may follow a person who acts or is acted on: verbs, prepositions, adverbs, joins."""
GIVEN = ("n", "a", "b", "t")
"""Parts of speech of words that parents choose: nouns, qualities, times."""
GRAMMAR = tuple("vdpcrua")
"""Parts of speech of surnames that are more often verbs, adverbs, prepositions or qualities."""
OFTEN = 150.0
"""Rate above which a character is usual in given names."""
RARE = 12.0
"""Occurrences in a million names below which a character hardly belongs to a given name."""


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
    return size if vouched(start, size, len(surname), why, line, context) else 0


def half_masked(text: str, at: int, context: Context) -> bool:
    """Whether one given character stands at an offset and a mask for the other behind it (surname, 小, mask)."""
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
        or followed(text[end : end + 4], context)
    )
    return end - start + (0 if ordinary or context.lexicon.is_a(letter, "name.weak", "masked") else 1)


def surname_at(text: str, start: int, context: Context) -> str:
    """The surname at an offset, a double one first."""
    rates = context.lexicon.surname_rates
    double = text[start : start + 2]
    if len(double) == 2 and double in rates:
        return double
    return text[start] if text[start : start + 1] in rates else ""


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
        given[1] not in stop
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
    times, longer = votes(text[start : start + short], context), context.times(text[start : start + long])
    at = start + long - 1
    if any(text[at : at + n] in context.lexicon.kind("name.after") for n in (2, 3, 4)):
        return short
    if longer > 1 and longer >= times:
        return long
    if times > longer and times > 1:
        return short
    owner = next((a for a in line if a.start <= at < a.end), None)
    after = context.lexicon.kind("name.after")
    if owner is not None and owner.kind != "word":
        return short
    if owner is not None and owner.start == start and owner.end == at + 1 and owner.pos.startswith("nr"):
        return long
    if (
        owner is not None
        and owner.start == at
        and owner.end == at + 1
        and text[at + 1 : at + 2] in ("）", "、", "。")
    ):
        return long
    if owner is not None and owner.end == at + 1 and owner.start < at and owner.start > start:
        return long
    if (
        owner is not None
        and owner.start == at
        and (owner.text in after or context.lexicon.is_a(owner.text, "name.weak"))
    ):
        return short
    rate = context.lexicon.given_rates.get(text[at], 0)
    joined = owner is not None and owner.start == at and owner.end > at + 1
    alone = (
        owner is not None
        and owner.end - owner.start == 1
        and owner.text not in context.lexicon.kind("inner.stop")
    )
    return long if alone or rate > (COMMON if joined else RARE) else short


def votes(short: str, context: Context) -> int:
    """How often a shorter name stands before a mark, or a word of more than one character that people do."""
    text, after = context.document.folded, context.lexicon.kind("name.after")
    ends = [m.end() for m in re.finditer(re.escape(short), text)]
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
    closed = ends != "" and ends in "、，。；（"
    return size if 2 <= size <= 4 and closed and rated(text[start : start + size], context) else 0


def rated(name: str, context: Context) -> bool:
    """Whether every character occurs in given names; beside a usual one, a rare one is enough."""
    rates = [context.lexicon.given_rates.get(c, 0) for c in name]
    return min(rates) > RARE or (len(rates) > 1 and min(rates) > 0 and max(rates) > OFTEN)


def vouched(start: int, size: int, family: int, why: str, line: Line, context: Context) -> bool:
    """Whether what surrounds the name is enough for the place it stands in."""
    text = context.document.folded
    name, behind = text[start : start + size], text[start + size : start + size + 4]
    if name in context.names:
        return True
    if governs(start, size, line, context):
        return False
    word = next((a for a in line if a.start == start), None)
    ordinary = word if word and word.end >= start + 2 and not word.pos.startswith("nr") else None
    common = context.lexicon.surname_rates.get(name[:family], 0) > USUAL
    if why == "title":
        return (
            ordinary is None
            or after_title(ordinary, start + size, behind, context)
            or (common and context.times(name) > 1 and strong_follow(behind, context))
        )
    given = ordinary is None and rated(name[family:], context)
    next_kinds = {a.kind for a in line if a.start == start + size}
    punished = "measure" in next_kinds and ordinary is None and common and (given or size > family + 1)
    organ = any(a.kind == "title" and a.value.kind == "organ" for a in line if a.start == start + size)
    if punished or ("title" in next_kinds and given and not organ):
        return True
    if ordinary is None and common and size == family + 2 and acted_on(start + size, why, context):
        return True
    if why == "opener" and given and common and sets_apart(start, size, line):
        return True
    if why == "list":
        return (given and common) or (mark(behind) and (ordinary is None or common))
    if why != "inside" and given and common and apart(start, size, family, line, context):
        return True
    if why == "act" and context.lexicon.is_a(behind[:1], "appoint.as"):
        return True
    return given and common and by_place(why, name, behind, context)


def sets_apart(start: int, size: int, line: Line) -> bool:
    """Whether the name opens its line and a comma sets it apart from the posts behind (甲某,市委委员,…)."""
    behind = [a for a in line if a.start >= start + size][:2]
    titled = any(a.kind == "title" for a in line)
    opens = len(behind) == 2 and behind[0].text == "，" and behind[1].kind in ("place", "agency", "title")
    return opens and titled and line[0].start == start


def governs(start: int, size: int, line: Line, context: Context) -> bool:
    """Whether the surname is a word of grammar here and the rest of the name a verb of the dictionary."""
    inside = [a for a in line if start <= a.start < start + size]
    pair = len(inside) == 2 and context.lexicon.is_a(inside[0].text, "name.weak")
    return pair and inside[1].pos[:1] in ("v", "d")


def apart(start: int, size: int, family: int, line: Line, context: Context) -> bool:
    """Whether no dictionary holds a full name's first characters together, and something a name may do follows.

    A usual surname that stays alone, then two characters of given names, are hardly ever anything else where a
    clause or a list begins; a word of two characters may be the given name if both are usual in names.
    """
    inside = [a for a in line if start <= a.start < start + size]
    first, last = inside[0], inside[-1]
    if first.pos.startswith("nr") and first.end == start + size:
        return followed(context.document.folded[start + size : start + size + 4], context)
    if size != family + 2 or first.end - start > family or last.end != start + size:
        return False
    if context.lexicon.is_a(first.text, "name.weak", "name.stop") or any(a.kind != WORD for a in inside):
        return False
    rates = [
        context.lexicon.given_rates.get(c, 0) for c in context.document.folded[start + family : start + size]
    ]
    if len(inside) == 2 and (min(rates) < OFTEN or last.pos[:1] not in GIVEN or first.pos[:1] in GRAMMAR):
        return False
    after = next((a for a in line if a.start == start + size), None)
    behind = context.document.folded[start + size : start + size + 4]
    return after is None or after.kind != WORD or after.pos[:1] in ACTING or followed(behind, context)


def acted_on(end: int, why: str, context: Context) -> bool:
    """Whether what follows a likely name is an act upon persons (对某某|立案), or one more who shares it."""
    text, lexicon = context.document.folded, context.lexicon
    if why == "act":
        return lexicon.begins("trigger", text, end)
    if lexicon.begins("name.address", text, end):
        return True
    if why != "opener" or not lexicon.is_a(text[end : end + 1], "list.join"):
        return False
    family = len(surname_at(text, end + 1, context))
    ends = [end + 1 + family + given for given in (1, 2)] if family else []
    return any(lexicon.begins(kind, text, at) for at in ends for kind in ("respectively", "voice.passive"))


def after_title(word: Atom, end: int, behind: str, context: Context) -> bool:
    """Whether an ordinary word right behind a title may yet begin a name that ends at an offset."""
    if context.lexicon.is_a(word.text, "name.after") or word.pos[:1] in "vdap":
        return False
    return word.end != end or not (word.pos[:1] in "curm" or not followed(behind, context))


def by_place(why: str, name: str, behind: str, context: Context) -> bool:
    """Whether a likely name has behind it what the place it stands in asks for."""
    match why:
        case "weak":
            return followed(behind, context) or context.times(name) > 1
        case "linked" | "act" | "of":
            return followed(behind, context)
        case "opener":
            return followed(behind, context) and strong_follow(behind, context)
    return strong_follow(behind, context) and named_so(behind, context)


def mark(behind: str) -> bool:
    """Whether punctuation follows."""
    return not behind or behind[0] in "、，。；：（）”"


def followed(behind: str, context: Context) -> bool:
    """Whether a mark or a word that people do follows."""
    after = context.lexicon.kind("name.after")
    return mark(behind) or any(behind[:n] in after for n in (1, 2, 3, 4))


def strong_follow(behind: str, context: Context) -> bool:
    """Whether a word that only people do follows, or a bracket with what is said of people."""
    words = {
        **context.lexicon.kind("name.cue"),
        **context.lexicon.kind("name.does"),
        **context.lexicon.kind("bracket.person"),
    }
    return any(behind[:n] in words for n in (2, 3, 4)) or context.lexicon.is_a(behind[:1], "prep.cause")


def named_so(behind: str, context: Context) -> bool:
    """Whether a form of address, a title or a bracketed note of a person follows."""
    cues = {**context.lexicon.kind("name.cue"), **context.lexicon.kind("bracket.person")}
    return any(behind[:n] in cues for n in (2, 3, 4))
