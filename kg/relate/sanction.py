"""Sanctions, measures and court outcomes: a list of measures, what governs it, whom it falls on, who decided.

The measure is the anchor. Passive words before it (受到, 被) make the subject its target; giving words (给予,
责令) take what stands between them and it, or what an object marker introduces; a bare measure is read by the
clause it stands in. A sanction without a party makes no claim.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.apportioned import apportioned
from kg.relate.claim import Claim, Filler, filler
from kg.relate.deciding import announce, court, decider, judged, lead, put_right, told_with
from kg.relate.measures import MeasureList, governing, lists, open_yet, planned, proposal, usable
from kg.relate.story import Scene
from kg.relate.suffering import accused, carried, nameless, own, parts, referred, target
from kg.values import OWN_NAMES, GroupValue, MeasureValue


def sanction(scene: Scene) -> list[Claim]:
    """The sanction, judicial and removal claims of a sentence."""
    claims: list[Claim] = []
    lead(scene)
    announce(scene)
    found = lists(scene)
    claims += broken_down(scene)
    for before, measures in zip([None, *found], found, strict=False):
        proposed = planned(scene, measures) or still_proposed(scene)
        goes_on = proposed and scene.listing and not only_this(scene, measures)
        scene.story.proposed = scene.end if goes_on else -1
        if not proposed and not usable(scene, measures):
            note(scene, measures)
            continue
        voice, governor = governing(scene, measures)
        targets = own(scene, before, measures, governor) or target(scene, measures, voice, governor)
        targets = referred(scene, measures, targets)
        if any(personal(m.value) or (bare(m.value) and penal(scene, measures)) for m in measures.atoms):
            targets = tuple(t for t in targets if t.kind != "agency")
        if any(m.value.scheme == "criminal" for m in measures.atoms):
            targets = tuple(t for t in targets if accused(t)) or carried(scene, measures)
        agents = decider(scene, measures, voice, governor, targets)
        if targets:
            told = distribute(scene, measures, targets, agents)
            told += distribute(scene, measures, parts(scene, measures.last, targets), agents)
            told = [c for whole in told for c in apportioned(scene, measures.first, whole)]
            scene.story.counted = (measures, targets, agents)
            claims += [replace(c, stance="planned") for c in told] if proposed else told
            scene.story.sanctioned = targets
        elif scene.unread(measures.first) or nameless(scene, measures.first):
            scene.doubt("E01", f"whom it falls on was not read: {names(measures)}")
    return claims


def only_this(scene: Scene, measures: MeasureList) -> bool:
    """Whether only the act at hand is planned (拟给予), not the list that it may begin (建议对…；责成…)."""
    at = proposal(scene, measures.first)
    return at is not None and scene.is_a(at, "modal.plan")


def still_proposed(scene: Scene) -> bool:
    """Whether a sentence without a subject goes on with a list of proposals (建议对甲…；责成|乙…)."""
    return scene.story.proposed == scene.start and scene.is_a(0, "voice.active", "prep.object")


def broken_down(scene: Scene) -> list[Claim]:
    """The claims of a sentence that breaks down the party sanctioned in the one before (其中,…)."""
    if scene.story.counted is None or not scene.is_a(0, "list.of-which") or scene.holds("trigger"):
        return []
    measures, targets, agents = scene.story.counted
    found = tuple(a for a in parts(scene, 0, targets) if not objects(scene, a))
    given = [m for m in measures.atoms if kind_of(m.value) == "sanction"]
    return claims_of(scene, "sanction", found, given, agents, None) if found and given else []


def objects(scene: Scene, atom: Atom) -> bool:
    """Whether a party has measures of its own in the sentence (其中,对|4名干部|给予…; 其中3人被…)."""
    at = next(at for at, unit in enumerate(scene.units) if atom in unit.heads)
    clause = scene.units[at].clause
    behind = range(at + 1, len(scene.units))
    undergoes = any(scene.is_a(n, "voice.passive") and scene.units[n].clause == clause for n in behind)
    return undergoes or scene.is_a(at - 1, "prep.object")


def note(scene: Scene, measures: MeasureList) -> None:
    """Put on record that persons are named beside measures that are not told as given."""
    if any(a.kind == "person" for a in scene.line) and open_yet(scene, measures.first):
        scene.doubt("E04", f"not told as given: {names(measures)}")


def names(measures: MeasureList) -> str:
    """The measures of a list in words."""
    return " ".join(m.value.name for m in measures.atoms)


def distribute(
    scene: Scene, measures: MeasureList, targets: tuple[Atom, ...], agents: tuple[Atom, ...]
) -> list[Claim]:
    """One claim a group of measures; 分别 pairs parties and measures in order."""
    if not targets:
        return []
    time = scene.date_near(
        measures.first, period=any(isinstance(t.value, GroupValue) and not t.value.rest_of for t in targets)
    )
    if time is None and agents and agents == scene.story.decider:
        time = scene.story.decided
    time = put_right(scene, measures) or time or told_with(scene, measures) or judged(scene, measures)
    if time is not None:
        scene.story.told = (time, scene.units[measures.last].end)
    respective = scene.before(measures.first, "respectively", clause=False) is not None
    pairs: list[tuple[tuple[Atom, ...], tuple[Atom, ...]]]
    if respective and len(targets) == len(measures.atoms) > 1:
        pairs = [((t,), (m,)) for t, m in zip(targets, measures.atoms, strict=True)]
    elif respective and alternatives(measures) and uneven(scene, targets) and not counted(targets):
        scene.doubt("E01", f"who of several was given which: {names(measures)}")
        return []
    else:
        # 分别拘留10日、7日 gives each another term; 分别拘留10日 gives all the same
        apart = respective and len(targets) > 1 and scene.is_a(measures.last + 1, "list.join")
        given = tuple(untimed(m) for m in measures.atoms) if apart else measures.atoms
        pairs = [(targets, given)]
    out: list[Claim] = []
    for parties, given in pairs:
        for kind in ("sanction", "judicial", "removal"):
            chosen = [m for m in given if kind_of(m.value) == kind]
            if chosen and kind == "removal" and either(scene, measures):
                scene.doubt("E01", f"told as one of two: {names(measures)}")
            elif chosen:
                by = court(scene, measures, official(agents), parties) if kind == "judicial" else agents
                out += claims_of(scene, kind, parties, chosen, by, time)
    return out


def personal(value: MeasureValue) -> bool:
    """Whether only a person can be given a measure: any penalty of Party or state but those against bodies.

    Sources: 中国共产党纪律处分条例 第八、九条; 公职人员政务处分法 第七条.
    """
    of_bodies = value.code.startswith(("org-", "unspecified"))
    return value.scheme in ("party-sanction", "gov-sanction", "admin-sanction") and not of_bodies


def bare(value: MeasureValue) -> bool:
    """Whether a penalty is named without its order (记过): still one of Party or state."""
    return value.scheme == "sanction" and not value.code.startswith(("org-", "unspecified"))


def penal(scene: Scene, measures: MeasureList) -> bool:
    """Whether penalties named without an order are those of officials (警告处分): firms are only warned."""
    ends = scene.units[measures.last].text, scene.units[min(measures.last + 1, len(scene.units) - 1)].text
    called = any(scene.lexicon.is_a(text, "measure.suffix") for text in ends)
    return called or any(m.value.code != "warning" for m in measures.atoms)


def official(agents: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The bodies that may act in a criminal case: no firm and no school does."""
    return tuple(a for a in agents if a.kind != "agency" or a.value.kind not in OWN_NAMES)


def untimed(measure: Atom) -> Atom:
    """A measure without its duration, where each of several was given another (分别…10日、7日)."""
    return replace(measure, value=replace(measure.value, term=""))


def alternatives(measures: MeasureList) -> bool:
    """Whether a list holds several measures that one person is hardly given all; penalties go together."""
    return len(measures.atoms) > 1 and not all(m.value.scheme == "criminal" for m in measures.atoms)


def counted(targets: tuple[Atom, ...]) -> bool:
    """Whether all that is dealt with is one counted party: together it was given all of the measures."""
    return len(targets) == 1 and isinstance(targets[0].value, GroupValue)


def uneven(scene: Scene, targets: tuple[Atom, ...]) -> bool:
    """Whether several share different measures and it cannot be told who was given which."""
    first = next((at for at, u in enumerate(scene.units) if targets[0] in u.heads), 0)
    before = first > 1 and scene.is_a(first - 1, "list.join") and scene.units[first - 2].kind == "word"
    behind = scene.is_a(first + 1, "list.join") and scene.units[first + 2].kind == "word"
    return len(targets) > 1 or before or behind


def either(scene: Scene, measures: MeasureList) -> bool:
    """Whether a list tells of one measure or another (免职或调离岗位6人): which is not told."""
    return any(scene.is_a(at, "join.or") for at in range(measures.first, measures.last))


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
    """被免职: the person loses the post that the sentence names last, if it names any."""
    fillers = [filler("target", party)]
    name = party.value.name if party.kind == "person" else None
    posts = [post for person, post in scene.found.posts if person.value.name == name]
    if posts:
        fillers.append(Filler("title", posts[-1].title))
        if posts[-1].agency is not None:
            fillers.append(Filler("agency", posts[-1].agency))
    fillers += [filler("agent", a) for a in agents]
    return Claim(
        "removal", tuple(fillers), scene.start, scene.end, "relate.sanction.removal", time=time or Time()
    )
