"""Who a likely name stands with: a row, a count, a kinsman, an age. "Do its neighbours vouch for it?".

Each of these says that a person is meant, whatever the person does next.
"""

from __future__ import annotations

import re

from kg.recognise.likely import USUAL, Likely
from kg.recognise.line import WORD, Atom, Context, Line, first_from, starting
from kg.recognise.surroundings import mark, rated, strong_follow, surname_at

ITEM = re.compile(r"[\u3400-\u9fff]+")
"""The characters between two marks."""
BETWEEN = ("d", "m", "t")
"""Parts of speech of what may stand between a subject and its verb: adverbs, counts, times."""
DATELINE = 3
"""Atoms between a name in brackets and the date of a dateline: its bracket, its word and the date."""
OTHERS = 2
"""Likely names behind one that opens a row; with fewer, any two words would do."""


def rowed(one: Likely) -> bool:
    """It opens a row of three likely names or more (甲某某、乙某某、丙某某出席)."""
    if one.behind[:1] != "、" or one.why == "list":
        return False
    word = one.first
    known = one.common and one.full and word is not None and word.end == one.end and word.pos.startswith("nr")
    return (one.likely or known) and len(followers(one)) >= OTHERS


def after(one: Likely, count: int | None = None) -> Line:
    """The atoms behind it, so many at most."""
    at = first_from(one.line, one.end)
    return one.line[at : None if count is None else at + count]


def followers(one: Likely) -> list[str]:
    """The likely names behind it, each after a join."""
    text, at, found = one.context.document.folded, one.end, list[str]()
    while text[at : at + 1] == "、" and len(found) < OTHERS:
        item = ITEM.match(text, at + 1)
        name = leading_name(item.group(), at + 1, one.line, one.context) if item else ""
        if not name:
            break
        found.append(name)
        at += 1 + len(name)
    return found


def leading_name(item: str, start: int, line: Line, context: Context) -> str:
    """The likely name that an item of a row is, or, in the last one, begins with."""
    family = len(surname_at(item, 0, context))
    common = context.lexicon.surname_rates.get(item[:family], 0) > USUAL
    word = starting(line, start)
    dictionary = word is not None and len(word.text) > 1 and not word.pos.startswith("nr")
    if not family or not common or dictionary or context.lexicon.begins("name.not", item):
        return ""
    if word is not None and word.pos.startswith("nr") and word.text == item:
        return item
    sizes = [n for n in (family + 2, family + 1) if n <= len(item) and rated(item[family:n], context)]
    whole = [n for n in sizes if n == len(item) or context.lexicon.is_a(item[n : n + 1], "etc")]
    told = [n for n in sizes if strong_follow(item[n : n + 4], context)]
    return item[: next(iter([*whole, *told]), 0)]


def spaced(one: Likely) -> bool:
    """It goes on with names between which only blanks stand, and a blank or a mark follows."""
    behind = one.context.document.folded[one.end : one.end + 1]
    return one.why == "spaced" and one.likely and (mark(behind) or behind.isspace())


def paired(one: Likely) -> bool:
    """It is one of two joined names who undergo the same on a day (甲某、乙某同日被判处)."""
    text, lexicon = one.context.document.folded, one.context.lexicon
    if not one.likely or one.why not in ("opener", "inside", "list"):
        return False
    end = one.end
    if one.why != "list":
        if not lexicon.is_a(text[end : end + 1], "list.join") or text[end] == "，":
            return False
        item = ITEM.match(text, end + 1)
        family = len(surname_at(text, end + 1, one.context)) if item else 0
        ends = [end + 1 + family + given for given in (2, 1)] if family else []
        return any(undergoes(at, one.line, one.context) for at in ends)
    return undergoes(end, one.line, one.context)


def undergoes(at: int, line: Line, context: Context) -> bool:
    """Whether a date stands at an offset and a passive behind it."""
    day = starting(line, at)
    if day is None or day.kind != "date":
        return False
    return context.lexicon.begins("voice.passive", context.document.folded, day.end)


def counted(one: Likely) -> bool:
    """It stands for several who are counted behind it (甲某某等3名)."""
    if not one.full or not one.likely:
        return False
    behind = after(one, 2)
    if len(behind) < 2 or behind[0].start != one.end:
        return False
    etc, count = behind
    several = count.text[:1].isdigit() or count.kind == "group"
    persons = one.context.document.folded[count.end : count.end + 1]
    named = one.context.lexicon.value("count.classifier", persons) == "person" or count.kind == "group"
    return one.context.lexicon.is_a(etc.text, "etc") and several and named


def later(one: Likely) -> bool:
    """An adverb or a time stands between it and what only persons do (甲某某今年被…, 不再担任)."""
    if one.why != "opener" or not one.likely or not one.full:
        return False
    end = one.end
    for atom in after(one, 2):
        if atom.start != end or not (atom.kind == "date" or (atom.kind == WORD and atom.pos[:1] in BETWEEN)):
            break
        end = atom.end
    behind = one.context.document.folded[end : end + 4]
    told = strong_follow(behind, one.context) or one.context.lexicon.is_a(behind[:1], "name.does")
    return end > one.end and told


def kin(one: Likely) -> bool:
    """Somebody is its kin (甲某某的妻子)."""
    if not one.likely:
        return False
    text, lexicon = one.context.document.folded, one.context.lexicon
    of = lexicon.is_a(text[one.end : one.end + 1], "particle.of")
    return lexicon.begins("name.kin-of", text, one.end) or (
        of and lexicon.begins("name.kin", text, one.end + 1)
    )


def aged(one: Likely) -> bool:
    """An age stands before it (56岁的甲某)."""
    at = first_from(one.line, one.start)
    before = one.line[max(0, at - 2) : at]
    if len(before) < 2 or before[-1].end != one.start or one.ordinary is not None:
        return False
    of = one.context.lexicon.is_a(before[-1].text, "particle.of")
    return of and one.context.lexicon.is_a(before[-2].text[-1:], "name.age")


def undergoing(one: Likely) -> bool:
    """It touches the division it is of, and what befalls it or why follows (某镇|甲某某|因…受到…)."""
    at = first_from(one.line, one.start)
    before = one.line[at - 1] if at else None
    if before is None or before.kind != "place" or before.end != one.start or not (one.likely and one.full):
        return False
    lexicon, text = one.context.lexicon, one.context.document.folded
    caused = lexicon.is_a(one.behind[:1], "prep.cause")
    return caused or lexicon.begins("voice.passive", text, one.end)


def noted(one: Likely) -> bool:
    """It opens a line, and a bracketed body and post and a colon follow, as of one who speaks."""
    if one.why != "opener" or not one.likely or one.line[0].start != one.start:
        return False
    behind = after(one)
    close = next((at for at, a in enumerate(behind) if a.text == "）"), 0)
    if close < 2 or behind[0].text != "（" or not speaks(behind, close):
        return False
    return behind[1].kind in ("agency", "place") and holds(behind[close - 1], one.context)


def described(one: Likely) -> bool:
    """A bracket stands behind it that opens with a post of a body (甲某某（某市市长，…）)."""
    if not one.likely or one.behind[:1] != "（":
        return False
    inside = after(one)[1:]
    inside = inside[bool(inside) and one.context.lexicon.is_a(inside[0].text, "mod.former") :]
    ends = next((at for at, a in enumerate(inside) if a.text in "，、；）"), 0)
    return ends > 1 and inside[0].kind in ("agency", "place") and inside[ends - 1].kind == "title"


def speaks(behind: Line, close: int) -> bool:
    """Whether a colon follows a bracket."""
    return close + 1 < len(behind) and behind[close + 1].text == "："


def holds(atom: Atom, context: Context) -> bool:
    """Whether a word is a post or whoever works there."""
    return atom.kind == "title" or context.lexicon.is_a(atom.text, "title.weak")


def cabled(one: Likely) -> bool:
    """It stands alone in brackets right behind a dateline, as of who sent the report (某日电(甲某某))."""
    text, at = one.context.document.folded, first_from(one.line, one.start)
    alone = text[one.start - 1 : one.start] == "（" and text[one.end : one.end + 1] == "）"
    if not alone or at < DATELINE or one.line[at - 1].text != "（":
        return False
    wired = one.context.lexicon.is_a(one.line[at - 2].text, "verb.report")
    return one.common and wired and one.line[at - DATELINE].kind == "date"


def signed(one: Likely) -> bool:
    """It stands alone in brackets behind a paragraph, as of who wrote it."""
    text = one.context.document.folded
    alone = text[one.start - 1 : one.start] == "（" and text[one.end : one.end + 1] == "）"
    ends = not text[one.end + 1 : one.end + 2].strip()
    lone = one.line[0].start == one.start - 1 and one.line[-1].start == one.end
    return one.likely and alone and ends and lone
