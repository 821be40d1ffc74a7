"""Whom measures fall on. "Who is punished?".

The parties that the voice of the construction points at: the subject of a passive, what stands between a
giving word and its measure, a counted party behind it, or the one that the text goes on about.
"""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.measures import MeasureList
from kg.relate.parties import (
    answerable,
    between,
    counted_next,
    marked,
    pronoun,
    subject,
)
from kg.relate.story import Scene
from kg.relate.units import CLAUSE_ENDS, last_of
from kg.values import OWN_NAMES, GroupValue

SEVERAL = 2
"""Persons from which a text has more than one whom a penalty may fall on."""


def parts(scene: Scene, last: int, targets: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The counted parts of a counted party that a clause behind breaks down (…59人,其中厅级5人、处级20人).

    What is told to be done to further ones ends them (,对3人给予…).
    """
    if not all(isinstance(t.value, GroupValue) and t.value.unit == "person" for t in targets):
        return ()
    total = max(t.value.count for t in targets)
    lead = next((at for at in range(last, len(scene.units)) if leads(scene, at)), None)
    if lead is None:
        return ()
    found: list[Atom] = []
    for unit in scene.units[lead + 1 :]:
        counted = [a for a in unit.of("group") if a.value.unit == "person" and a.value.count < total]
        dealt = bool(found) and scene.lexicon.is_a(unit.text, "prep.object")
        if dealt or unit.kind in ("measure", "date") or (unit.kind == "party" and not counted):
            break
        found += counted
    return tuple(found)


def referred(scene: Scene, measures: MeasureList, targets: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The targets, where they are counted by a pronoun (将二人移送…) the persons it stands for."""
    if len(targets) != 1 or not scene.lexicon.is_a(targets[0].text, "anaphor.persons"):
        return targets
    return last_of(scene.persons_before(measures.first), targets[0].value.count) or targets


def accused(atom: Atom) -> bool:
    """Whether a party may stand before a court: a person, or a body that does business; no organ does."""
    return atom.kind != "agency" or atom.value.kind in OWN_NAMES


def leads(scene: Scene, at: int) -> bool:
    """Whether a unit opens the parts of what was counted: 其中, or 中 right behind the count."""
    among = scene.is_a(at, "list.among") and at > 0 and bool(scene.units[at - 1].of("group"))
    return among or scene.is_a(at, "list.of-which")


def own(scene: Scene, before: MeasureList | None, measures: MeasureList, governor: int) -> tuple[Atom, ...]:
    """The party of the second measures that one word gives (给予甲警告、乙诫勉; 给予…处分38人、移送2人)."""
    if before is None or before.last <= governor:
        return ()
    first = before.last + 1
    while scene.is_a(first, "measure.suffix"):
        first += 1
    behind = after(scene, measures)
    if behind and scene.units[first].heads == after(scene, before):
        return behind
    clause = next(i for i, u in enumerate(scene.units) if u.clause == scene.units[measures.first].clause)
    return between(scene, max(before.last, clause - 1), measures.first)


def target(scene: Scene, measures: MeasureList, voice: str, governor: int) -> tuple[Atom, ...]:
    """The parties a list of measures falls on."""
    told = marked(scene, measures.first) or after(scene, measures)
    if voice != "passive" and not told and other_object(scene, measures):
        return ()
    if any(m.rule.endswith("split") for m in measures.atoms):
        return verbal(scene, measures) or after(scene, measures)
    if voice == "active":
        found = between(scene, governor, measures.first) or pronoun(scene, governor, measures.first)
        found = found or after(scene, measures) or obliged(scene, measures)
        found = found or tuple(a for a in subject(scene, governor) if a.kind == "person")
    elif voice == "passive" and unnamed_holder(scene, governor):
        return after(scene, measures)
    elif voice == "passive":
        if unnamed_behind(scene, measures):
            return ()
        found = (
            whose(scene, measures)
            or after(scene, measures)
            or pronoun(scene, 0, governor)
            or subject(scene, governor)
        )
        found = falsely(scene, found, governor)
    else:
        found = obliged(scene, measures) or after(scene, measures) or verbal(scene, measures)
        if not found and (
            does(scene, measures)
            or all(
                m.value.scheme == "accountability" or m.value.code == "unspecified" for m in measures.atoms
            )
        ):
            return ()
        found = found or pronoun(scene, 0, measures.first) or subject(scene, measures.first)
        return found or tuple(a for a in scene.story.sanctioned if a.kind != "group")
    return found or carried(scene, measures)


def unnamed_behind(scene: Scene, measures: MeasureList) -> bool:
    """Whether measures are an attribute of a problem or of people not named (受处分|人员, 受到…的|问题)."""
    of = scene.is_a(measures.last + 1, "particle.of")
    return scene.is_a(measures.last + 1 + of, *(("noun.problem",) if of else ("noun.unnamed",)))


def whose(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """The person of whom measures are an attribute (受到留党察看处分的|某村书记某某)."""
    at = measures.last + 1 + scene.is_a(measures.last + 1, "measure.suffix")
    if not scene.is_a(at, "particle.of") or at + 1 >= len(scene.units):
        return ()
    return scene.units[at + 1].of("person")


def unnamed_holder(scene: Scene, governor: int) -> bool:
    """Whether a post without a name stands before a passive (…,局长受到…): who holds it is not told."""
    for at in range(governor - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "title":
            before = scene.units[at - 1] if at else None
            if before is not None and before.of("person") and before.end == unit.start:
                return False
            return not any(scene.is_a(n, "mod.holds") for n in range(at))
        if scene.is_a(at, "noun.responsible") or (at == governor - 1 and scene.is_a(at, "particle.of")):
            return True
        if unit.text == "，" and at > 0 and scene.is_a(at - 1, "party.person") and not scene.unread(at - 1):
            return True  # 部分…机关干部,也被…
        if unit.kind != "word" or scene.is_a(at, "anaphor.person"):
            return False
    return False


def obliged(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """The marked party, cases left out; or the counted party whose measures are told (14名干部的处分)."""
    found = tuple(a for a in marked(scene, measures.first) if answerable(a))
    if (
        not found
        and scene.is_a(measures.first - 1, "particle.of")
        and scene.units[measures.first - 2].kind == "party"
    ):
        found = scene.units[measures.first - 2].of("group")
    return found


def falsely(scene: Scene, found: tuple[Atom, ...], governor: int) -> tuple[Atom, ...]:
    """The accuser in place of the accused, where one is punished for a false accusation (诬告某某,被拘留)."""
    for at in range(governor):
        if scene.is_a(at, "verb.false-accusation"):
            told = [a for u in scene.units[:at] if u.kind == "party" for a in u.of("person")]
            names = {a.value.name for a in told}
            if told and not any(a.kind == "person" and a.value.name in names for a in found):
                return (told[0],)
    return found


def verbal(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """Whoever stands right behind a measure that is a verb of its own (某县纪委约谈局长某某, 约谈了某市政府).

    That a person was talked to in the course of a case (约谈了某某) is told in the same words: no measure.
    """
    told = scene.is_a(measures.last + 1, "aspect")
    at = measures.last + 1 + told
    unit = scene.units[at] if at < len(scene.units) else None
    if unit is None or unit.kind != "party":
        return ()
    acts = any(u.kind == "party" and u.of("agency") for u in scene.units[: measures.first])
    return (() if told else unit.of("person")) or (unit.of("agency") if acts else ())


def does(scene: Scene, measures: MeasureList) -> bool:
    """Whether a measure is a verb with an object of its own (约谈|了|某市…), so that its subject gives it."""
    at = measures.last + 1
    if scene.is_a(at, "aspect") and not scene.is_a(at, "particle.of"):
        return True
    unit = scene.units[at] if at < len(scene.units) else None
    if unit is None or unit.kind != "party":
        return unit is not None and unit.kind == "title" and unit.start == scene.units[at - 1].end
    return bool(unit.of("agency", "place"))


def after(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """A counted party right behind the measures: 给予党纪处分728人, 受到…处分的…共105人."""
    for at in range(measures.last + 1, min(measures.last + 8, len(scene.units))):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("group"):
            near = at == measures.last + 1 or scene.is_a(
                measures.last + 1, "measure.suffix", "particle.of", "aspect", "count.lead"
            )
            return counted_list(scene, at) if near else ()
        if (
            unit.kind not in ("word", "title") and not scene.is_a(at, "list.join")
        ) or unit.text in CLAUSE_ENDS:
            break
    return ()


def counted_list(scene: Scene, first: int) -> tuple[Atom, ...]:
    """A counted party and those that follow it in a list without a verb (省部级干部10人，厅局级干部691人)."""
    found: list[Atom] = []
    at: int | None = first
    while at is not None:
        found += scene.units[at].of("group")
        at = counted_next(scene, at)
    return tuple(found)


def carried(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """The party of the sanction before, or the one the text is about, where a clause names none."""
    story = scene.story
    if other_object(scene, measures):
        return ()
    if far(scene, measures):
        return ()
    here = tuple(a for a in scene.line if a.kind == "person" and a.end <= scene.units[measures.first].start)
    if not here and (nameless(scene, measures.first) or scene.unread(measures.first)):
        return ()
    return here[-1:] or tuple(a for a in story.sanctioned if a.kind != "group") or story.topic_persons()


def far(scene: Scene, measures: MeasureList) -> bool:
    """Whether a penalty is told in another paragraph than any of the several persons spoken of so far."""
    persons = scene.story.persons
    penal = any(m.value.scheme == "criminal" for m in measures.atoms)
    if not penal or len({p.value.name for p in persons}) < SEVERAL:
        return False
    return "\n" in scene.story.context.document.folded[persons[-1].end : scene.start]


def nameless(scene: Scene, index: int) -> bool:
    """Whether posts stand before a unit whose holder was not read: someone else than was spoken of before."""
    return any(
        scene.units[at].kind == "title"
        and not any(scene.is_a(n, "mod.holds", "mod.former") for n in range(at))
        for at in range(index)
    )


def other_object(scene: Scene, measures: MeasureList) -> bool:
    """Whether the clause names an object of its own that is no known party (将涉嫌犯罪的人员移送…).

    A pronoun is then that object (对其他责任人员，根据其责任给予…).
    """
    clause = scene.units[measures.first].clause
    own = [at for at in range(measures.first) if scene.units[at].clause == clause]
    if any(scene.units[at].kind == "party" and scene.units[at].of("person", "group") for at in own):
        return False
    fronted = [at for at in range(measures.first) if scene.units[at].clause == clause - 1]
    ends = fronted[-2:-1]  # the last unit is the comma
    if any(scene.is_a(at, "noun.unnamed") for at in ends) and scene.is_a(fronted[0], "prep.object"):
        return True
    if any(scene.is_a(at, "anaphor.person") for at in own):
        return False
    beside = any(scene.is_a(at, "prep.object", "noun.unnamed") for at in own)
    return beside or scene.is_a(measures.last + 1, "noun.unnamed")
