"""Sanctions, measures and court outcomes: a list of measures, what governs it, whom it falls on, who decided.

The measure is the anchor. Passive words before it (受到, 被) make the subject its target; giving words (给予,
责令) take what stands between them and it, or what an object marker introduces; a bare measure is read by the
clause it stands in. A sanction without a party makes no claim.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Issue, Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.measures import MeasureList, governing, lists, open_yet, planned, usable
from kg.relate.parties import (
    acting_place,
    all_acting,
    answerable,
    approving,
    between,
    by_agent,
    marked,
    pronoun,
    subject,
)
from kg.relate.story import Scene
from kg.relate.units import CLAUSE_ENDS
from kg.values import GroupValue, MeasureValue

JUSTICE = frozenset({"Court", "Procuratorate", "PublicSecurityOrgan"})
"""Classes of bodies that accuse and judge."""
SENTENCE_ENDS = "。！？\n"
"""Marks behind which a date told before holds no more."""


def sanction(scene: Scene) -> list[Claim]:
    """The sanction, judicial and removal claims of a sentence."""
    claims: list[Claim] = []
    lead(scene)
    found = lists(scene)
    for before, measures in zip([None, *found], found, strict=False):
        proposed = planned(scene, measures)
        if not proposed and not usable(scene, measures):
            note(scene, measures)
            continue
        voice, governor = governing(scene, measures)
        targets = own(scene, before, measures, governor) or target(scene, measures, voice, governor)
        if any(m.value.scheme == "criminal" for m in measures.atoms):
            targets = tuple(t for t in targets if accused(t)) or carried(scene, measures)
        agents = decider(scene, measures, voice, governor, targets)
        if targets:
            told = distribute(scene, measures, targets, agents)
            told += distribute(scene, measures, parts(scene, measures, targets), agents)
            claims += [replace(c, stance="planned") for c in told] if proposed else told
            scene.story.sanctioned = targets
    return claims


def parts(scene: Scene, measures: MeasureList, targets: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The counted parts of a counted party that a clause behind breaks down (…59人,其中厅级5人、处级20人)."""
    if not all(isinstance(t.value, GroupValue) and t.value.unit == "person" for t in targets):
        return ()
    total = max(t.value.count for t in targets)
    lead = next(
        (at for at in range(measures.last, len(scene.units)) if scene.is_a(at, "list.of-which")), None
    )
    if lead is None:
        return ()
    found: list[Atom] = []
    for unit in scene.units[lead + 1 :]:
        counted = [a for a in unit.of("group") if a.value.unit == "person" and a.value.count < total]
        if unit.kind in ("measure", "date") or (unit.kind == "party" and not counted):
            break
        found += counted
    return tuple(found)


def note(scene: Scene, measures: MeasureList) -> None:
    """Put on record that persons are named beside measures that are not told as given."""
    named = any(a.kind == "person" for a in scene.line)
    if named and open_yet(scene, measures.first):
        document = scene.story.context.document
        start, end = scene.start, scene.end
        names = " ".join(m.value.name for m in measures.atoms)
        found = Issue("E04", document.id, start, end, document.text[start:end], f"not told as given: {names}")
        scene.story.context.issues.append(found)


def accused(atom: Atom) -> bool:
    """Whether a party may stand before a court: no organ of justice, which brings the charge or hears it."""
    return atom.kind != "agency" or atom.value.kind not in JUSTICE


def lead(scene: Scene) -> None:
    """A sentence in which a body deals with those responsible: it decided the sanctions told after it."""
    if not scene.holds("act.handling"):
        return
    for index, unit in enumerate(scene.units):
        passive = scene.is_a(index - 1, "voice.passive")
        if unit.kind == "party" or passive or not scene.is_a(index, "act.handling"):
            continue
        handled = any(is_handled(scene, at) for at in range(len(scene.units)))
        chain = approving(scene, index) or all_acting(scene, index)
        agents = chain or some(acting_place(scene, index)) if handled else ()
        if agents and not scene.modal(index, "modal.must", "modal.plan"):
            story = scene.story
            story.decider, story.decided, story.handling = agents, scene.date_near(index), agents
            whole = agents[0].kind != "place"
            story.handled_until = len(story.context.document.folded) if whole else paragraph_end(scene)
            return


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
    if voice != "passive" and not marked(scene, measures.first) and other_object(scene, measures):
        return ()
    if voice == "active":
        found = between(scene, governor, measures.first) or pronoun(scene, governor, measures.first)
        found = found or after(scene, measures) or obliged(scene, measures)
        found = found or tuple(a for a in subject(scene, governor) if a.kind == "person")
    elif voice == "passive":
        if scene.is_a(measures.last + 1, "particle.of") and scene.is_a(measures.last + 2, "noun.problem"):
            return ()
        found = after(scene, measures) or pronoun(scene, 0, governor) or subject(scene, governor)
        found = falsely(scene, found, governor)
    else:
        found = obliged(scene, measures) or after(scene, measures) or verbal(scene, measures)
        if not found and all(
            m.value.scheme == "accountability" or m.value.code == "unspecified" for m in measures.atoms
        ):
            return ()
        found = found or pronoun(scene, 0, measures.first) or subject(scene, measures.first)
        return found or tuple(a for a in scene.story.sanctioned if a.kind != "group")
    return found or carried(scene, measures)


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
    """The person right behind a measure that is a verb of its own (某县纪委约谈局长某某)."""
    at = measures.last + 1
    unit = scene.units[at] if at < len(scene.units) else None
    return unit.of("person") if unit is not None and unit.kind == "party" else ()


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
    for at in range(first, len(scene.units)):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("group"):
            found += unit.of("group")
        elif not scene.is_a(at, "list.join"):
            break
    return tuple(found)


def carried(scene: Scene, measures: MeasureList) -> tuple[Atom, ...]:
    """The party of the sanction before, or the one the text is about, where a clause names none."""
    story = scene.story
    if other_object(scene, measures):
        return ()
    here = tuple(a for a in scene.line if a.kind == "person" and a.end <= scene.units[measures.first].start)
    if not here and nameless(scene, measures.first):
        return ()
    return here[-1:] or tuple(a for a in story.sanctioned if a.kind != "group") or story.topic_persons()


def nameless(scene: Scene, index: int) -> bool:
    """Whether posts stand before a unit whose holder was not read: someone else than was spoken of before."""
    return any(
        scene.units[at].kind == "title"
        and scene.units[at - 1].kind == "party"
        and not any(scene.is_a(n, "mod.holds", "mod.former") for n in range(at))
        for at in range(1, index)
    )


def other_object(scene: Scene, measures: MeasureList) -> bool:
    """Whether the clause names an object of its own that is no known party (将涉嫌犯罪的人员移送…)."""
    clause = scene.units[measures.first].clause
    own = [at for at in range(measures.first) if scene.units[at].clause == clause]
    if any(
        scene.is_a(at, "anaphor.person")
        or (scene.units[at].kind == "party" and scene.units[at].of("person", "group"))
        for at in own
    ):
        return False
    return any(scene.is_a(at, "prep.object", "noun.unnamed") for at in own) or scene.is_a(
        measures.last + 1, "noun.unnamed"
    )


def decider(
    scene: Scene, measures: MeasureList, voice: str, governor: int, targets: tuple[Atom, ...]
) -> tuple[Atom, ...]:
    """Who decided: the marked agent, the chain of approval, the acting body, or the bodies acting before."""
    agents = by_agent(scene, measures.first)
    if not agents and voice != "passive":
        agents = approving(scene, measures.first) or all_acting(scene, governor)
        if not agents and targets and targets[0].kind == "group":
            agents = some(acting_place(scene, governor))
        agents = others(agents, targets)
        if agents:
            date, story = scene.date_near(measures.first), scene.story
            same = [a.value for a in story.decider] == [a.value for a in agents]
            story.decider, story.decided = agents, date or (story.decided if same else None)
        agents = scene.story.decider
    if not agents and scene.start < scene.story.handled_until:
        agents = scene.story.handling
    return others(agents, targets)


def some(atom: Atom | None) -> tuple[Atom, ...]:
    """One atom or none as a tuple."""
    return () if atom is None else (atom,)


def others(agents: tuple[Atom, ...], targets: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The agents that are no targets themselves."""
    return tuple(a for a in agents if a not in targets)


def distribute(
    scene: Scene, measures: MeasureList, targets: tuple[Atom, ...], agents: tuple[Atom, ...]
) -> list[Claim]:
    """One claim a group of measures; 分别 pairs parties and measures in order."""
    if not targets:
        return []
    time = scene.date_near(measures.first, period=any(isinstance(t.value, GroupValue) for t in targets))
    if time is None and agents and agents == scene.story.decider:
        time = scene.story.decided
    time = time or told_with(scene, measures)
    if time is not None:
        scene.story.told = (time, scene.units[measures.last].end)
    respective = scene.before(measures.first, "respectively", clause=False) is not None
    pairs: list[tuple[tuple[Atom, ...], tuple[Atom, ...]]]
    if respective and len(targets) == len(measures.atoms) > 1:
        pairs = [((t,), (m,)) for t, m in zip(targets, measures.atoms, strict=True)]
    elif respective and len(measures.atoms) > 1 and uneven(scene, targets):
        return []
    else:
        pairs = [(targets, measures.atoms)]
    out: list[Claim] = []
    for parties, given in pairs:
        for kind in ("sanction", "judicial", "removal"):
            chosen = [m for m in given if kind_of(m.value) == kind]
            if chosen:
                by = court(scene, measures, agents) if kind == "judicial" else agents
                out += claims_of(scene, kind, parties, chosen, by, time)
    return out


def uneven(scene: Scene, targets: tuple[Atom, ...]) -> bool:
    """Whether several share different measures and it cannot be told who was given which."""
    first = next((at for at, u in enumerate(scene.units) if targets[0] in u.heads), 0)
    unread = first > 1 and scene.is_a(first - 1, "list.join") and scene.units[first - 2].kind == "word"
    return len(targets) > 1 or unread


def told_with(scene: Scene, measures: MeasureList) -> Time | None:
    """The date of the sanction before, where the text goes on in the same breath (…受到警告;乙受到记过)."""
    if scene.story.told is None:
        return None
    time, end = scene.story.told
    start = scene.units[measures.first].start
    gap = scene.story.context.document.folded[end:start]
    dated = any(end <= u.start < start for u in scene.units if u.kind == "date")
    return None if dated or any(mark in gap for mark in SENTENCE_ENDS) else time


def court(scene: Scene, measures: MeasureList, agents: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Who gives a penalty is a court; other bodies only transfer, arrest and prosecute."""
    penal = any(scene.lexicon.is_a(m.value.name, "measure.penal") for m in measures.atoms)
    if not penal or any(a.kind == "agency" and a.value.kind == "Court" for a in agents):
        return agents
    courts = [a for a in scene.line if a.kind == "agency" and a.value.kind == "Court"]
    return some(courts[-1] if courts else scene.story.court)


def kind_of(value: MeasureValue) -> str:
    """The type of event a measure makes."""
    if value.scheme == "criminal":
        return "judicial"
    return "removal" if value.code == "dismissal" else "sanction"


def claims_of(
    scene: Scene,
    kind: str,
    parties: tuple[Atom, ...],
    given: list[Atom],
    agents: tuple[Atom, ...],
    time: Time | None,
) -> list[Claim]:
    """Claims of one type for some parties."""
    if kind == "removal":
        return [removal(scene, party, agents, time) for party in parties if party.kind in ("person", "group")]
    base = [*(filler("target", p) for p in parties), *(filler("agent", a) for a in agents)]
    split = [[m] for m in given] if kind == "judicial" else [given]
    out = []
    for some in split:
        extra = [filler("measure", m) for m in some]
        terms = [Filler("term", m.value.term, m.start, m.end) for m in some if m.value.term]
        out.append(
            Claim(
                kind, (*base, *extra, *terms), scene.start, scene.end, "relate.sanction", time=time or Time()
            )
        )
    return out


def removal(scene: Scene, party: Atom, agents: tuple[Atom, ...], time: Time | None) -> Claim:
    """被免职: the person loses the post named last."""
    fillers = [filler("target", party)]
    posts = scene.story.posts.get(party.value.name, []) if party.kind == "person" else []
    if posts:
        fillers.append(Filler("title", posts[-1].title))
        if posts[-1].agency is not None:
            fillers.append(Filler("agency", posts[-1].agency))
    fillers += [filler("agent", a) for a in agents]
    return Claim(
        "removal", tuple(fillers), scene.start, scene.end, "relate.sanction.removal", time=time or Time()
    )
