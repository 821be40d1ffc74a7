"""Designations: which posts a person is said to hold (望江县住建局住房保障办公室原主任某某).

Read left to right: bodies and divisions set the scene, modifiers say whether the post is past, titles queue
up, and the person they lead to takes them all; a person named first takes what a verb of holding lists.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.lexicon import NONE
from kg.recognise.line import Atom, Context, Line
from kg.recognise.reach import is_session
from kg.relate.holding import (
    about_none,
    apposed,
    career,
    closed,
    described,
    during,
    ends_item,
    entry,
    followed_by_person,
    headed,
    last_person,
    leads_on,
    left_since,
    listed,
    may_state,
    moved_on,
    moves_from,
    of_another,
    of_named,
    past_entry,
    pronominal,
    told_past,
    unknown,
    unread_body,
)
from kg.relate.post import MODIFIERS, Post, State, body_of, unit_of_last
from kg.values import AgencyValue, TitleValue

CLAUSE_MARKS = "，；。："
"""Marks that end a clause."""
Found = list[tuple[Atom, Post]]
"""Persons with their posts, as they are read."""


@dataclass(frozen=True, slots=True)
class Designations:
    """The posts of a line, and how far to the left each person's designation reaches."""

    posts: tuple[tuple[Atom, Post], ...]
    spans: dict[int, int]


def designations(
    line: Line, context: Context, subject: Atom | None = None, around: tuple[Line, Line] = ([], [])
) -> Designations:
    """Every (person, post) that a line states; a line of a career states posts of ``subject``."""
    if not may_state(line, subject, context.lexicon):
        return Designations((), {})
    before, behind = around
    succeeded = entry(line, context.lexicon) and (entry(behind, context.lexicon) or closed(line))
    succeeded = succeeded or moved_on(behind, context.lexicon)
    state = State(context.lexicon, subject=subject, succeeded=succeeded)
    if subject is not None and career(line):
        state.holder = state.lifelong = subject
        state.former = state.by_entry = past_entry(line, behind)
    elif subject is not None and listed(before, line, context.lexicon):
        state.holder, state.former = subject, True
    elif apposed(line):
        state.apposed = line[0]
    found: Found = []
    bracket = False
    inside: Atom | None = None
    for index, atom in enumerate(line):
        bracket = bracket or (atom.text == "（" and aside(line, index, state))
        if not bracket:
            step(atom, line, index, state, found)
            if atom.text == "，":
                state.holder = described(line, index, context.lexicon) or state.holder
        if atom.text == "（" and index and line[index - 1].kind == "person":
            state.holder = inside = line[index - 1]
        elif atom.text == "）" and inside is not None:
            state.holder = inside = None
        bracket = bracket and atom.text != "）"
    finish(state, found)
    return Designations(tuple(found), state.spans)


def aside(line: Line, index: int, state: State) -> bool:
    """Whether a bracket behind a title, or a body's other name in one, is no part of the designation."""
    after = line[index + 1].text if index + 1 < len(line) else ""
    return bool(state.queue) or (state.agency is not None and state.lexicon.is_a(after, "alias.intro"))


def step(atom: Atom, line: Line, index: int, state: State, found: Found) -> None:
    """Read one atom: change the state, and add to ``found`` the posts it completes."""
    state.qualifier = state.qualifier if atom.kind == "title" else ""
    state.foreign = state.foreign and atom.text not in CLAUSE_MARKS
    kinds = state.lexicon.kinds.get(atom.text, NONE)
    if state.opened is None:
        opens = "mod.former" in kinds or atom.kind in ("place", "agency", "title")
        state.opened = index if opens or is_session(atom, state.lexicon) else None
    match atom.kind:
        case "place":
            state.place, state.agency = atom.value, None
        case "agency":
            state.agency = unit_of_last(atom.value, state)
        case "title":
            take_title(atom, line, index, state, found)
        case "person":
            take_person(atom, line, index, state, found)
        case _:
            take_word(atom, kinds, line, index, state, found)


def take_word(atom: Atom, kinds: frozenset[str], line: Line, index: int, state: State, found: Found) -> None:
    """Read anything else: a modifier, a word of the designation, or what ends it."""
    lexicon = state.lexicon
    leads = followed_by_person(line, index)
    touches = leads and line[index + 1].start == atom.end
    of_body = index > 0 and line[index - 1].kind == "agency" and line[index - 1].end == atom.start
    weak = touches or (state.lifelong is not None and of_body and ends_item(line, index, lexicon))
    if weak and "title.weak" in kinds:
        body = state.agency or state.place
        if body is not None:
            state.queue.append(Post(atom.text, body, bool(state.former), atom))
    elif atom.kind == "word" and not kinds.isdisjoint(MODIFIERS):
        modify(atom, line, index, state, found)
    elif qualifies(atom, line, index, state):
        state.qualifier = atom.text
    elif belongs(atom, kinds, state, leads=leads):
        return
    elif "list.join" in kinds or "mod.join" in kinds:
        state.opened = state.opened if state.queue else None
    elif state.queue and touches and lexicon.is_a(atom.text[-1:], "ending.title"):
        body = state.agency or state.carried or state.queue[-1].agency
        state.queue.append(Post(atom.text, body, bool(state.former), atom))
    elif state.queue and atom.kind == "word" and atom.pos[:1] in "nmj" and leads_on(line, index):
        state.agency = state.place = None
    elif atom.kind != "date":
        break_off(atom, state, found, past="holds.past" in kinds)


def break_off(atom: Atom, state: State, found: Found, *, past: bool) -> None:
    """End a designation at a word that is none of it; a list of past posts goes on behind one not read."""
    holder = state.holder
    finish(state, found, past=past)
    state.agency = state.place = state.opened = None
    if atom.text in CLAUSE_MARKS or atom.pos[:1] == "v":
        state.former, state.lasting = state.by_entry, False
    elif state.former and holder is not None:
        state.holder = holder
    state.planned = state.planned and atom.text not in CLAUSE_MARKS


def modify(atom: Atom, line: Line, index: int, state: State, found: Found) -> None:
    """Read a word that says of titles behind it that they are proposed, past, or held by one before."""
    lexicon = state.lexicon
    holds = lexicon.is_a(atom.text, "mod.holds")
    if lexicon.is_a(atom.text, "mod.planned"):
        holder = state.holder
        finish(state, found)
        state.planned, state.holder = True, holder
    elif lexicon.is_a(atom.text, "mod.former"):
        if index + 1 < len(line) and line[index + 1].text in CLAUSE_MARKS and not holds:
            return  # 报告会开始前，…: a time, and nobody's post
        value = lexicon.value("mod.former", atom.text)
        state.former, state.lasting = value.startswith("yes"), value == "yes-all"
        another = unknown(line, index, lexicon) or of_another(line, index, lexicon)
        if holds and state.holder is None and not another:
            goes_on = about_none(line, index) or pronominal(line, index, lexicon)
            state.holder = last_person(line, index, lexicon) or (state.subject if goes_on else None)
    elif holds:
        leave(line, index, state, found)
        other = state.foreign = unknown(line, index, lexicon)
        state.holder = None if other else last_person(line, index, lexicon) or state.subject
        earlier = state.succeeded or any(
            lexicon.is_a(a.text, "mod.before") for a in line[max(0, index - 6) : index]
        )
        earlier = earlier or during(line, index, lexicon) or left_since(line, index, lexicon)
        state.former = earlier or (state.former if told_past(line, index, lexicon) else state.by_entry)
        state.agency = state.place = None


def leave(line: Line, index: int, state: State, found: Found) -> None:
    """End a run of titles before a verb of holding: whoever comes from those posts (由…调任) held them."""
    if state.queue and moves_from(line, state.opened, state.lexicon):
        state.holder, state.former = last_person(line, index, state.lexicon) or state.subject, True
    finish(state, found)


def belongs(atom: Atom, kinds: frozenset[str], state: State, *, leads: bool) -> bool:
    """Whether a word stands inside a designation without a part in it (总经理|的|某某, 中共|某县委)."""
    if leads and state.queue and "link.title" in kinds:
        return True
    noun = state.holder is not None and atom.kind == "word" and atom.pos.startswith("n")
    noun = noun or (bool(state.queue) and "unit.itself" in kinds)
    return noun or "party.prefix" in kinds or is_session(atom, state.lexicon)


def qualifies(atom: Atom, line: Line, index: int, state: State) -> bool:
    """Whether an ordinary word stands between a body and a title, without a gap: it belongs to the title."""
    if atom.kind != "word" or not 0 < index < len(line) - 1 or atom.pos[:1] not in ("n", "v", "b", "j"):
        return False
    before, behind = line[index - 1], line[index + 1]
    if before.kind not in ("agency", "place") or behind.kind != "title" or behind.value.kind != "unit":
        return False
    close = before.end == atom.start and behind.start == atom.end
    own = atom.text in state.lexicon.family("head") or state.lexicon.is_a(atom.text, "level.char")
    return close and not own


def titles_in(line: Line, context: Context) -> list[Post]:
    """The posts a stretch of a line names, when the person stands elsewhere (任命某某为…)."""
    state = State(context.lexicon)
    dropped: Found = []
    for index, atom in enumerate(line):
        if atom.kind in ("place", "agency", "title") or context.lexicon.is_a(
            atom.text, "list.join", "mod.former", "mod.join"
        ):
            step(atom, line, index, state, dropped)
    return state.queue


def take_title(atom: Atom, line: Line, index: int, state: State, found: Found) -> None:
    """Queue a title, or give it to the person it stands right behind (某某|总书记)."""
    value: TitleValue = atom.value
    before = line[index - 1] if index else None
    if value.kind == "role" or state.foreign:
        return
    before = headed(line, index, state.lexicon) or before
    touches = before is not None and (before.end == atom.start or before is not line[index - 1])
    if before is not None and before.kind == "person" and touches:
        follows = line[index + 1] if index + 1 < len(line) else None
        if follows is None or follows.kind != "person":
            found.append(
                (before, Post(value.title, body_of(value, State(state.lexicon))[1], former=False, atom=atom))
            )
            return
    state.carried = None if unread_body(line, index, state) else state.carried
    title, agency = body_of(value, state)
    if agency is None:
        agency = of_named(value, line[:index], state)
        if agency is not None:
            state.queue = [p if p.agency else replace(p, agency=agency) for p in state.queue]
    if value.kind == "organ" and isinstance(agency, AgencyValue):
        state.agency = agency
    title, state.qualifier = state.qualifier + title, ""
    state.queue.append(Post(title, agency, bool(state.former), atom, then=state.lasting))


def take_person(atom: Atom, line: Line, index: int, state: State, found: Found) -> None:
    """Give the queued posts to a person; a person joined to another by a mark shares them."""
    lexicon = state.lexicon
    before = line[index - 1] if index else None
    led = before is not None and led_by(before, state)
    state.spans[index] = state.opened if led and state.opened is not None else index
    if state.planned or (state.queue and not led and state.holder is None):
        state.queue, state.planned = [], False
    if state.queue and led:
        found += [(atom, post) for post in state.queue]
        carried = next((p.agency for p in reversed(state.queue) if isinstance(p.agency, AgencyValue)), None)
        state.carried = carried or state.carried
        state.queue = []
    elif not state.queue and before is not None and lexicon.is_a(before.text, "list.join") and found:
        share(atom, before, found)
    state.agency = state.place = state.holder = state.opened = None
    state.former = True if state.lasting else None


def led_by(before: Atom, state: State) -> bool:
    """Whether what stands right before a person ends its designation: a title, or a word like one."""
    lexicon = state.lexicon
    if before.kind == "title" or lexicon.is_a(before.text, "honorific", "link.title", "title.weak"):
        return True
    return bool(state.queue) and lexicon.is_a(before.text[-1:], "ending.title")


def share(atom: Atom, join: Atom, found: Found) -> None:
    """副总理甲某、乙某: the second holds what the first does, when only a mark stands between."""
    last = found[-1][0]
    if last.end == join.start and join.text != "，":
        found += [(atom, post) for person, post in list(found) if person is last]


def finish(state: State, found: Found, *, past: bool = False) -> None:
    """End a run of titles: they go to the one said to hold them, or to nobody."""
    if state.planned and state.queue:
        state.queue, state.planned = [], False
    if state.queue and state.holder is None:
        state.holder = state.apposed
    if state.queue and state.holder is not None:
        former = past if state.former is None else state.former
        found += [(state.holder, replace(post, former=former or post.former)) for post in state.queue]
        state.holder = state.lifelong
    state.queue = []
