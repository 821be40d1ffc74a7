"""Administrative divisions: gazetteer names, and short names where the words around allow.

What lies below the county (``kg.recognise.below``) is found on the way, once its division is known.
"""

from __future__ import annotations

from kg.gazetteer import Place
from kg.recognise.below import LONGEST, LOWER, RANK, Here, below, chain_before, ending, known_town, unchained
from kg.recognise.likely import USUAL
from kg.recognise.line import WORD, Atom, Context, Line, merge, split
from kg.recognise.village import village
from kg.values import OWN_NAMES, PlaceValue

SHORT = 2
"""Characters of a county's name that may as well be a verb and a level (任|县)."""

GRAMMAR = ("c", "p", "u", "v")
"""Parts of speech of words that join names and are in none."""


def place(line: Line, context: Context) -> Line:
    """Replace words that name divisions; chains (湖北省黄冈市黄梅县) stay separate, linked atoms."""
    out: Line = []
    index = 0
    here, folded, names = Here(line, context), context.document.folded, context.gazetteer.starts
    behind = -1  # where the division before ends
    while index < len(line):
        atom, used = line[index], 1
        start, word = atom.start, atom.kind == WORD
        two = folded[start : start + 2]
        listed, known = word and two in names, two[0] in context.starts
        ends, lower = word and start in here.near, word and start == behind
        if listed or known or ends or lower or (word and two in here.towns):
            town = here.town(atom, out) if lower or two in here.towns else None
            line = recut(line, index, town, context) if town or known else line
            line = uncut(line, index, out, context) if listed else line
            line, own = village(line, index, out, context) if ends else (line, 0)
            found = None
            if not own:
                found = (
                    (named(line, index, out, context) if listed else None)
                    or (known_town(line, index, town, out, context) if town else None)
                    or (below(line, index, out, context) if lower else None)
                    or (unchained(line, index, out, context) if ends else None)
                    or (known_below(line, index, context) if known else None)
                )
            atom, used = found or (line[index], 1)
        if atom.kind == "place":
            behind = atom.end
            here.see(atom.value.place)
            if not atom.value.place:
                context.keep(atom.value)
        out.append(atom)
        index += used
    return out


def recut(line: Line, index: int, town: Place | None, context: Context) -> Line:
    """The line with a boundary after a township, or a village named before, if one starts here."""
    start = line[index].start
    if town is not None:
        return split(line, start + len(town.name))
    text = context.document.folded
    if text[start] in context.starts:
        for name in context.places:
            if text.startswith(name, start):
                return split(line, start + len(name))
    return line


def uncut(line: Line, index: int, out: Line, context: Context) -> Line:
    """The line with a boundary after a county of two characters that was cut apart: 义|县委 is 义县|委.

    Only where no other word stands right before, and what is cut off is a noun: 市委和|县委 is no 和县.
    """
    first = line[index]
    if first.kind != WORD or len(first.text) > 1 or not first.pos.startswith("n") or index + 1 == len(line):
        return line
    joined = out[-1].kind == WORD and out[-1].end == first.start if out else False
    name = first.text + line[index + 1].text[:1]
    if joined or line[index + 1].start != first.end or len(line[index + 1].text) < len(name):
        return line
    official = any(p.name == name for p in context.gazetteer.by_name(name))
    return split(line, first.start + len(name)) if official else line


def known_below(line: Line, index: int, context: Context) -> tuple[Atom, int] | None:
    """A village or township that the document named in full before."""
    if line[index].text[:1] not in context.starts:
        return None
    text = ""
    for used, atom in enumerate(line[index : index + LONGEST], 1):
        text += atom.text
        if text in context.places:
            return merge(
                line, index, index + used, "place", "recognise.place.known", context.places[text]
            ), used
    return None


def named(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A word, or two joined, that the gazetteer holds."""
    first = line[index]
    if first.kind != WORD:
        return None
    behind = line[index + 1] if index + 1 < len(line) else first
    texts = [first.text]
    if behind.kind == WORD and behind.start == first.end:
        texts.insert(0, first.text + behind.text)
    for text in texts:
        length = 1 if text is first.text else 2
        places = context.gazetteer.by_name(text) if len(text) > 1 else ()
        found = choose(places, text, line, (index, index + length), out, context) if places else None
        if found:
            written = text if text != found.name else ""
            used = 2 if length == 1 and autonomous(line, index, found, context) else length
            chain = chain_before(out, first.start)
            value = PlaceValue(found.name, found.level, found.code, chain, found, written)
            return merge(line, index, index + used, "place", "recognise.place", value), used
    return None


def autonomous(line: Line, index: int, found: Place, context: Context) -> bool:
    """Whether the short name of an autonomous region is followed by the words for its level (广西|自治区)."""
    following = line[index + 1] if index + 1 < len(line) else None
    return bool(
        following
        and context.lexicon.is_a(following.text, "autonomous")
        and found.name.endswith(following.text)
    )


def choose(
    places: tuple[Place, ...], text: str, line: Line, reach: tuple[int, int], out: Line, context: Context
) -> Place | None:
    """The division meant by a name here, or None where the name is only an ordinary word."""
    first, after = line[reach[0]], reach[1]
    chain = chain_before(out, first.start)
    above = next((c.place for c in reversed(chain) if c.place), None)
    year = int(context.document.published[:4]) if context.document.published else None
    within = context.gazetteer.within
    inside = [p for p in places if within(p, above) and p.code != above.code] if above else []
    official = any(p.name == text for p in places)
    follower = line[after] if after < len(line) and line[after].start == line[after - 1].end else None
    if inside:
        return best(tuple(inside), text, year)
    if context.lexicon.is_a(text, "place.within"):
        return None
    if not official and (within_name(first, out) or given(first, out, context)):
        return None
    if context.lexicon.value("place.suffix", text) == "zone":
        return None
    if len(text) == SHORT and context.lexicon.is_a(text[0], "mod.holds"):
        return None
    lower = follower is not None and any(
        ending("?" + follower.text[:size], context) in LOWER for size in (1, 2)
    )
    if not official and (lower or not short_fits(text, line, after, places, context)):
        return None
    if chain and RANK[chain[-1].level] >= RANK[places[0].level] and not official:
        return None
    focus = [a.value.place for a in out if a.kind == "place" and a.value.place] + context.focus[2::-1]
    near = context.gazetteer.candidates(text, focus[-3:], year)
    return best(near or places, text, year)


def within_name(first: Atom, out: Line) -> bool:
    """Whether a lone character between a division and a short name is of its name (某县|大|湖口|派出所)."""
    if len(out) < 2 or out[-1].kind != WORD or len(out[-1].text) > 1 or out[-1].pos[:1] in GRAMMAR:
        return False
    return out[-1].end == first.start and out[-2].kind == "place" and out[-2].end == out[-1].start


def given(first: Atom, out: Line, context: Context) -> bool:
    """Whether a surname behind a title or a join makes the short name a given name (书记|王|遵义)."""
    if len(out) < 2 or out[-1].end != first.start:
        return False
    lexicon, family, before = context.lexicon, out[-1].text, out[-2].text
    common = lexicon.surname_rates.get(family, 0) > USUAL and not lexicon.is_a(family, "name.weak")
    return common and (before in lexicon.titles or lexicon.is_a(before, "list.join", "title.weak"))


def best(places: tuple[Place, ...], text: str, year: int | None) -> Place:
    """The first by: the official name, valid in the year, the wider level."""
    if len(places) == 1:
        return places[0]
    return min(
        places, key=lambda p: (p.name != text, not p.valid(year), RANK[p.level], p.valid_to is not None)
    )


def short_fits(text: str, line: Line, after: int, places: tuple[Place, ...], context: Context) -> bool:
    """Whether a short name may stand for its division: a province always, others by what is around."""
    if any(p.level in ("province", "country") for p in places):
        return True
    following = line[after].text if after < len(line) else ""
    if context.lexicon.value("place.suffix", following) == "zone":
        return True
    head = context.lexicon.family("head").get(following)
    if context.lexicon.is_a(following[:2], "head.core") or (
        head and len(following) > 1 and head.note not in OWN_NAMES
    ):
        return True
    if any(p.level == "prefecture" for p in places):
        return not context.lexicon.is_a(text, "place.common")
    return False
