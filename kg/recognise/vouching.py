"""Whether what surrounds a likely name is enough for the place it stands in. "Is it a name at all?".

A name after a title needs little; one that opens a clause needs a word behind it that people do, or
characters that no dictionary holds together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.recognise.line import PUNCT, WORD, Atom, Context, Line
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

USUAL = 20.0
"""Occurrences in a million names above which a surname needs no more support."""
ACTING = tuple("vpdc")
"""Parts of speech of what may follow one who acts or is acted on: verbs, prepositions, adverbs, joins."""
UNCUED = ("opener", "inside", "of")
"""Places where nothing before a name speaks for a person, so that a division of that name is meant."""
CUED = ("act", "list", "of", "linked")
"""Places where something before a name speaks for a person, so that a mark may follow."""
GIVEN = ("n", "a", "b", "t")
"""Parts of speech of words that parents choose: nouns, qualities, times."""
GRAMMAR = tuple("vdpcrua")
"""Parts of speech of surnames that are more often verbs, adverbs, prepositions or qualities."""


@dataclass(frozen=True)
class Likely:
    """A stretch of a line that may be a name, and the place it stands in."""

    start: int
    size: int
    family: int
    """Characters of the surname."""
    why: str
    """What licenses a name here: see ``recognise.person``."""
    line: Line
    context: Context

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + self.size

    @property
    def name(self) -> str:
        """Its characters."""
        return self.context.document.folded[self.start : self.end]

    @property
    def behind(self) -> str:
        """The four characters behind it."""
        return self.context.document.folded[self.end : self.end + 4]

    @cached_property
    def ordinary(self) -> Atom | None:
        """The dictionary word of two characters or more, no name itself, that it begins with."""
        word = next((a for a in self.line if a.start == self.start), None)
        return word if word and word.end >= self.start + 2 and not word.pos.startswith("nr") else None

    @cached_property
    def common(self) -> bool:
        """Whether its surname is usual."""
        return self.context.lexicon.surname_rates.get(self.name[: self.family], 0) > USUAL

    @cached_property
    def given(self) -> bool:
        """Whether no word stands in its way and the other characters occur in given names."""
        return self.ordinary is None and rated(self.name[self.family :], self.context)

    @property
    def full(self) -> bool:
        """Whether the given name has two characters."""
        return self.size == self.family + 2


def vouched(start: int, size: int, family: int, why: str, line: Line, context: Context) -> bool:
    """Whether what surrounds the name is enough for the place it stands in."""
    one = Likely(start, size, family, why, line, context)
    if one.name in context.names:
        return True
    if governs(start, size, line, context) or (why in UNCUED and context.gazetteer.by_name(one.name)):
        return False
    return titled(one) if why == "title" else any(supports(one) for supports in SUPPORTS)


def titled(one: Likely) -> bool:
    """Behind a title: no ordinary word begins there, or the word is cut through, or the text repeats it."""
    word = one.ordinary
    return (
        word is None
        or cut_through(word, one.end, one.name[one.family :], one.behind, one.context)
        or after_title(word, one.end, one.behind, one.context)
        or (one.common and one.context.times(one.name) > 1 and strong_follow(one.behind, one.context))
    )


def touched(one: Likely) -> bool:
    """A measure or a title touches a likely name; a party organ's title is a body's, no form of address."""
    touching = [a for a in one.line if a.start == one.end]
    organ = any(a.kind == "title" and a.value.kind == "organ" for a in touching)
    kinds = {a.kind for a in touching}
    punished = "measure" in kinds and one.ordinary is None and one.common and (one.given or one.full)
    return punished or ("title" in kinds and one.given and not organ)


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
    listed = (one.given and one.common) or (mark(one.behind) and (one.ordinary is None or one.common))
    return one.why == "list" and listed


def uncut(one: Likely) -> bool:
    """No dictionary holds its characters together."""
    likely = one.why not in ("inside", "list") and one.given and one.common
    return likely and apart(one.start, one.size, one.family, one.why, one.line, one.context)


def appointed(one: Likely) -> bool:
    """It stands behind an act of appointing or removing, and a post follows."""
    if one.why != "act":
        return False
    likely = one.common and one.ordinary is None and (one.full or one.given)
    post = likely and posted(one.end, one.line, one.context)
    free = one.ordinary is None or one.ordinary.end < one.end
    return post or (free and one.context.lexicon.is_a(one.behind[:1], "appoint.as"))


def placed(one: Likely) -> bool:
    """It is likely and has behind it what its place asks for."""
    fits = one.why != "list" and one.given and one.common
    return fits and by_place(one.why, one.name, one.behind, one.context)


SUPPORTS = (touched, acts, introduced, enumerated, uncut, appointed, placed)
"""What may speak for a name that no title leads to; any one is enough."""


def governs(start: int, size: int, line: Line, context: Context) -> bool:
    """Whether the surname is a word of grammar here and the rest of the name a verb of the dictionary."""
    inside = [a for a in line if start <= a.start < start + size]
    if takes_title(inside, context):
        return True
    pair = len(inside) == 2 and context.lexicon.is_a(inside[0].text, "name.weak")
    return pair and inside[1].pos[:1] in ("v", "d", "m")


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
    inside = [a for a in line if start <= a.start < start + size]
    first, last = inside[0], inside[-1]
    if first.pos.startswith("nr") and first.end == start + size:
        behind = context.document.folded[start + size : start + size + 4]
        return followed(behind, context) if size > family + 1 else strong_follow(behind, context)
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
    if after is None or after.kind == PUNCT:
        alone = line[0].start == start or context.document.folded[start - 1 : start] == "（"
        return why in CUED or alone
    return after.kind != WORD or after.pos[:1] in ACTING or followed(behind, context)


def after_title(word: Atom, end: int, behind: str, context: Context) -> bool:
    """Whether an ordinary word right behind a title may yet begin a name that ends at an offset."""
    if context.lexicon.is_a(word.text, "name.after") or word.pos[:1] in "vdap":
        return False
    return word.end != end or not (word.pos[:1] in "curm" or not followed(behind, context))


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
