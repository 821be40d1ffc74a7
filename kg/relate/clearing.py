"""How and where a name is cleared: at a meeting held for it, in writing, face to face."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Filler
from kg.relate.story import Scene
from kg.values import GroupValue, MeasureValue

SCHEME = "clearing-method"
REACH = 3
"""Clauses from the meeting to what is done at it, at most."""
NEAR = 4
"""Units between the verb of holding and the word for the meeting (召开|全村|党员|大会)."""


def circumstances(scene: Scene, index: int, told: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The method of a clearing where no word for one tells it, and the place it is told of."""
    meeting = held(scene, index)
    place = where(scene, meeting) if meeting is not None else ()
    known = any(f.role == "method" for f in told)
    return (*(() if known else manner(scene, index, meeting)), *(place or divisions(scene, index)))


def since(scene: Scene, index: int, told: tuple[Filler, ...]) -> Time | None:
    """The period that a total up to now closes (今年以来,…。截至目前,已为8名…澄清), where one is open."""
    counted = any(isinstance(f.value, GroupValue) for f in told)
    period = scene.story.period
    leads = any(scene.is_a(at, "total.lead") for at in range(index))
    if not counted or not leads or period is None or scene.start > period[1]:
        return None
    dates = [t for u in scene.units[:index] if (t := scene.times.get(u.start)) is not None]
    vague = all(not t.edtf or t.edtf.endswith("~") for t in dates)
    return replace(period[0], basis="inherited") if vague else None


def manner(scene: Scene, index: int, meeting: int | None) -> tuple[Filler, ...]:
    """The method that a meeting is, or that an adverb in the clause of the trigger says (当面, 公开)."""
    if meeting is not None and not told_as_method(scene, meeting):
        word = scene.units[meeting]
        return (Filler("method", method(scene, "meeting"), word.start, word.end),)
    at = scene.before(index, "clearing.manner")
    if at is None or scene.is_a(at + 1, "list.join"):
        return ()
    word = scene.units[at]
    code = scene.lexicon.value("clearing.manner", word.text)
    return (Filler("method", method(scene, code), word.start, word.end),)


def told_as_method(scene: Scene, at: int) -> bool:
    """Whether the word for a meeting is itself a method of clearing (澄清会)."""
    return scene.units[at].kind == "method"


def method(scene: Scene, code: str) -> MeasureValue:
    """The method of a code."""
    words = scene.lexicon.kind(f"scheme.{SCHEME}").values()
    return MeasureValue(SCHEME, code, next(w.note for w in words if w.value == code))


def held(scene: Scene, index: int) -> int | None:
    """The word for the meeting that is held for a clearing, or at which it is done; the nearest one."""
    clause = scene.units[index].clause
    for at in range(index, -1, -1):
        if clause - scene.units[at].clause > REACH:
            break
        meets = scene.is_a(at, "noun.gathering") or scene.units[at].kind == "method"
        if meets and (holds(scene, at) is not None or scene.is_a(at + 1, "localiser.at")):
            return at
    return None


def holds(scene: Scene, at: int) -> int | None:
    """The verb of holding right before the word for a meeting; a method may begin with it (召开澄清会)."""
    for verb in scene.lexicon.kind("verb.sit"):
        if scene.units[at].text.startswith(verb):
            return at
    found = scene.before(at, "verb.sit")
    return found if found is not None and at - found <= NEAR else None


def where(scene: Scene, meeting: int) -> tuple[Filler, ...]:
    """The place of a meeting: behind a preposition before its verb, or alone right before it."""
    verb = holds(scene, meeting)
    first = meeting if verb is None else verb
    clause = scene.units[first].clause
    for at in range(first - 1, -1, -1):
        unit = scene.units[at]
        if unit.clause != clause:
            break
        if unit.kind == "party" and (scene.is_a(at - 1, "prep.where") or at == first - 1):
            return of_party(unit.heads)
    return ()


def of_party(heads: tuple[Atom, ...]) -> tuple[Filler, ...]:
    """The last division of a party, or that of its body."""
    last = heads[-1]
    if last.kind == "place":
        return (Filler("place", last.value, last.start, last.end),)
    place = last.value.place if last.kind == "agency" else None
    return (Filler("place", place),) if place is not None else ()


def divisions(scene: Scene, index: int) -> tuple[Filler, ...]:
    """The division an act is told of: the last one before it in the sentence, alone or of a body."""
    for at in range(index - 1, -1, -1):
        places = tuple(a for a in scene.units[at].heads if a.kind == "place")
        if places and not scene.is_a(at + 1, "adverb.first"):  # the first to do so in all the province
            return of_party(places)
    bodies = tuple(a for u in scene.units[:index] for a in u.of("agency") if a.value.place is not None)
    return of_party(bodies) if bodies else ()
