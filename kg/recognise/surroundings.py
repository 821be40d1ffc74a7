"""What stands behind a likely name. "Does it go on as it does behind persons?"."""

from __future__ import annotations

from kg.recognise.line import Context, Line, first_from

OFTEN = 150.0
"""Rate above which a character is usual in given names."""
RARE = 12.0
"""Occurrences in a million names below which a character hardly belongs to a given name."""
STRONG = frozenset({"name.cue", "name.does", "bracket.person"})
"""Kinds of words that only people do, or that are said of them."""


def rated(name: str, context: Context) -> bool:
    """Whether every character occurs in given names; beside a usual one, a rare one is enough."""
    rates = [rate(c, context) for c in name]
    return min(rates) > RARE or (len(rates) > 1 and min(rates) > 0 and max(rates) > OFTEN)


def rate(char: str, context: Context) -> float:
    """Occurrences of a character in a million given names; words that names may hold count as usual."""
    known = context.lexicon.given_rates.get(char, 0)
    return known or (OFTEN if context.lexicon.is_a(char, "name.middle", "name.tail") else 0)


def sets_apart(start: int, size: int, line: Line) -> bool:
    """Whether the name opens its line and a comma sets it apart from the posts behind (甲某,市委委员,…)."""
    if line[0].start != start:
        return False
    at = first_from(line, start + size)
    behind = line[at : at + 2]
    opens = len(behind) == 2 and behind[0].text == "，" and behind[1].kind in ("place", "agency", "title")
    return opens and any(a.kind == "title" for a in line)


def posted(end: int, line: Line, context: Context) -> bool:
    """Whether a post of a body follows a likely name (免去|甲某|的某局局长)."""
    at = first_from(line, end)
    behind = line[at : at + 5]
    if behind and behind[0].start == end and context.lexicon.is_a(behind[0].text, "particle.of"):
        behind = behind[1:]
    titled = any(a.kind == "title" for a in behind[:4])
    return bool(behind) and behind[0].kind in ("place", "agency", "title") and titled


def presented(end: int, context: Context) -> bool:
    """Whether a name is followed by what a biography says next: the sex, or the post held now (甲某,男,…)."""
    text = context.document.folded
    return context.lexicon.begins("bracket.person", text, end)


def born(end: int, line: Line, context: Context) -> bool:
    """Whether a date of a life stands behind the mark that follows a name (甲某，1963年5月出生)."""
    at = first_from(line, end)
    behind = line[at : at + 3]
    dated = len(behind) == 3 and behind[0].text in "，（" and behind[1].kind == "date"
    return dated and context.lexicon.is_a(behind[2].text, "date.of-life")


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


def mark(behind: str) -> bool:
    """Whether punctuation follows."""
    return not behind or behind[0] in "、，。；：（）”"


def followed(behind: str, context: Context) -> bool:
    """Whether a mark or a word that people do follows."""
    words = (behind[:1], behind[:2], behind[:3], behind[:4])
    return mark(behind) or "name.after" in context.lexicon.among(words)


def strong_follow(behind: str, context: Context) -> bool:
    """Whether a word that only people do follows, or a bracket with what is said of people."""
    words = (behind[:2], behind[:3], behind[:4])
    kinds = context.lexicon.among(words)
    return not STRONG.isdisjoint(kinds) or context.lexicon.is_a(behind[:1], "prep.cause")


def named_so(behind: str, context: Context) -> bool:
    """Whether a form of address, a title or a bracketed note of a person follows."""
    kinds = context.lexicon.among((behind[:2], behind[:3], behind[:4]))
    return "name.cue" in kinds or "bracket.person" in kinds


def surname_at(text: str, start: int, context: Context) -> str:
    """The surname at an offset, a double one first."""
    rates = context.lexicon.surname_rates
    double = text[start : start + 2]
    if len(double) == 2 and double in rates:
        return double
    one = text[start : start + 1]
    return one if one in rates and one not in context.lexicon.kind("common.char") else ""
