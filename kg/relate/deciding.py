"""Who decided a measure, and when. "Who punished?".

The marked agent, the chain of approval, the acting body, or the body whose dealing with those responsible the
text tells of before it lists them. Who gives a penalty is a court.
"""

from __future__ import annotations

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.acting import acting_place, all_acting, approving, by_agent, unnamed_acts
from kg.relate.measures import MeasureList
from kg.relate.story import Scene
from kg.values import GroupValue

CORRECTED = 6
"""Words from a measure to the day that a correction gives it, at most."""
SENTENCE_ENDS = "。！？\n"
"""Marks behind which a date told before holds no more."""


def lead(scene: Scene) -> None:
    """A sentence in which a body deals with those responsible: it decided the sanctions told after it."""
    if nobody_named(scene):
        scene.story.decider, scene.story.handling = (), ()
    if not scene.holds("act.handling"):
        return
    for index, unit in enumerate(scene.units):
        if not scene.is_a(index, "act.handling") or unit.kind == "party":
            continue
        if scene.is_a(index - 1, "voice.passive") or scene.is_a(index + 1, "trigger.not-act"):
            continue
        if not any(is_handled(scene, at) for at in range(len(scene.units))):
            continue
        chain = approving(scene, len(scene.units)) or all_acting(scene, index)
        agents = chain or some(acting_place(scene, index))
        if agents and not scene.modal(index, "modal.must", "modal.plan"):
            story = scene.story
            story.decider, story.decided, story.handling = agents, scene.date_near(index), agents
            whole = agents[0].kind != "place"
            story.handled_until = len(story.context.document.folded) if whole else paragraph_end(scene)
            return


def nobody_named(scene: Scene) -> bool:
    """Whether a sentence opens with bodies that it does not name (有关部门和地方…): others act now."""
    if not scene.holds("generic.agency", "determiner.generic"):
        return False
    for at, unit in enumerate(scene.units):
        if unit.kind == "date" or unit.text == "，" or scene.is_a(at, "clause.opener"):
            continue
        behind = scene.units[at + 1] if at + 1 < len(scene.units) else unit
        body = behind.kind == "word" and behind.heads[0].rule.startswith("recognise.agency")
        return scene.is_a(at, "generic.agency") or (scene.is_a(at, "determiner.generic") and body)
    return False


def paragraph_end(scene: Scene) -> int:
    """Where what a sentence announces ends: with its paragraph, or with the text where it leads to a list."""
    text = scene.story.context.document.folded
    end = text.find("\n", scene.end)
    return len(text) if end < 0 or text[end - 1] in ":：" else end


def is_handled(scene: Scene, at: int) -> bool:
    """Whether a unit names those dealt with: a word for them, or counted persons."""
    unit = scene.units[at]
    counted = any(isinstance(a.value, GroupValue) and a.value.unit == "person" for a in unit.heads)
    return scene.is_a(at, "noun.handled") or (unit.kind == "party" and counted)


def decider(
    scene: Scene, measures: MeasureList, voice: str, governor: int, targets: tuple[Atom, ...]
) -> tuple[Atom, ...]:
    """Who decided: the marked agent, the chain of approval, the acting body, or the bodies acting before."""
    agents = by_agent(scene, measures.first)
    if not agents and unnamed_acts(scene, measures.first):
        return ()
    if not agents and voice != "passive":
        agents = approving(scene, measures.first) or all_acting(scene, governor)
        if not agents and targets and targets[0].kind == "group":
            agents = some(acting_place(scene, governor))
        agents = others(agents, targets)
        if agents:
            date, story = scene.date_near(measures.first), scene.story
            same = [a.value for a in story.decider] == [a.value for a in agents]
            story.decider, story.decided = agents, date or (story.decided if same else None)
        agents = () if apart(scene, targets) else scene.story.decider
    undergone = voice == "passive" and any(m.value.scheme == "criminal" for m in measures.atoms)
    if not agents and not undergone and scene.start < scene.story.handled_until:
        agents = scene.story.handling
    return others(agents, targets)


def apart(scene: Scene, targets: tuple[Atom, ...]) -> bool:
    """Whether totals are of another body than the decision before: of another paragraph, or summed up."""
    decider = scene.story.decider
    totals = any(isinstance(t.value, GroupValue) and not t.value.rest_of for t in targets)
    text = scene.story.context.document.folded
    summed = any(scene.units[0].text.startswith(word) for word in scene.lexicon.kind("count.total"))
    return totals and bool(decider) and (summed or "\n" in text[decider[-1].end : scene.start])


def some(atom: Atom | None) -> tuple[Atom, ...]:
    """One atom or none as a tuple."""
    return () if atom is None else (atom,)


def others(agents: tuple[Atom, ...], targets: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The agents that are no targets themselves."""
    return tuple(a for a in agents if a not in targets)


def judged(scene: Scene, measures: MeasureList) -> Time | None:
    """The day of a judgment: the date its sentence opens with, or that of the sentence that told of it."""
    if not any(scene.lexicon.is_a(m.value.name, "measure.penal") for m in measures.atoms):
        return None
    dates = [scene.times.get(u.start) for u in scene.units[: measures.first] if u.kind == "date"]
    first = next((t for t in dates if t is not None and t.edtf and not t.edtf.endswith("~")), None)
    sentenced = any(scene.is_a(at, "verb.sentence") for at in range(measures.first))
    if first is not None and "/" not in first.edtf and sentenced:
        scene.story.judged = (first, scene.end)
    if scene.story.judged is None:
        return None
    time, end = scene.story.judged
    text = scene.story.context.document.folded
    return time if "\n" not in text[end : scene.start] else None


def announce(scene: Scene) -> None:
    """Take note of the day on which a sentence tells that judgment was given."""
    for index in range(len(scene.units)) if scene.holds("verb.sentence") else ():
        if scene.is_a(index, "verb.sentence"):
            time = scene.date_near(index)
            if time is not None:
                scene.story.judged = (time, scene.end)


def told_with(scene: Scene, measures: MeasureList) -> Time | None:
    """The date of the sanction before, where the text goes on in the same breath (…受到警告;乙受到记过)."""
    if scene.story.told is None:
        return None
    time, end = scene.story.told
    start = scene.units[measures.first].start
    gap = scene.story.context.document.folded[end:start]
    dated = any(end <= u.start < start for u in scene.units if u.kind == "date")
    return None if dated or any(mark in gap for mark in SENTENCE_ENDS) else time


def put_right(scene: Scene, measures: MeasureList) -> Time | None:
    """The day that a correction gives a measure behind it: 受到…处分的日期应为2023年1月."""
    said: list[str] = []
    for at in range(measures.last + 1, min(measures.last + 1 + CORRECTED, len(scene.units))):
        unit = scene.units[at]
        if unit.kind == "date":
            return scene.times.get(unit.start) if said == ["noun.day", "verb.put-right"] else None
        said += [kind for kind in ("noun.day", "verb.put-right") if scene.is_a(at, kind)]
    return None


def court(
    scene: Scene, measures: MeasureList, agents: tuple[Atom, ...], parties: tuple[Atom, ...]
) -> tuple[Atom, ...]:
    """Who gives a penalty is a court; other bodies only transfer, arrest and prosecute.

    The court of a sentence before is that of the persons it named, not of any other spoken of later.
    """
    penal = any(scene.lexicon.is_a(m.value.name, "measure.penal") for m in measures.atoms)
    if not penal or any(a.kind == "agency" and a.value.kind == "Court" for a in agents):
        return agents
    courts = [a for a in scene.line if a.kind == "agency" and a.value.kind == "Court"]
    tried = scene.story.tried
    named = {p.value.name if p.kind == "person" else getattr(p.value, "label", "") for p in parties}
    others_case = tried and tried.isdisjoint(named)
    return some(courts[-1] if courts else None if others_case else scene.story.court)
