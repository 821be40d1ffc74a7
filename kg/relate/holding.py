"""Who holds titles that stand without a name beside them: careers, lists, persons set apart by a comma."""

from __future__ import annotations

import itertools

from kg.lexicon import Lexicon
from kg.recognise.line import Atom, Line
from kg.relate.post import MODIFIERS, State
from kg.values import AgencyValue, TitleValue

DATED = 3
"""Atoms between a date and the verb of holding that it dates, at most, the date counted."""


def leads_on(line: Line, index: int) -> bool:
    """Whether ordinary nouns lead to one more title and the person (…主任兼|三|社|社长某某)."""
    for at in range(index + 1, min(index + 4, len(line) - 1)):
        if line[at].kind == "title":
            return line[at + 1].kind == "person"
        if line[at].kind != "word" or line[at].start != line[at - 1].end:
            return False
    return False


def followed_by_person(line: Line, index: int) -> bool:
    """Whether the next atom is a person (总经理的某某)."""
    return index + 1 < len(line) and line[index + 1].kind == "person"


def career(line: Line) -> bool:
    """Whether a line is one of a career: a period, then bodies and titles, no person."""
    if line[0].kind != "date" or any(a.kind == "person" for a in line):
        return False
    if line[0].value.open.startswith("resume") or point(line):
        return True
    period = line[0].value.end is not None or line[0].value.open == "since"
    return period and len(line) > 1 and line[1].kind in ("agency", "place", "title")


def point(line: Line) -> bool:
    """Whether a line begins with the month of an entry, a blank, and a body (1987年2月  某乡党委副书记)."""
    begin = line[0].value.begin
    apart = len(line) > 1 and line[1].start > line[0].end and line[1].kind in ("agency", "place", "title")
    return apart and begin is not None and bool(begin.year and begin.month) and begin.day is None


def past_entry(line: Line, behind: Line) -> bool:
    """Whether the posts of an entry are past: its period ended, or another entry follows."""
    opened: str = line[0].value.open
    if opened == "resume-point" or point(line):
        return bool(behind) and behind[0].kind == "date" and career(behind)
    return opened not in ("resume-now", "since")


def ends_item(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether an item of a list, or the line, ends behind an atom."""
    return (
        index + 1 == len(line)
        or lexicon.is_a(line[index + 1].text, "list.join")
        or line[index + 1].text in "；。"
    )


def apposed(line: Line) -> bool:
    """Whether a line sets a person before the posts it holds (甲某，市委委员，某区区委书记，给予…)."""
    if len(line) < 4 or line[0].kind != "person" or line[1].text != "，":
        return False
    ahead = itertools.takewhile(lambda a: a.kind in ("place", "agency", "title") or a.text == "、", line[2:])
    return any(a.kind == "title" for a in ahead)


def described(line: Line, index: int, lexicon: Lexicon) -> Atom | None:
    """The person whose particulars a line lists, where only posts fill a clause (某某，男，某局局长)."""
    if line[index].text != "，":
        return None
    clause = list(itertools.takewhile(lambda a: a.kind != "punct" or a.text == "、", line[index + 1 :]))
    posts = all(
        a.kind in ("place", "agency", "title")
        or lexicon.is_a(a.text, "mod.former", "list.join", "party.prefix")
        for a in clause
    )
    if not posts or not clause or clause[-1].kind != "title":
        return None
    sexes = (at for at in range(2, index) if lexicon.is_a(line[at].text, "particular"))
    told = (line[at - 2] for at in sexes if line[at - 1].text == "，")
    return next((atom for atom in told if atom.kind == "person"), None)


def entry(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is one of a dated career told with verbs (2009年1月，任某行行长)."""
    if not line or line[0].kind != "date" or any(a.kind == "person" for a in line):
        return False
    return any(lexicon.is_a(a.text, "mod.holds") for a in line[1:3])


def closed(line: Line) -> bool:
    """Whether a line of a career tells of a period that has an end."""
    return line[0].kind == "date" and line[0].value.end is not None and not line[0].value.open


def listed(before: Line, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line goes on with the list of past posts that the sentence before began (曾任甲；乙；丙)."""
    if not before or before[-1].text != "；":
        return False
    starts = line[0].kind in ("place", "agency") and any(a.kind == "title" for a in line)
    only = starts and all(a.kind != "person" and not a.pos.startswith("v") for a in line)
    return only and any(
        lexicon.is_a(a.text, "mod.holds") and lexicon.is_a(a.text, "mod.former") for a in before
    )


def of_another(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a holding is the attribute of somebody told of behind it (曾任某村干部|的|乡纪委干部某某)."""
    clause = list(itertools.takewhile(lambda a: a.text not in "，；。", line[index:]))
    return any(
        lexicon.is_a(a.text, "particle.of")
        and (before.kind == "title" or lexicon.is_a(before.text, "title.weak"))
        for before, a in itertools.pairwise(clause)
    )


def during(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether the holding is only a time told of (在|任…局长|期间)."""
    until = next((at for at in range(index, len(line)) if line[at].text == "，"), len(line))
    within = any(lexicon.is_a(a.text, "during") for a in line[index:until])
    return index > 0 and lexicon.is_a(line[index - 1].text, "within") and within


def left_since(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb of holding is dated by a period that ended, or the line tells what post came next."""
    day = dating(line, index)
    if day is not None and day.value.end is not None and not day.value.open:
        return True
    behind = list(itertools.takewhile(lambda a: a[1].kind != "person", enumerate(line[index:], index)))[1:]
    if any(lexicon.is_a(atom.text, "holds.until") for _, atom in behind):
        return True
    verbs = [at for at, atom in behind if lexicon.is_a(atom.text, "mod.holds")]
    going = day is None or day.value.open not in ("", "since")
    dated = not going and any(dating(line, at) is not None for at in verbs)
    return dated or any(lexicon.is_a(line[at].text, "verb.move") for at in verbs)


def moved_on(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line that names nobody begins with a move to another post (两年后，升任某市委副书记)."""
    verb = next((at for at, a in enumerate(line) if lexicon.is_a(a.text, "mod.holds")), None)
    if verb is None or any(a.kind == "person" for a in line):
        return False
    return lexicon.is_a(line[verb].text, "verb.move") or (line[0].kind == "date" and verb <= DATED)


def told_past(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a word for "former" stands right before a verb of holding, adverbs between at most."""
    before = list(itertools.takewhile(lambda a: a.kind == "word", reversed(line[:index])))[:DATED]
    return any(lexicon.is_a(a.text, "mod.former") for a in before)


def moves_from(line: Line, opened: int | None, lexicon: Lexicon) -> bool:
    """Whether the designation that begins at an index is a post that is left (由|某局局长|调任…)."""
    return opened is not None and opened > 0 and lexicon.is_a(line[opened - 1].text, "move.from")


def about_none(line: Line, index: int) -> bool:
    """Whether nobody is named in a line before an index, so that it goes on about whom the text is about."""
    return all(a.kind in ("word", "date", "punct", "number", "document") for a in line[:index])


def dating(line: Line, index: int) -> Atom | None:
    """The date right before an atom, a verb of change or a mark between them at most."""
    before = line[max(0, index - DATED) : index]
    at = next((n for n, a in reversed(list(enumerate(before))) if a.kind == "date"), None)
    plain = at is not None and all(a.kind == "word" for a in before[at + 1 :])
    return before[at] if at is not None and plain else None


def pronominal(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun begins a line, dates aside, or stands before the verb: whom the text is about."""
    if index and lexicon.is_a(line[index - 1].text, "anaphor.person"):
        return True
    first = next((a for a in line[:index] if a.kind != "date" and a.text != "，"), None)
    return first is not None and lexicon.is_a(first.text, "anaphor.person")


def lone_surname(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether the clause begins with a surname that stands alone, of a name that was not read."""
    start = next((at + 1 for at in range(index - 1, -1, -1) if line[at].kind == "punct"), 0)
    opening = next((a for a in line[start:index] if a.kind != "date"), None)
    if opening is None or opening.kind != "word" or lexicon.is_a(opening.text, "name.weak", "name.stop"):
        return False
    grammar = opening.pos[:1] in ("d", "p", "c", "u", "v", "r", "m")
    return lexicon.surname_rates.get(opening.text, 0) > 0 and not grammar


def surnamed(first: Atom, second: Atom, lexicon: Lexicon) -> bool:
    """Whether two lone characters, the first a surname, may be a name that was not read."""
    lone = len(first.text) == len(second.text) == 1 and first.kind == "word" and first.end == second.start
    return lone and lexicon.surname_rates.get(first.text, 0) > 0 and not lexicon.is_a(first.text, "name.stop")


def unknown(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be a name we do not know stands right before a verb of holding."""
    before = line[index - 1] if index else None
    if before is None or before.kind != "word" or before.end != line[index].start:
        return False
    if lone_surname(line, index, lexicon):
        return True
    if index > 1 and surnamed(line[index - 2], before, lexicon):
        return True
    known = lexicon.is_a(
        before.text, *MODIFIERS, "mod.before", "anaphor.person", "list.join", "mod.join", "name.stop"
    )
    return not known and (
        before.pos[:2] in ("nr", "nz", "zg", "i") or (before.pos[:1] == "n" and len(before.text) == 1)
    )


def last_person(line: Line, index: int, lexicon: Lexicon) -> Atom | None:
    """The person named last before an atom."""
    before = list(enumerate(line[:index]))
    return next(
        (a for at, a in reversed(before) if a.kind == "person" and not succeeds(line, at, lexicon)), None
    )


def succeeds(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether a person is the one that another follows in a post (甲接替|乙|担任…)."""
    return at > 0 and lexicon.is_a(line[at - 1].text, "verb.succeed")


def of_named(value: TitleValue, before: Line, state: State) -> AgencyValue | None:
    """The body named before in the sentence that such a post is one of (民政局违规发放…,局长某某受到…)."""
    text = value.title
    posts = state.lexicon.kind("post.of")
    post = next((posts[text[n:]] for n in range(len(text)) if text[n:] in posts), None)
    if post is None or value.kind == "gov":
        return None
    bodies = [
        a.value for a in before if a.kind == "agency" and a.value.body.endswith(tuple(post.value.split("|")))
    ]
    return bodies[-1] if bodies else None


def unread_body(line: Line, index: int, state: State) -> bool:
    """Whether a word that ends like a unit's name stands right before a title: its body is another."""
    before = line[index - 1] if index else None
    return (
        before is not None
        and before.kind == "word"
        and before.end == line[index].start
        and state.agency is None
        and not state.lexicon.is_a(before.text, "unit.itself")
        and (
            state.lexicon.is_a(before.text[-1:], "head.suffix") or before.text in state.lexicon.family("head")
        )
    )


def may_state(line: Line, subject: Atom | None, lexicon: Lexicon) -> bool:
    """Whether a line has what a post needs: a person, or a title for the person the text is about."""
    kinds = {atom.kind for atom in line}
    if "person" in kinds or subject is None:
        return "person" in kinds
    return "title" in kinds or (career(line) and any(lexicon.is_a(a.text, "title.weak") for a in line))


def headed(line: Line, index: int, lexicon: Lexicon) -> Atom | None:
    """The person who is said to be at the head with the title at an index (以甲某同志为|总书记), if any."""
    if index < 3 or not lexicon.is_a(line[index - 1].text, "appoint.as"):
        return None
    at = index - 2 - lexicon.is_a(line[index - 2].text, "honorific")
    return line[at] if at > 0 and line[at].kind == "person" and leads(line[at - 1], lexicon) else None


def leads(word: Atom, lexicon: Lexicon) -> bool:
    """Whether a word opens the frame that names who is at the head (以…为首)."""
    return lexicon.is_a(word.text, "name.frame") and lexicon.is_a(word.text, "prep.other")
