"""The meeting that a text reports: which assembly sat, and on which day. "Which meeting is meant?"."""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.acting import all_acting
from kg.relate.story import Scene

ASSEMBLIES = ("PeoplesCongress", "ConsultativeConference")
"""Classes of bodies whose sittings adopt what they vote on."""
DECIDES = ("noun.decision", "verb.decision", "verb.agree", "voice.active")
"""Kinds of words for what a meeting does that decides (决定, 同意, 责成)."""
OPENING = 3
"""Units before a verb's clause in which the word for the meeting must begin it."""


def convene(scene: Scene) -> None:
    """Take note of an assembly whose sitting a sentence tells of (某市人大常委会…会议…举行), with the day."""
    if not scene.holds("verb.sit", "noun.meeting"):
        return
    sit_down(scene)
    ruling(scene)
    told_of = [
        at for k in ("verb.sit", "noun.meeting") for at in range(len(scene.units)) if scene.is_a(at, k)
    ]
    sits = told_of[0] if told_of else None
    # who is only asked to take up what a meeting sends on (提请全国人大常委会审议) stands behind its word
    bodies = [a for u in scene.units[:sits] for a in u.of("agency") if a.value.kind in ASSEMBLIES]
    story = scene.story
    named = any(u.of("agency") for u in scene.units[:3]) and any(u.kind == "date" for u in scene.units[:3])
    if not bodies or sits is None or (story.meeting is not None and not named):
        return
    told = [scene.times.get(u.start) for u in reversed(scene.units[:sits]) if u.kind == "date"]
    day = next(
        (t for t in told if t is not None and t.edtf and "/" not in t.edtf and "~" not in t.edtf), None
    )
    published = story.context.document.published
    if day is None or not published or day.edtf[: len(published)] <= published:
        story.meeting = (bodies[0], day)


def sit_down(scene: Scene) -> None:
    """Keep the body that a sentence says holds a meeting (某县委召开常委会会议), with the day."""
    at = next((n for n in range(len(scene.units)) if scene.is_a(n, "verb.sit")), 0)
    called = any(scene.is_a(n, "noun.meeting") for n in range(at + 1, min(at + OPENING, len(scene.units))))
    often = any(scene.is_a(n, "time.often") for n in range(at))
    behind = scene.units[at + 1 : at + 2]  # 总理主持召开|国务院常务会议
    called = called or any(u.text.endswith(tuple(scene.lexicon.kind("noun.meeting"))) for u in behind)
    bodies = all_acting(scene, at) or tuple(a for u in behind for a in u.of("agency"))
    bodies = bodies if called and not often else ()
    if bodies:
        scene.story.sitting = (bodies, scene.date_near(at) or scene.date_near(at + 1))


def ruling(scene: Scene) -> None:
    """A sentence in which a meeting decides (会议决定，对…): the body that held it decided, on its day."""
    for at in scene.find("word") if scene.holds("noun.meeting") else ():
        opening = at == 0 or scene.units[at - 1].kind == "punct"
        if opening and scene.is_a(at, "noun.meeting") and scene.is_a(at + 1, *DECIDES):
            bodies, day = scene.story.sitting
            if bodies:
                scene.story.decider, scene.story.decided = bodies, day


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


def at_sitting(scene: Scene, index: int) -> Time | None:
    """The day of the meeting that an act was done at (在昨天召开的…会议上，…当选), if told before."""
    for at in range(index):
        sits = scene.units[at].kind == "date" and scene.is_a(at + 1, "verb.sit")
        clause = [n for n in range(at + 2, index) if scene.units[n].clause == scene.units[at].clause]
        if sits and any(scene.is_a(n, "noun.meeting") for n in clause):
            return scene.times.get(scene.units[at].start)
    return None
