"""Whether what surrounds a likely name is enough for the place it stands in. "Is it a name at all?".

A name after a title needs little; one that opens a clause needs a word behind it that people do, or
characters that no dictionary holds together.
"""

from __future__ import annotations

from kg.recognise.company import (
    aged,
    cabled,
    counted,
    described,
    kin,
    later,
    noted,
    paired,
    rowed,
    signed,
    spaced,
    undergoing,
)
from kg.recognise.likely import Likely
from kg.recognise.line import PUNCT, WORD, Atom, Context, Line, ending, first_from, holding, starting
from kg.recognise.surroundings import (
    OFTEN,
    acted_on,
    born,
    followed,
    mark,
    named_so,
    posted,
    presented,
    rated,
    sets_apart,
    strong_follow,
)

ACTING = tuple("vpdc")
"""Parts of speech of what may follow one who acts or is acted on: verbs, prepositions, adverbs, joins."""
UNCUED = ("opener", "inside", "of")
"""Places where nothing before a name speaks for a person, so that a division of that name is meant."""
OPENING = frozenset("、，")
"""Marks that join the members of a list."""
CUED = ("act", "list", "of", "linked")
"""Places where something before a name speaks for a person, so that a mark may follow."""
GIVEN = ("n", "a", "b", "t")
"""Parts of speech of words that parents choose: nouns, qualities, times."""
RARELY = 100.0
"""Rate below which a surname that is also a word of grammar is hardly meant before a word."""
SHORT = 2
"""Characters of a dictionary word that may yet be a surname and a given name (高峰)."""
GRAMMAR = tuple("vdpcrua")
"""Parts of speech of surnames that are more often verbs, adverbs, prepositions or qualities."""


def vouched(start: int, size: int, family: int, why: str, line: Line, context: Context) -> bool:
    """Whether what surrounds the name is enough for the place it stands in."""
    name = context.document.folded[start : start + size]
    if name in context.names:
        return True
    if why in UNCUED and context.gazetteer.by_name(name):
        return False
    if governs(start, size, line, context):
        return False
    one = Likely(start, size, family, why, line, context)
    if swallowed(one) or phrased(one):
        return False
    return titled(one) if why == "title" else any(supports(one) for supports in SUPPORTS)


def swallowed(one: Likely) -> bool:
    """Whether it is only the beginning of a longer word of the dictionary, or begins and ends inside two."""
    word = one.first
    if word is None or len(word.text) <= one.family or word.pos.startswith("nr"):
        return False
    last = holding(one.line, one.end)
    return last is not None and last.start < one.end and not last.pos.startswith("nr")


def phrased(one: Likely) -> bool:
    """Whether the surname is a word of grammar here and the rest a word that parents hardly choose (同|观众).

    Nor is a division a given name where nothing speaks for a person (连|台湾).
    """
    word, first = given_word(one), one.first
    if word is None or first is None or word.pos.startswith("nr"):
        return False
    divided = word.kind == "place" or bool(one.context.gazetteer.by_name(word.text))
    if divided and one.why in UNCUED and (first.pos[:1] in GRAMMAR or not one.common):
        return True
    rare = one.context.lexicon.surname_rates.get(first.text, 0) < RARELY
    grammar = one.context.lexicon.is_a(first.text, "name.weak", "mod.holds")
    return grammar and (rare or worded(one))


def given_word(one: Likely) -> Atom | None:
    """The dictionary word of two characters or more that its given name is."""
    word = starting(one.line, one.start + one.family)
    return word if word is not None and word.end == one.end and len(word.text) > 1 else None


def titled(one: Likely) -> bool:
    """Behind a title: no ordinary word begins there, or the word is cut through, or the text repeats it."""
    word = one.ordinary
    return (
        word is None
        or cut_through(word, one.end, one.name[one.family :], one.behind, one.context)
        or after_title(word, one.end, one.behind, one.context)
        or (one.common and again(one, word))
    )


def again(one: Likely, word: Atom) -> bool:
    """The text repeats it before what only persons do; it is no adverb or time (同时, 同一天)."""
    spoken = word.end == one.end and word.pos[:1] in (*GRAMMAR, "t")
    return not spoken and one.context.times(one.name) > 1 and strong_follow(one.behind, one.context)


def touched(one: Likely) -> bool:
    """A measure or a title touches a likely name; a party organ's title is a body's, no form of address."""
    touching = starting(one.line, one.end)
    if touching is None:
        return False
    if touching.kind == "measure":
        return one.ordinary is None and one.common and (one.given or one.full)
    addressed = touching.kind == "title" and one.given and touching.value.kind not in ("organ", "role")
    return addressed and (one.common or one.why in CUED) and not worded(one)


def acts(one: Likely) -> bool:
    """An act upon persons follows, or one more who shares it."""
    likely = one.ordinary is None and one.common and (one.given or one.full)
    return likely and acted_on(one.end, one.why, one.context)


def introduced(one: Likely) -> bool:
    """It opens a clause and what a biography or a list of posts says next follows."""
    if one.why != "opener" or not one.common:
        return False
    told = presented(one.end, one.context) or born(one.end, one.line, one.context)
    return told or (one.given and sets_apart(one.start, one.size, one.line))


def enumerated(one: Likely) -> bool:
    """It goes on with a list of names."""
    if one.why != "list":
        return False
    word = one.ordinary
    free = word is None or (one.common and word.end - word.start < len(one.name[: one.family]) + 2)
    listed = one.likely or (mark(one.behind) and free)
    return listed and not (added(one) and mark(one.behind) and worded(one))


def added(one: Likely) -> bool:
    """Whether a word, not a mark, joins it to the name before (甲某与…), which may join a predicate too."""
    return one.context.document.folded[one.start - 1] not in OPENING


def worded(one: Likely) -> bool:
    """Whether its given name is a word of the dictionary that parents hardly choose (张|同岁)."""
    word = given_word(one)
    if word is None or word.pos.startswith("nr"):
        return False
    return min(one.context.lexicon.given_rates.get(c, 0) for c in one.name[one.family :]) < OFTEN


def uncut(one: Likely) -> bool:
    """No dictionary holds its characters together."""
    likely = one.why not in ("inside", "list") and one.given and one.common
    return likely and apart(one.start, one.size, one.family, one.why, one.line, one.context)


def appointed(one: Likely) -> bool:
    """It stands behind an act of appointing or removing, and a post follows."""
    if one.why != "act":
        return False
    if one.ordinary is not None:
        return False
    before = ending(one.line, one.start)
    led = before is not None and len(before.text) > 1
    likely = one.common and (one.full or one.given) and (led or not worded(one))
    post = likely and posted(one.end, one.line, one.context)
    return post or one.context.lexicon.is_a(one.behind[:1], "appoint.as")


def placed(one: Likely) -> bool:
    """It is likely and has behind it what its place asks for."""
    if one.why == "list" or not one.likely:
        return False
    vague = one.why in ("act", "of") and (worded(one) or not one.full)
    after = one.context.lexicon.kind("name.after")
    told = not vague or mark(one.behind) or any(one.behind[:n] in after for n in (2, 3, 4))
    return told and by_place(one.why, one.name, one.behind, one.context)


SUPPORTS = (
    *(touched, acts, introduced, enumerated, uncut, appointed, placed),
    *(rowed, spaced, paired, counted, later, kin, aged, noted, signed, cabled, described, undergoing),
)
"""What may speak for a name that no title leads to; any one is enough."""


def governs(start: int, size: int, line: Line, context: Context) -> bool:
    """Whether the surname is a word of grammar here and the rest of the name a verb of the dictionary."""
    inside = within(start, size, line)
    if takes_title(inside, context) or toward(inside, line, context):
        return True
    pair = len(inside) == 2 and context.lexicon.is_a(inside[0].text, "name.weak")
    return pair and inside[1].pos[:1] in ("v", "d", "m")


def toward(inside: Line, line: Line, context: Context) -> bool:
    """Whether the surname is a preposition here and a body of a division follows (向|中山|大学)."""
    if not context.lexicon.is_a(inside[0].text, "name.weak") or len(inside) < 2:
        return False
    behind = starting(line, inside[-1].end)
    if behind is None or behind.kind != "agency":
        return False
    return bool(context.gazetteer.by_name("".join(a.text for a in inside[1:])))


def within(start: int, size: int, line: Line) -> Line:
    """The atoms that start inside a likely name."""
    return line[first_from(line, start) : first_from(line, start + size)]


def takes_title(inside: Line, context: Context) -> bool:
    """Whether the surname is a verb of holding and a title follows it (任|组长, also cut as one word)."""
    if not inside or not context.lexicon.is_a(inside[0].text[:1], "mod.holds"):
        return False
    if len(inside) == 1:
        return inside[0].text[1:] in context.lexicon.titles
    return inside[1].kind == "title" or inside[1].text in context.lexicon.titles


def apart(start: int, size: int, family: int, why: str, line: Line, context: Context) -> bool:
    """Whether no dictionary holds a name's first characters together, and what a name may do follows.

    A usual surname that stays alone, then two characters of given names, are hardly ever anything else where
    a clause or a list begins; a word of two characters may be the given name if both are usual in names.
    """
    inside = within(start, size, line)
    first, last = inside[0], inside[-1]
    alone = line[0].start == start or context.document.folded[start - 1 : start] == "（"
    if first.pos.startswith("nr") and first.end == start + size:
        behind = context.document.folded[start + size : start + size + 4]
        said = mark(behind) or context.lexicon.is_a(behind[:1], "particle.of")
        loose = size == family + 1 or (said and why not in CUED and not alone)
        return strong_follow(behind, context) if loose else followed(behind, context)
    if size != family + 2 or first.end - start > family or last.end != start + size:
        return False
    if context.lexicon.is_a(first.text, "name.weak", "name.stop") or any(a.kind != WORD for a in inside):
        return False
    rates = [
        context.lexicon.given_rates.get(c, 0) for c in context.document.folded[start + family : start + size]
    ]
    if len(inside) == 2 and (min(rates) < OFTEN or last.pos[:1] not in GIVEN or first.pos[:1] in GRAMMAR):
        return False
    after = starting(line, start + size)
    behind = context.document.folded[start + size : start + size + 4]
    if after is None or after.kind == PUNCT:
        return why in CUED or alone
    return after.kind != WORD or after.pos[:1] in ACTING or followed(behind, context)


def after_title(word: Atom, end: int, behind: str, context: Context) -> bool:
    """Whether an ordinary word right behind a title may yet begin a name that ends at an offset."""
    if context.lexicon.is_a(word.text, "name.after") or word.pos[:1] in "vdap":
        return False
    long = word.pos[:1] == "n" and word.end - word.start > SHORT
    whole = word.pos[:1] in "curm" or long or not followed(behind, context)
    return word.end != end or not whole


def cut_through(word: Atom, end: int, given: str, behind: str, context: Context) -> bool:
    """Whether a dictionary word ends inside a likely full name that a mark follows (书记|管保|臣，)."""
    return word.end < end and len(given) > 1 and rated(given, context) and mark(behind)


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
