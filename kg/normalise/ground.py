"""Relative names -> whole names within one document: 县纪委 is the county's that the text speaks of.

Reads the lines in order and keeps, for each level, the division last named. A name that begins with a level
(省财政厅) takes the division of that level; a bare unit after another body takes that body's division; a
committee inside a body (党组) belongs to the body before it. What stays unresolved keeps its own words.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon, remembered
from kg.normalise.focus import Focus
from kg.normalise.unit import DEPARTMENTS, beside, unit_of
from kg.recognise.line import NUMBER, WORD, Atom, Context, Line
from kg.values import AgencyValue, PlaceValue

OPENING = ("inner.stop", "inner.never", "mod.former", "join", "voice.active", "clause.opener")
"""Kinds of words that may stand right before a body named without its division."""
NAMING = ("agency", "place", "title", "document")
"""Kinds of atoms whose value says of which division they are, or that say which is spoken of."""


def ground(lines: list[Line], context: Context) -> list[Line]:
    """The lines with every relative body given its division, generic ones turned back into words."""
    focus = Focus(context.gazetteer, context.lexicon)
    read = [ground_line(line, focus, context) for line in lines]
    if not any(waits(a, context.lexicon) for line in read for a in line if a.kind == "agency"):
        return read
    again = Focus(context.gazetteer, context.lexicon, at=focus.only())
    return [ground_line(line, again, context) for line in lines] if again.at else read


def waits(atom: Atom, lexicon: Lexicon) -> bool:
    """Whether a body names a level (省纪委) and nothing before it said of which division."""
    value: AgencyValue = atom.value
    return value.place is None and lexicon.is_a(value.body[:1], "level.char")


def ground_line(line: Line, focus: Focus, context: Context) -> Line:
    """One line of it; a numbered one speaks of another case, whose villages are its own."""
    out: Line = []
    if line and line[0].kind == NUMBER:
        focus.below("county")
    for index, atom in enumerate(line):
        if atom.kind not in NAMING and (atom.kind != WORD or not refers(atom.text, context.lexicon)):
            out.append(atom)
            continue
        found = grounded(atom, line[index + 1 : index + 5], out, focus, context)
        if found.kind == "agency":
            focus.note(found.value)
        out.append(found)
    return out


@remembered
def refers(text: str, lexicon: Lexicon) -> bool:
    """Whether a word may point back to a division or a body (该市, 该局), or name a level (县)."""
    divisions = lexicon.is_a(text, "level.char", "anaphor.level", "anaphor.all")
    return divisions or lexicon.begins("anaphor.body", text)


def grounded(atom: Atom, after: Line, out: Line, focus: Focus, context: Context) -> Atom:
    """One atom with its division, seen from the ones before it in the line and the one behind."""
    lexicon = context.lexicon
    if atom.kind == WORD:
        atom = division(atom, after, out, focus, lexicon)
    if atom.kind in (WORD, "agency") and lexicon.begins("anaphor.body", atom.text):
        return anaphor_of_body(atom, focus)
    if atom.kind == "document" and not focus.at:
        titled(atom, focus)
    if atom.kind == "place":
        if not native(after, out, lexicon):
            focus.see(atom.value)
    elif (
        atom.kind == "title" and atom.value.kind == "unit" and lexicon.is_a(atom.text[:1], "of-village.title")
    ):
        return replace(atom, value=replace(atom.value, place=focus.at.get("village")))
    elif atom.kind == "title" and atom.value.kind == "gov":
        level = next((c for c in reversed(atom.value.title) if lexicon.is_a(c, "level.char")), "")
        return replace(atom, value=replace(atom.value, place=focus.level(level) if level else focus.last))
    elif atom.kind == "agency":
        return whole(atom, after, out, focus, lexicon)
    return atom


def division(atom: Atom, after: Line, out: Line, focus: Focus, lexicon: Lexicon) -> Atom:
    """A word as the division it means (县|书记, 该市, 全市|已…), or as it is."""
    leads = bool(after) and after[0].kind == "title" and after[0].start == atom.end
    bare = leads and lexicon.is_a(atom.text, "level.char") and not adjoined(out, atom)
    if bare or lexicon.is_a(atom.text, "anaphor.level"):
        return anaphor(atom, focus)
    scope = bool(out) and out[-1].end == atom.start and lexicon.is_a(out[-1].text, "prep.where")
    if lexicon.is_a(atom.text, "anaphor.all") and counts(after, lexicon) and not scope:
        value = focus.level(atom.text[-1])
        return replace(atom, kind="place", value=value, rule="normalise.anaphor") if value else atom
    return atom


def counts(after: Line, lexicon: Lexicon) -> bool:
    """Whether a word for a whole division acts, and is no attribute: an adverb or what is done follows it."""
    return bool(after) and (
        lexicon.is_a(after[0].text, "adverb.each", "count.lead", "count.total", "prep.object", "trigger")
        or after[0].pos.startswith(("d", "p"))
    )


def native(after: Line, out: Line, lexicon: Lexicon) -> bool:
    """Whether a chain of divisions only says where somebody comes from (湖北|仙桃|人, 出身|湖北仙桃)."""
    before = next((a for a in reversed(out) if a.kind != "place"), None)
    if before is not None and lexicon.is_a(before.text, "native.before"):
        return True
    behind = next((a for a in after if a.kind != "place"), None)
    return behind is not None and lexicon.is_a(behind.text, "native")


def adjoined(out: Line, atom: Atom) -> bool:
    """Whether a body, a division or a word that is no grammar ends right where an atom begins."""
    before = out[-1] if out else None
    return before is not None and before.kind in ("place", "agency", "number") and before.end == atom.start


def titled(atom: Atom, focus: Focus) -> None:
    """Take the division that a document's title begins with, where nothing else has set the scene."""
    title = atom.value.title
    for size in range(min(12, len(title)), 2, -1):
        places = [p for p in focus.gazetteer.by_name(title[:size]) if p.name == title[:size]]
        if places:
            focus.see(PlaceValue(places[0].name, places[0].level, places[0].code, (), places[0]))
            return


def anaphor(atom: Atom, focus: Focus) -> Atom:
    """该市 as the division it means, or the word it was."""
    value = focus.level(atom.text)
    return replace(atom, kind="place", value=value, rule="normalise.anaphor") if value else atom


def anaphor_of_body(atom: Atom, focus: Focus) -> Atom:
    """该局 as the body it means, 该局办公室 as that body's; a word where the text has named none."""
    word = next(w for n in (3, 2) if focus.lexicon.is_a(w := atom.text[:n], "anaphor.body"))
    body, rest = focus.body(word), atom.text[len(word) :]
    if body is None or (rest and atom.kind == "word"):
        return as_word(atom) if atom.kind == "agency" else atom
    if rest:
        body = replace(
            atom.value, body=body.body + rest, place=body.place, parents=(*body.parents, body.body)
        )
    return replace(atom, kind="agency", value=body, rule="normalise.anaphor")


def whole(atom: Atom, after: Line, out: Line, focus: Focus, lexicon: Lexicon) -> Atom:
    """A body with its division, if it needs one and has none."""
    value: AgencyValue = atom.value
    before = out[-1] if out else None
    if any(word in value.body for word in lexicon.kind("generic.inside")):
        return as_word(atom)
    if before and before.kind == "place" and before.rule == "normalise.anaphor" and before.end == atom.start:
        return set_place(atom, before.value, value.body)
    if value.place is not None:
        body = value.body if value.own_name else strip_level(value.body, value.place, lexicon)
        return atom if body == value.body else replace(atom, value=replace(value, body=body))
    full = focus.in_full(value.body) if atom.rule.endswith("open") else None
    if full is not None:
        return replace(atom, value=full, rule=f"{atom.rule}+full")
    return atom if value.fixed else relative(atom, after, out, focus, lexicon)


def relative(atom: Atom, after: Line, out: Line, focus: Focus, lexicon: Lexicon) -> Atom:
    """A body named without a division: with the one that its words or the talk give it, or a word again."""
    value: AgencyValue = atom.value
    before = out[-1] if out else None
    whole_area = next((a.text for a in out[-2:] if lexicon.is_a(a.text, "anaphor.all")), "")
    inside = next((value.body[:n] for n in (2, 3) if lexicon.is_a(value.body[:n], "anaphor.all")), "")
    body = value.body[len(inside) :]
    if (whole_area or inside) and lexicon.is_a(body, "head.core"):
        place = focus.level((inside or whole_area)[-1])
        return set_place(atom, place, body) if place else generic(atom, after)
    named_kind = before is not None and lexicon.is_a(before.text, "determiner.generic")
    led = lexicon.begins("determiner.generic", value.body)
    of_a_kind = any(lexicon.is_a(value.body[-size:], "generic.ending") for size in (2, 3))
    if lexicon.is_a(value.body, "generic.agency") and not (named_kind or led):
        known = {b.place: b for b in focus.bodies if b.body == value.body and b.place is not None}
        if len(known) == 1:
            return set_place(atom, next(iter(known)), value.body)
    if named_kind or led or of_a_kind or lexicon.is_a(value.body, "generic.agency"):
        return as_word(atom)
    if value.body in lexicon.kind("organ.of-village"):
        village = None if unread(before, atom, lexicon) else focus.at.get("village")
        return set_place(atom, village, of_village(value.body, lexicon)) if village else generic(atom, after)
    level = next(
        (n for n in (3, 2, 1) if lexicon.is_a(value.body[:n], "level.char") and len(value.body) > n), 0
    )
    if level:
        place = focus.level(value.body[:level])
        return set_place(atom, place, value.body[level:]) if place else atom
    return by_neighbour(atom, after, out, focus, lexicon)


def unread(before: Atom | None, atom: Atom, lexicon: Lexicon) -> bool:
    """Whether a word that is no grammar stands right before a body: the rest of a name that was not read."""
    return (
        before is not None
        and before.kind == "word"
        and before.end == atom.start
        and not lexicon.is_a(before.text, *OPENING)
    )


def by_neighbour(atom: Atom, after: Line, out: Line, focus: Focus, lexicon: Lexicon) -> Atom:
    """A body that names no level: with the division in focus, or that of the body joined to it."""
    value: AgencyValue = atom.value
    of_post = unit_of(value, beside(out, lexicon), lexicon) if titled_behind(atom, after) else value
    if of_post is not value:
        return replace(atom, value=of_post, rule=f"{atom.rule}+unit")
    last = next((a.value for a in reversed(out) if a.kind == "agency"), None)
    if atom.rule.endswith("office") and not value.parents and last is not None:
        return set_place(atom, last.place, value.body)
    if lexicon.is_a(value.body, "organ.zone-only"):
        zone = focus.at.get("zone")
        return set_place(atom, zone, value.body) if zone else generic(atom, after)
    if lexicon.is_a(value.body, "head.core"):
        led = focus.last is not None and titled_behind(atom, after)
        return set_place(atom, focus.last, value.body) if led else generic(atom, after)
    shared = coordinate(value, out, lexicon) or enumerated(value, out, lexicon)
    if shared is not None and atom.rule.endswith("anchored"):
        return set_place(atom, shared, value.body)
    return generic(atom, after) if value.body in lexicon.family("head") and len(value.body) < 4 else atom


def generic(atom: Atom, after: Line) -> Atom:
    """A bare head that nothing grounds: a word, unless a title follows."""
    return atom if titled_behind(atom, after) else as_word(atom)


def titled_behind(atom: Atom, after: Line) -> bool:
    """Whether a title stands right behind a body, "former" between them at most (政法委|原|书记)."""
    if len(after) > 1 and after[0].kind == "word" and after[0].end == after[1].start:
        between = len(after[0].text) == 1 and after[0].start == atom.end
        return between and after[1].kind == "title"
    return bool(after) and after[0].kind == "title"


def as_word(atom: Atom) -> Atom:
    """A body that is none as the noun it was."""
    return replace(atom, kind="word", pos="n", value=None)


def coordinate(value: AgencyValue, out: Line, lexicon: Lexicon) -> PlaceValue | None:
    """The division of the body that this one is joined to (赵县政府和环保局); an own name needs none."""
    named = value.own_name and value.body not in lexicon.family("head")
    if not named and len(out) > 1 and lexicon.is_a(out[-1].text, "join") and out[-2].kind == "agency":
        place: PlaceValue | None = out[-2].value.place
        return place
    return None


def enumerated(value: AgencyValue, out: Line, lexicon: Lexicon) -> PlaceValue | None:
    """The division of a list of departments, which only the first of them names (某县财政局、教育局)."""
    if len(out) < 2 or out[-2].kind != "agency" or not lexicon.is_a(out[-1].text, "list.join"):
        return None
    first: AgencyValue = out[-2].value
    listed = value.kind in DEPARTMENTS and not first.own_name and out[-1].text != "，"
    return first.place if listed else None


def set_place(atom: Atom, place: PlaceValue | None, body: str) -> Atom:
    """The agency atom with its division."""
    value: AgencyValue = atom.value
    return replace(atom, value=replace(value, place=place, body=body), rule=f"{atom.rule}+ground")


def of_village(body: str, lexicon: Lexicon) -> str:
    """An organ of a village as its name has it: the party's without the level (某村|党支部, 某村|村委会)."""
    led = lexicon.is_a(body[:1], "level.char") and lexicon.is_a(body[1:], "village.party")
    return body[1:] if led else body


def strip_level(body: str, place: PlaceValue, lexicon: Lexicon) -> str:
    """The name without a level said twice (平江县|县委), except where the county has one character."""
    level = next(
        (n for n in (3, 1) if place.name.endswith(body[:n]) and lexicon.is_a(body[:n], "level.char")), 0
    )
    cores = lexicon.kind("head.core")
    if place.level == "village":
        return of_village(body, lexicon)
    if not level or (
        not any(body[:n] in cores for n in range(level + 1, len(body) + 1))
        and body[level:] not in lexicon.family("head")
    ):
        return body
    if level == 3:
        return body[3:]
    return body if len(place.name) == 2 and len(body) == 2 else body[1:]
