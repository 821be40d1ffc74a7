"""The meeting that a text reports: which assembly sat, and on which day. "Which meeting is meant?"."""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.story import Scene

OPENING = 3
"""Units before a verb's clause in which the word for the meeting must begin it."""


def convene(scene: Scene) -> None:
    """Take note of an assembly whose sitting a sentence tells of (某市人大常委会…会议…举行), with the day."""
    if not scene.holds("verb.sit", "noun.meeting"):
        return
    bodies = [a for u in scene.units for a in u.of("agency") if a.value.kind == "PeoplesCongress"]
    told_of = [
        at for k in ("verb.sit", "noun.meeting") for at in range(len(scene.units)) if scene.is_a(at, k)
    ]
    sits = told_of[0] if told_of else None
    story = scene.story
    named = any(u.of("agency") for u in scene.units[:3]) and any(u.kind == "date" for u in scene.units[:3])
    if not bodies or sits is None or (story.meeting is not None and not named):
        return
    told = [scene.times.get(u.start) for u in reversed(scene.units[:sits]) if u.kind == "date"]
    day = next(
        (t for t in told if t is not None and t.edtf and "/" not in t.edtf and "~" not in t.edtf), None
    )
    story.meeting = (bodies[0], day)


def met(scene: Scene, index: int) -> tuple[Atom, Time | None] | None:
    """The assembly and day of the meeting that is said to do what a verb tells (会议表决通过…)."""
    opening = [at for at in range(min(index, OPENING)) if scene.is_a(at, "noun.meeting")]
    bodies = any(u.of("agency") for u in scene.units[: opening[0]]) if opening else not goes_on(scene, index)
    return None if bodies else scene.story.meeting


def goes_on(scene: Scene, index: int) -> bool:
    """Whether a verb of voting opens its sentence, its manner aside: the meeting told of before votes on."""
    before = scene.units[:index]
    led = not before or scene.is_a(0, "prep.other", "clause.opener")
    return led and scene.is_a(index, "verb.pass") and all(u.kind == "word" for u in before)
