"""By whose decision, and when, somebody is appointed or removed: 根据…的决定, 会议决定：…"""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.acting import acting, unnamed_acts
from kg.relate.deciding import paragraph_end
from kg.relate.story import Scene

DECISION = ("noun.decision", "verb.decision")
"""Kinds of words for a decision (决定, 研究决定)."""


def resolved(scene: Scene, index: int) -> bool:
    """Whether a decision is told before the verb: in its sentence, or above the list of its paragraph."""
    for at in range(index) if scene.holds(*DECISION) else ():
        if scene.is_a(at, *DECISION):
            if scene.units[at + 1].text == "：":
                scene.story.resolution = (
                    paragraph_end(scene),
                    next(iter(resolving(scene, at)), None),
                    day(scene, at),
                )
            return True
    return goes_on(scene)


def goes_on(scene: Scene) -> bool:
    """Whether a sentence belongs to a list of decisions that an earlier one opened."""
    return scene.start < scene.story.resolution[0]


def day(scene: Scene, index: int) -> Time | None:
    """The day of an act with no date in its clause: the only one told before it in its sentence.

    Without one that of the list it stands in, or of the act told before; none where it is only near (日前).
    """
    own = {
        t.edtf: t
        for at, u in enumerate(scene.units[:index])
        if u.kind == "date" and not scene.reported(at) and (t := scene.times.get(u.start)) is not None
    }
    if own:
        only = next(iter(own.values()))
        exact = len(own) == 1 and only.edtf and "~" not in only.edtf and "/" not in only.edtf
        return only if exact and not announced(scene, index) else None
    if goes_on(scene):
        return scene.story.resolution[2]
    agent, bodies = deciding(scene, index), [a.value for a in scene.story.dated_by]
    another = agent is not None and bodies and agent.value not in bodies
    # the day of an order is that of what it quotes, whoever decided it
    return None if another and not scene.story.signers else scene.story.date


def announced(scene: Scene, index: int) -> bool:
    """Whether the sentence tells before an act that cases are made public: its day is that of the telling."""
    triggers = scene.lexicon.kind("trigger")
    words = (triggers.get(u.text) for u in scene.units[:index] if u.kind == "word")
    return any(w is not None and w.value.startswith("exposure") for w in words)


def deciding(scene: Scene, index: int) -> Atom | None:
    """The body by whose decision (根据…的决定), or that acts, or that the text is about."""
    if goes_on(scene) and scene.story.resolution[1] is not None and not scene.holds(*DECISION):
        return scene.story.resolution[1]
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if scene.is_a(at, *DECISION) and (body := resolving(scene, at)):
            scene.story.decider = body
            break
        if unit.kind == "punct" and unit.text not in "：，":
            break
    if unnamed_acts(scene, index):
        return None
    here = acting(scene, index)
    here = None if here is not None and scene.lexicon.is_a(here.text, "not-deciding") else here
    return next(iter(scene.story.decider), None) or here or scene.story.assembly or scene.story.body


def resolving(scene: Scene, at: int) -> tuple[Atom, ...]:
    """Whose decision the word at ``at`` is: the last body before what it is about (中央关于某省委…的决定)."""
    about = next((n for n in range(at) if scene.is_a(n, "doc.about")), at)
    return tuple(a for u in scene.units[:about] for a in u.of("agency"))[-1:]
