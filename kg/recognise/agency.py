"""Bodies: fixed names, and places followed by heads (县委, 住建局) however deeply nested.

A body's name grows to the right from an anchor — a division, a fixed name, a relative head (县纪委) — through
words that may stand inside a name, to the last head that can be reached. Where there is no anchor, only a
strong head (有限公司, 医院) may close a name, and it starts after the last word that cannot belong to one.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon, remembered
from kg.recognise.dispatched import dispatched
from kg.recognise.fixed import attribute, beginnings, fixed
from kg.recognise.line import WORD, Atom, Context, Line, merge
from kg.recognise.longer import branch, nested, past_unit
from kg.recognise.reach import (
    CLOSES,
    REACH,
    head_of,
    is_session,
    may_close,
    naming,
    reach,
    strong_ahead,
    words,
)
from kg.values import OWN_NAMES, AgencyValue, PlaceValue

OFFICE = 6
"""Words that a unit's own name may have."""

PROPER = ("nr", "ns", "nz")
"""Parts of speech of a word that makes the name of a zone its own, which needs no division."""

COMMITTEE = 4
"""Characters that the organ of a division's committee has at most (委常委会)."""

FIXED, STARTS, PAST, JOINS = 1, 2, 8, 16
"""Bits beside ``CLOSES``: begins a proper name; may start a name; says "former"; joins names of a list."""
OPENS = FIXED | STARTS
HEAD, LEVEL = "head", "level"
"""What a word is that a name can start with."""


def agency(line: Line, context: Context) -> Line:
    """Replace words, with the division before them, by bodies; the division's atom stays before it."""
    out: Line = []
    index = 0
    traits = [traits_of(atom.text, context.lexicon) for atom in line]
    ahead = strong_ahead(line, traits)
    titled = any(atom.kind == "title" for atom in line)
    place = body = -1  # where a division, or a body, or what joins one to a further name just ended
    while index < len(line):
        atom, used, trait = line[index], 1, traits[index]
        start = atom.start
        if start in (place, body) or trait & OPENS or ahead[index] <= REACH:
            found = (
                (fixed(line, index, context) if trait & FIXED else None)
                or (anchored(line, index, out, context) if start == place or trait & STARTS else None)
                or (open_name(line, index, out, context) if ahead[index] <= REACH else None)
                or (office(line, index, out, context) if start == body and titled else None)
            )
            if found is not None:
                atom, used = grown(line, index, *found, context)
                if attribute(line, index + used, atom, context):
                    atom, used = line[index], 1
                else:
                    atom, trait = branch(atom, out, context), 0
        out.append(atom)
        place = atom.end if atom.kind == "place" or trait & PAST else -1
        body = atom.end if atom.kind == "agency" or trait & JOINS else -1
        index += used
    return out


@remembered
def traits_of(text: str, lexicon: Lexicon) -> int:
    """What a word may be to the name of a body, as bits: asked once a word, not once a rule."""
    opens = FIXED * (text in beginnings(lexicon)) + STARTS * bool(starting(text, lexicon))
    past = PAST * lexicon.is_a(text, "mod.past", "mod.at-time")
    return (
        opens + CLOSES * may_close(text, lexicon) + past + JOINS * lexicon.is_a(text, "list.join", "mod.join")
    )


def grown(line: Line, index: int, atom: Atom, used: int, context: Context) -> tuple[Atom, int]:
    """A body with the units of its own that are named right behind it."""
    atom, used = nested(line, index, atom, used, context)
    atom, used = past_unit(line, index, atom, used, context)
    return dispatched(line, index, atom, used, context)


def anchored(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A body right after a division, or a relative head (县纪委, 省财政厅) that waits for one."""
    if context.lexicon.is_a(line[index].text, "mod.past"):
        return None
    place = place_before(line[index], out, context)
    if place is None and not is_relative(line, index, context):
        return None
    if place is not None:
        session = is_session(line[index], context.lexicon)
        if place.level == "country" and (session or context.lexicon.is_a(line[index].text, "ordinal.word")):
            return None
        committee = place_committee(line, index, place, context)
        if committee:
            return youth(*committee, out, context)
        if context.lexicon.is_a(line[index].text, "organ.of-place"):
            some = AgencyValue(line[index].text, "GovernmentDepartment", place)
            return merge(line, index, index + 1, "agency", "recognise.agency.unnamed", some), 1
    unnamed = place is not None and context.lexicon.is_a(line[index].text, "determiner.some")
    end, heads = (
        reach(line, index + unnamed, context, strong_only=False) if index + unnamed < len(line) else (0, [])
    )
    if not heads or (unnamed and not titled(line, end, context)):
        return None
    body = "".join(a.text for a in line[index:end] if not is_session(a, context.lexicon))
    zone = context.lexicon.value("place.suffix", line[index].text) == "zone"
    if place is not None and place.written:
        within = any(kind in OWN_NAMES for _, kind in heads[:-1]) or of_zone(body, context)
        zone = zone or within or other_level(body, place.name, context)
        zone = zone or context.lexicon.is_a(heads[-1][0], "head.as-written")
    past = place is not None and out[-1].kind == WORD
    parents = tuple(h[0] for h in heads[:-1])
    value = AgencyValue(body, heads[-1][1], place, parents, past=past, as_written=zone)
    atom = merge(line, index, end, "agency", "recognise.agency.anchored", value)
    return youth(atom, end - index, out, context)


def of_zone(body: str, context: Context) -> bool:
    """Whether a name holds a zone's (龙岗|大工业区管委会): the zone is called by the short name."""
    suffixes = context.lexicon.kind("place.suffix").values()
    return any(word.text in body for word in suffixes if word.value == "zone")


def other_level(body: str, place: str, context: Context) -> bool:
    """Whether a body names another level than its division's name ends in (吐鲁番|地委 of 吐鲁番地区)."""
    return context.lexicon.is_a(body, "organ.other-level") and not place.endswith(body[:1])


def place_before(atom: Atom, out: Line, context: Context) -> PlaceValue | None:
    """The division right before an atom, or before the word for "former" between the two (某县|原|卫生局)."""
    before = out[-1] if out else None
    if before is None or before.end != atom.start:
        return None
    if before.kind == WORD and context.lexicon.is_a(before.text, "mod.past", "mod.at-time") and len(out) > 1:
        former = out[-2].end == before.start
        before = out[-2] if former else before
    place: PlaceValue | None = before.value if before.kind == "place" else None
    return place


def place_committee(line: Line, index: int, place: PlaceValue, context: Context) -> tuple[Atom, int] | None:
    """徐水区|委: the last character of the division and 委 make the head 区委."""
    atom = line[index]
    if atom.kind != WORD or len(atom.text) > COMMITTEE:
        return None
    core = place.name[-1] + atom.text
    word = context.lexicon.kind("head.core").get(core)
    if word is None or atom.text in context.lexicon.kind("head.core"):
        return None
    value = AgencyValue(atom.text, word.note, place)
    return merge(line, index, index + 1, "agency", "recognise.agency.committee", value), 1


def youth(atom: Atom, used: int, out: Line, context: Context) -> tuple[Atom, int]:
    """The committee of the Youth League where its name stands before the division (共青团|某县|委)."""
    if len(out) < 2 or out[-2].end != out[-1].start:
        return atom, used
    value: AgencyValue = atom.value
    league = context.lexicon.value("organ.league", out[-2].text)
    if not league or value.place is None:
        return atom, used
    twice = value.place.name.endswith(value.body[:1])
    body = league + value.place.name + value.body[twice:]
    return replace(atom, value=AgencyValue(body, "MassOrganization", None, fixed=True)), used


def is_relative(line: Line, index: int, context: Context) -> bool:
    """Whether a name can start here by itself: 县纪委, 省财政厅, 党委, 环保局 after another body."""
    atom = line[index]
    if atom.kind != WORD:
        return False
    how = starting(atom.text, context.lexicon)
    return how == HEAD or (how == LEVEL and index + 1 < len(line) and line[index + 1].kind == WORD)


@remembered
def starting(text: str, lexicon: Lexicon) -> str:
    """Whether a word can start a name: as a head, alone or led by its level; or as a level that leads one."""
    led = text[:1] in lexicon.family("level") and len(text) > 1 and head_of(text[1:], lexicon) is not None
    if text in lexicon.kind("head.core") or led:
        return HEAD
    if text in lexicon.family("level"):
        return LEVEL
    return HEAD if len(text) > 2 and head_of(text, lexicon) is not None else ""


def open_name(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A body without a division before it that ends in a strong head: 白杨造纸厂."""
    if (
        line[index].kind != WORD
        or not naming(line, index, index, context)
        or context.lexicon.is_a(line[index].text, "open.never", "mod.former", "mod.holds")
        or counts(line[index], context)
    ):
        return None
    touching = bool(out) and out[-1].kind == WORD and out[-1].end == line[index].start
    if touching and starts_inside(out[-1], context):
        return None
    end, heads = reach(line, index, context, strong_only=True)
    following = line[end] if heads and end < len(line) and line[end].kind == WORD else None
    core = context.lexicon.kind("head.core").get(following.text) if following else None
    if core is not None:
        end += 1
        heads = [*heads, (words(line, index, end), core.note)]
    if not heads or (end - index < 2 and heads[0][0] in context.lexicon.family("head")):
        return None
    value = AgencyValue(words(line, index, end), heads[-1][1], None, tuple(h[0] for h in heads[:-1]))
    return merge(line, index, end, "agency", "recognise.agency.open", value), end - index


def counts(atom: Atom, context: Context) -> bool:
    """Whether a word counts or times something (两个, 月); an ordinal may well begin a name (第六巡视组)."""
    return (
        len(atom.text) > 1
        and atom.pos in ("m", "t", "mq")
        and not context.lexicon.is_a(atom.text[:1], "ordinal.word")
    )


def office(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int] | None:
    """A unit right behind a body, whatever its name is made of, where a title follows (综改办|主任)."""
    before = out[-1] if out else None
    if before is None or before.end != line[index].start:
        return None
    listed = context.lexicon.is_a(before.text, "list.join", "mod.join") and any(
        a.kind == "agency" for a in out
    )
    if before.kind != "agency" and not listed:
        return None
    for end in range(index + 1, min(index + OFFICE, len(line))):
        atom = line[end - 1]
        if atom.kind != WORD or atom.start != (line[end - 2].end if end - 1 > index else before.end):
            return None
        if context.lexicon.is_a(atom.text, "inner.stop", "inner.never", "mod.former"):
            return None
        ends = context.lexicon.is_a(atom.text[-1:], "head.suffix") or bool(
            head_of(atom.text, context.lexicon)
        )
        long = atom.end - line[index].start > 2
        if ends and long and titled(line, end, context):
            body = words(line, index, end)
            own = of_zone(body, context) and line[index].pos in PROPER
            value = AgencyValue(body, "InternalUnit", None, fixed=own)
            if before.kind == "agency":
                owner: AgencyValue = before.value
                parents = (*owner.parents, owner.body)
                value = replace(owner, body=owner.body + value.body, kind="InternalUnit", parents=parents)
            return merge(line, index, end, "agency", "recognise.agency.office", value), end - index
    return None


def titled(line: Line, at: int, context: Context) -> bool:
    """Whether a title stands right behind the atom before, "former" between them at most (科技司|原|司长)."""
    past = at + 1 < len(line) and context.lexicon.is_a(line[at].text, "mod.past", "mod.former")
    touches = at < len(line) and line[at].start == line[at - 1].end
    return touches and (line[at].kind == "title" or (past and line[at + 1].kind == "title"))


def starts_inside(before: Atom, context: Context) -> bool:
    """Whether the word before belongs to the name too, or names an act upon persons: no name starts here."""
    if context.lexicon.is_a(before.text, "act.appointment", "act.removal"):
        return True
    return before.text in context.lexicon.kind("inner.verb") and before.pos == "vn"
