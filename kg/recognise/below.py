"""Divisions below the county: townships from the gazetteer, villages and zones by how their names end.

No list holds every village. A name below a known division is read up to its ending (乡, 村, 社区, 开发区);
without a division before it only where a body of its own follows.
"""

from __future__ import annotations

import re

from kg.gazetteer import RANKS, Place
from kg.lexicon import Lexicon, remembered
from kg.recognise.line import NUMBER, WORD, Atom, Context, Line, merge
from kg.recognise.reach import reach
from kg.values import PlaceValue

RANK = {**RANKS, "zone": 4, "township": 5, "village": 6}
"""Depth of each level, the widest first."""
LOWER = ("township", "village")
FUNCTION = tuple("pdcr")
"""Parts of speech of words of grammar."""
NEAR = 5
"""Characters within which a township or village that stands without its county ends."""
NUMBERED = 2
"""Characters of a township's own name that may yet end in a number (八一镇)."""
LONGEST = 8
"""Characters that a township's or village's own name may have."""


def chain_before(out: Line, start: int) -> tuple[PlaceValue, ...]:
    """The chain of place values that ends right where ``start`` begins."""
    if out and out[-1].kind == "place" and out[-1].end == start:
        value: PlaceValue = out[-1].value
        return (*value.chain, value.alone)
    return ()


class Here:
    """The county that the text speaks of, as the atoms of a line are read."""

    def __init__(self, line: Line, context: Context) -> None:
        """Begin a line: the last county among the divisions named just before."""
        self._context = context
        self._county: Place | None = None
        self.towns: frozenset[str] = frozenset()
        """The first two characters of the names of its townships."""
        self._fresh = True
        self._turn(next((p for p in reversed(context.focus[-3:]) if p.level == "county"), None))
        start, end = (line[0].start, line[-1].end + NEAR) if line else (0, 0)
        chars = endings(context.lexicon)
        ends = [m.start() for m in chars.finditer(context.document.folded, start, end)]
        self.near = frozenset([at - n for at in ends for n in range(NEAR)])
        """Where a township's or village's name may start, by where one may end."""

    def _turn(self, county: Place | None) -> None:
        """Speak of a county, or of none."""
        self._county = county
        self.towns = self._context.gazetteer.town_starts(county.code) if county else frozenset()

    def see(self, place: Place | None) -> None:
        """Take note of a division; the first of a line makes those of the sentences before count no more."""
        if place is not None:
            kept = None if self._fresh else self._county
            self._turn(place if place.level == "county" else kept)
            self._fresh = False

    def town(self, atom: Atom, out: Line) -> Place | None:
        """The township of the county, its longest official name first, that the text goes on with."""
        if atom.kind != WORD:
            return None
        chain = chain_before(out, atom.start)
        county = next((c.place for c in reversed(chain) if c.place), None) if chain else self._county
        if county is None or county.level != "county":
            return None
        text, start, gazetteer = self._context.document.folded, atom.start, self._context.gazetteer
        starts = self.towns if county is self._county else gazetteer.town_starts(county.code)
        if text[start : start + 2] not in starts:
            return None
        towns = gazetteer.townships(county.code)
        names = [text[start : start + n] for n in range(8, 1, -1)]
        return next((t for name in names if (t := towns.get(name)) and t.name == name), None)


def below(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A township, village or zone named by its ending, directly after a known division."""
    chain = chain_before(out, line[index].start)
    if not chain or RANK[chain[-1].level] < RANK["prefecture"] or organ(chain[-1], line[index], context):
        return None
    end = index
    while end < len(line) and line[end].end - line[index].start <= LONGEST + 6:
        atom = line[end]
        stops = context.lexicon.is_a(
            atom.text, "inner.stop", "anaphor.place", "voice.active", "voice.passive", "head.core"
        )
        stops = stops and not (end == index and begins_village(line, end, context))
        if atom.kind != WORD or stops or (end > index and line[end - 1].end != atom.start):
            return None
        if end > index and is_former(atom, context):
            return None
        if end == index and opens_none(atom, chain[-1].name, context):
            return None
        end += 1
        text = "".join(a.text for a in line[index:end])
        level = ending(text, context) or bare_zone(text, context)
        if level == "zone" and not (
            holds_lower(line, end, context) or governed(line, end, context) or in_list(line, end, context)
        ):
            return None
        if level == "zone" and any(a.text in context.lexicon.family("head") for a in line[index : end - 1]):
            return None
        if level and not continues(line, end, level, context):
            above = chain[-1].written or chain[-1].name
            name = above + text if bare_zone(text, context) else text
            value = PlaceValue(name, level, "", chain)
            part = level == "zone" and not holds_lower(line, end, context)
            rule = "recognise.place.zone" if part else "recognise.place.below"
            return merge(line, index, end, "place", rule, value), end - index
    return None


def organ(above: PlaceValue, atom: Atom, context: Context) -> bool:
    """Whether a word behind a division is with its last character an organ (市|委): no name begins so."""
    name = above.written or above.name
    return context.lexicon.is_a(name[-1:] + atom.text, "head.core")


def bare_zone(text: str, context: Context) -> str:
    """The level of a zone that has no name but its division's (泰兴|经济开发区)."""
    return "zone" if context.lexicon.value("place.suffix", text) == "zone" else ""


def governed(line: Line, end: int, context: Context) -> bool:
    """Whether a zone's own organ follows (党工委, 管委会, 水务局), or a title of one (党工委书记)."""
    if end >= len(line) or line[end].start != line[end - 1].end:
        return False
    text = line[end].text
    if any(context.lexicon.is_a(text[:size], "organ.of-zone") for size in range(2, 8)):
        return True
    _, heads = reach(line, end, context, strong_only=False)
    return bool(heads) and heads[0][1] == "GovernmentDepartment"


def opens_none(atom: Atom, division: str, context: Context) -> bool:
    """Whether no name begins with a word: of stationing, of grammar, of a time, the rest of a committee's."""
    lexicon = context.lexicon
    if lexicon.is_a(atom.text, "verb.station") or committee(division, atom.text, context):
        return True
    return len(atom.text) > 1 and (atom.pos[:1] in FUNCTION or lexicon.is_a(atom.text, "mod.former"))


def committee(division: str, text: str, context: Context) -> bool:
    """Whether a word is the rest of a committee's name behind its division (临海市|委)."""
    return context.lexicon.is_a(division[-1:] + text, "head.core")


def begins_village(line: Line, at: int, context: Context) -> bool:
    """Whether a word of grammar may yet begin a name: a surname, or what only follows verbs (某镇|过某村)."""
    text, lexicon = line[at].text, context.lexicon
    aspect = len(text) == 1 and lexicon.is_a(text, "aspect") and not lexicon.is_a(text, "particle.of")
    return aspect or surnamed(line, at, context)


def surnamed(line: Line, at: int, context: Context) -> bool:
    """Whether a word of grammar is a surname that a village is named after (于洼村, 向家村)."""
    word = line[at].text
    behind = "".join(a.text for a in line[at + 1 : at + 3])
    weak = context.lexicon.is_a(word, "name.weak") and word in context.lexicon.surname_rates
    return weak and any(ending("?" + behind[:n], context) == "village" for n in range(1, 5))


def in_list(line: Line, end: int, context: Context) -> bool:
    """Whether a zone is one item of a list (随州高新区、蕲春县)."""
    return (
        end < len(line)
        and context.lexicon.is_a(line[end].text, "list.join", "etc")
        and line[end].text != "，"
    )


def unchained(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A township or village without its county before it, where a body of its own follows (某乡|党委)."""
    ends = lower_ends(context.lexicon)
    before = out[-1] if out and out[-1].kind == WORD and out[-1].end == line[index].start else None
    if out and out[-1].kind == NUMBER and out[-1].end == line[index].start:
        return None
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
        if not text and context.lexicon.is_a(atom.text, "verb.station"):
            return None
        text += atom.text
        level = ending(text, context) if text[-1] in ends else ""
        if level in LOWER:
            if not stands_alone(line, end, text, level, context):
                return None
            value = PlaceValue(text, level)
            return merge(line, index, end, "place", "recognise.place.unchained", value), end - index
    return None


@remembered
def lower_ends(lexicon: Lexicon) -> frozenset[str]:
    """The last characters that the names of townships and villages have."""
    return frozenset(w.text[-1] for w in lexicon.kind("place.suffix").values() if w.value in LOWER)


@remembered
def endings(lexicon: Lexicon) -> re.Pattern[str]:
    """Any character that the ending of a township's or village's name begins or ends with."""
    words = [w.text for w in lexicon.kind("place.suffix").values() if w.value in LOWER]
    chars = "".join(sorted({w[at] for w in words for at in (0, -1)}))
    return re.compile(f"[{re.escape(chars)}]" if chars else "(?!)")


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
        if ending(text, context) in LOWER:
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
            return "" if word.value == "township" and counted(text[:-length], context) else word.value
    return ""


def counted(name: str, context: Context) -> bool:
    """Whether a number ends what stands before a township's ending: several are meant (某某四|镇)."""
    number = context.lexicon.value("time.digit", name[-1:])
    return len(name) > NUMBERED and number not in ("", "0", "1")


def continues(line: Line, end: int, level: str, context: Context) -> bool:
    """Whether the ending is only the middle of a longer name (李村|镇, 王家社区|卫生站 is none)."""
    if end >= len(line) or line[end].start != line[end - 1].end:
        return False
    following = context.lexicon.kind("place.suffix").get(line[end].text)
    if following is None or level != "village":
        return False
    other = following.value == "village" and not line[end - 1].text.endswith(line[end].text)
    return other or following.value in ("township", "zone")


def known_town(line: Line, index: int, town: Place, out: Line, context: Context) -> tuple[Atom, int]:
    """A township that the gazetteer lists for the county before it or in focus."""
    end = line[index].start + len(town.name)
    used = sum(1 for a in line[index:] if a.end <= end)
    office = line[index + used] if index + used < len(line) else None
    named = office is not None and office.start == end and context.lexicon.is_a(office.text, "place.office")
    if named and not acts(line, index + used + 1, context):
        used += 1
    chain = chain_before(out, line[index].start)
    value = PlaceValue(town.name, "township", town.code, chain, town)
    return merge(line, index, index + used, "place", "recognise.place.township", value), used


def acts(line: Line, behind: int, context: Context) -> bool:
    """Whether what stands behind a township's office shows the body is meant: a post, a mark, the end."""
    if behind >= len(line) or line[behind].start != line[behind - 1].end or line[behind].kind != WORD:
        return True
    return is_former(line[behind], context)
