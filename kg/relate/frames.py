"""The general engine: reads ``ontology/frames.tsv`` and fills the frame of every trigger word.

A frame row says, for an event type and the voice of its trigger, which role is filled by what kind of thing
standing where. A domain reader adds an event type by adding rows and trigger words; nothing here changes.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon, remembered
from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.apportioned import apportioned
from kg.relate.claim import Claim, Filler, filler
from kg.relate.clearing import circumstances, since
from kg.relate.feedback import is_team
from kg.relate.positions import POSITIONS, Slot, fits
from kg.relate.story import Scene
from kg.relate.suffering import parts
from kg.values import GroupValue

UNDERGOING = ("voice.undergo", "voice.undergone")
"""Kinds of words that turn what is done into what is undergone."""
ITEM = 80
"""Characters of the heading of a list's first item, at most."""
DOUBTABLE = frozenset({"investigation"})
"""Events that are none where the sentence proposes, asks or denies them."""


def frames(scene: Scene) -> list[Claim]:
    """The claims of every trigger of a sentence that the frames table knows."""
    claims: list[Claim] = []
    if not scene.holds("trigger"):
        return claims
    triggers = scene.lexicon.kind("trigger")
    acts = {triggers[u.text].value for u in scene.units if u.kind == "word" and u.text in triggers}
    for index, unit in enumerate(scene.units):
        word = triggers.get(unit.text) if unit.kind in ("word", "measure", "method", "title") else None
        if word is None or (unit.kind == "method" and word.value in acts):
            continue
        for reading in word.value.split("|"):
            event, _, voice = reading.partition(".")
            turns = (event, "passive") in scene.lexicon.frames
            if voice == "active" and turns and scene.before(index, *UNDERGOING) is not None:
                voice = "passive"
            claim = fill(scene, index, event, voice)
            if claim is not None:
                whole = apportioned(scene, index, claim)
                claims += [c for c in (*whole, *broken_down(scene, index, claim)) if c not in claims]
                break
    return claims


def broken_down(scene: Scene, index: int, claim: Claim) -> list[Claim]:
    """The same for the counted parts of a counted party sanctioned (42人…处理,其中厅级13人、县级23人)."""
    groups = tuple(
        a
        for u in scene.units
        for a in u.of("group")
        if claim.type == "sanction" and (a.start, a.end) in {(f.start, f.end) for f in claim.fillers}
    )
    told = tuple(filler("target", a) for a in (parts(scene, index, groups) if groups else ()))
    others = tuple(f for f in claim.fillers if f.role != "target")
    return [replace(claim, fillers=(*told, *others))] if told else []


def fill(scene: Scene, index: int, event: str, voice: str) -> Claim | None:
    """The claim of one trigger, or None where a needed role stays empty."""
    slots = slots_of(scene.lexicon, event, voice)
    if not slots or blocked(scene, index, event):
        return None
    if voice in ("count", "dealt") and counted_by_another(scene, index, voice):
        return None
    fillers: list[Filler] = []
    met: dict[str, bool] = {}
    for slot in slots:
        atoms = find(scene, index, slot)
        if event == "inspection" and slot.role == "target":
            atoms = tuple(a for a in atoms if not is_team(a.value, scene.lexicon))
        for need in slot.need.split(","):
            met[need] = met.get(need, False) or bool(atoms)
        fillers += [as_filler(slot.role, a) for a in atoms if slot.role != "-"]
    if not all(ok for need, ok in met.items() if need):
        return None
    own = unique(fillers)
    period = any(counts(f.value) for f in own) or event == "inspection"
    undated = scene.is_a(index + 1, "during") or voice == "fed-back"  # the day is that of the feedback
    time = None if undated else scene.date_near(index, period=period)
    if event == "exposure" and within_object(scene, index):
        time = None
    if event == "report":
        time = scene.dated(index) or time
    if event == "clearing":
        time = since(scene, index, own) or time
        own = (*own, *circumstances(scene, index, own))
    return Claim(
        event,
        own,
        scene.start,
        scene.end,
        f"relate.frames.{event}.{voice}",
        stance="planned" if scene.modal(index, "modal.plan") or to_come(scene, index) else "asserted",
        trigger=scene.units[index].text,
        time=time or Time(),
    )


def counts(value: object) -> bool:
    """Whether a value is a total; who closes a list of persons (甲等7人) is none."""
    return isinstance(value, GroupValue) and not value.rest_of


def to_come(scene: Scene, index: int) -> bool:
    """Whether the word for the future stands before a trigger or its object (将|对15个县|开展巡视)."""
    at = scene.before(index, "modal.future")
    if at is None:
        return False
    marks = scene.is_a(at + 1, "prep.object") and not scene.is_a(at + 1, "modal.future")
    return marks or at + 1 == index


def counted_by_another(scene: Scene, index: int, voice: str) -> bool:
    """Whether a measure before a trigger, or a measure or trigger behind it, is nearer to what is counted."""
    if any(scene.units[at].kind == "measure" for at in range(max(0, index - 2), index)):
        return True
    if voice == "dealt":
        return spelled_out(scene, index)
    behind = range(index + 1, len(scene.units))
    group = next((at for at in behind if scene.units[at].of("group")), index)
    clause = scene.units[index].clause
    return any(
        scene.units[at].kind == "measure" or (scene.is_a(at, "trigger") and scene.units[at].clause == clause)
        for at in range(index + 1, group)
    )


def spelled_out(scene: Scene, index: int) -> bool:
    """Whether the clause behind only says which measures it was (对93人作出严肃处理，分别给予党纪处分)."""
    clause = scene.units[index].clause + 1
    own = [at for at in range(index, len(scene.units)) if scene.units[at].clause == clause]
    first = next((at for at in own if scene.units[at].kind in ("measure", "party", "date")), None)
    gives = first is not None and scene.units[first].kind == "measure"
    return gives and any(scene.is_a(at, "voice.active") for at in own)


def within_object(scene: Scene, index: int) -> bool:
    """Whether the only dates before a trigger stand behind an object marker (将2013年查处的8起…通报)."""
    dates = [at for at in range(index) if scene.units[at].kind == "date"]
    marks = [at for at in range(index) if scene.is_a(at, "prep.object")]
    return bool(dates) and bool(marks) and all(at > marks[0] for at in dates)


def unique(fillers: list[Filler]) -> tuple[Filler, ...]:
    """Each role's values once, in order."""
    seen: dict[tuple[str, object], Filler] = {}
    for one in fillers:
        seen.setdefault((one.role, str(one.value)), one)
    return tuple(seen.values())


def blocked(scene: Scene, index: int, event: str) -> bool:
    """Whether the trigger is negated, or told as a duty."""
    clause = scene.units[index].clause
    for at in range(index):
        if scene.units[at].kind == "word" and scene.units[at].clause == clause and scene.is_a(at, "negation"):
            return True
    told = scene.is_a(index + 1, "particle.of") and of_whom(scene, index + 2)
    if event == "exposure" and (of_clearing(scene, index) or of_finding(scene, index)):
        return True
    if event in DOUBTABLE and (scene.doubted(index) or scene.before(index, "offence.traffic") is not None):
        return True
    return scene.modal(index, "modal.must") or (scene.is_a(index + 1, "trigger.not-act") and not told)


def of_clearing(scene: Scene, index: int) -> bool:
    """Whether what is counted behind a trigger is names cleared (通报7起澄清…典型问题): it exposes nobody."""
    triggers = scene.lexicon.kind("trigger")
    clears = tuple(text for text, word in triggers.items() if word.value.startswith("clearing"))
    clause = scene.units[index].clause
    behind = [u for u in scene.units[index + 1 :] if u.clause == clause]
    at = next((n for n, u in enumerate(behind) if u.of("group")), len(behind))
    told = "".join(u.text for u in behind[at:] if u.kind != "document")
    first = min((told.index(w) for w in clears if w in told), default=len(told))
    others = (w for w, word in triggers.items() if word.value.startswith("accusation"))
    cleared = first < len(told) and not any(w in told[:first] for w in others)
    return cleared or listed_clearings(scene, index, clears)


def listed_clearings(scene: Scene, index: int, clears: tuple[str, ...]) -> bool:
    """Whether the first case that a notice goes on to list is a name cleared (…如下：一、对…的澄清)."""
    text, behind = scene.story.context.document.folded, scene.end
    leads = text[:behind].endswith("：") and any(u.of("group") for u in scene.units)
    item = text[behind : behind + ITEM].lstrip().partition("。")[0]
    return leads and item.endswith(clears)


def of_finding(scene: Scene, index: int) -> bool:
    """Whether what is told is what a check of a person found (通报了对某某的|调查结果): it may be nothing."""
    clause = scene.units[index].clause
    behind = [at for at in range(index + 1, len(scene.units)) if scene.units[at].clause == clause]
    found = any(scene.is_a(at, "complaint.checked") and scene.is_a(at - 1, "particle.of") for at in behind)
    return found and not any(scene.units[at].of("group") for at in behind)


def of_whom(scene: Scene, at: int) -> bool:
    """Whether an act is told as an attribute: of those counted, those it is said of, or news announced."""
    behind = at + scene.is_a(at, "list.rest")  # 通报的|另外|3起案件
    counted = behind < len(scene.units) and bool(scene.units[behind].of("group"))
    news = scene.is_a(at, "noun.news") and scene.before(at, "verb.announce") is not None
    return counted or news or scene.is_a(at, "verb.being")


@remembered
def slots_of(lexicon: Lexicon, event: str, voice: str) -> list[Slot]:
    """The rows of a frame."""
    rows = lexicon.frames.get((event, voice), ())
    return [Slot(r[0], tuple(r[1].split()), tuple(r[2].split()), r[3]) for r in rows]


def find(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The atoms that fill a slot, by the first position that yields any."""
    for position in slot.positions:
        found = tuple(a for a in POSITIONS[position](scene, index, slot) if fits(a, slot.kinds))
        if found:
            return found
    return ()


def as_filler(role: str, atom: Atom) -> Filler:
    """The filler; a role named ``count`` takes the number of the group only."""
    if role == "count" and isinstance(atom.value, GroupValue):
        return Filler(role, atom.value.count, atom.start, atom.end)
    return filler(role, atom)
