"""Where a filler may stand: the positions that ``ontology/frames.tsv`` names, as functions over a sentence.

Each takes the sentence, the index of the trigger and the slot to fill, and gives the atoms that stand there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.recognise.line import Atom
from kg.relate.acting import all_acting, by_agent
from kg.relate.cleared import at_accused, at_complained, at_staff
from kg.relate.feedback import at_addressed, at_recent, at_team
from kg.relate.medium import at_dateline, at_previous, at_quoted, at_source
from kg.relate.parties import heading, is_marked, marked, opens, pronoun, subject
from kg.relate.story import Scene
from kg.relate.suffering import counted_list
from kg.values import AgencyValue, GroupValue, MeasureValue

CASE_REACH = 14
"""Units behind a trigger in which its object must begin."""
AROUND = ("list.join", "etc", "trigger", "inner.stop", "inner.never", "voice.active", "adverb.each")
"""Kinds of words that end a name they stand behind."""
TOLD_REACH = 3
"""Units between an uncounted problem and the trigger that tells of it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the frames table."""

    role: str
    kinds: tuple[str, ...]
    """person | agency | place | document | group.person | group.organisation | group.case | method …"""
    positions: tuple[str, ...]
    need: str
    """Marks (joined by commas): of all slots with one mark at least one must be filled."""


def fits(atom: Atom, kinds: tuple[str, ...]) -> bool:
    """Whether an atom is of one of the kinds."""
    if atom.kind == "group" and isinstance(atom.value, GroupValue):
        return f"group.{atom.value.unit}" in kinds
    if isinstance(atom.value, AgencyValue) and f"agency.{atom.value.kind}" in kinds:
        return True
    if isinstance(atom.value, MeasureValue):
        return atom.value.scheme in kinds
    if atom.kind == "word":
        return "word.problem" in kinds
    return atom.kind in kinds


def party_kinds(slot: Slot) -> tuple[str, ...]:
    """Atom kinds for a slot's kinds."""
    return tuple(dict.fromkeys(k.partition(".")[0] for k in slot.kinds))


def at_subject(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Unmarked party to the left."""
    if slot.role == "agent" and "agency" in slot.kinds:
        return all_acting(scene, index)
    return subject(scene, index, party_kinds(slot))


def at_opening(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party that opens the clause right before the trigger (…，全省|曝光12起)."""
    at = index - 1
    while at > 0 and scene.units[at].kind == "word" and scene.units[at].heads[0].pos[:1] in ("d", "t"):
        at -= 1  # 全省|先后|通报
    led = at >= 0 and scene.units[at].kind == "party" and opens(scene, at) and not is_marked(scene, at)
    own = led and scene.units[at].clause == scene.units[index].clause
    return scene.units[at].of("agency", "place") if own and not scene.units[at].of("person") else ()


def at_same_clause(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party that opens the trigger's own clause; none where another word does (其他人员受到处理)."""
    clause = scene.units[index].clause
    own = [at for at in range(index) if scene.units[at].clause == clause and not leads(scene, at)]
    if own and own[0] and scene.units[own[0] - 1].kind == "party":
        own.insert(0, own[0] - 1)  # a list of persons and posts that commas divide ends in this clause
    if not own:
        return heading(scene, index) if "person" in party_kinds(slot) else ()
    if scene.units[own[0]].kind != "party":
        return ()
    wanted = party_kinds(slot)
    fitting = (at for at in own if scene.units[at].of(*wanted) and not is_marked(scene, at))
    return next((scene.units[at].heads for at in fitting), ())


def at_accuser(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Who accuses: the subject of the word's own clause, or of the one before where it begins its clause."""
    clause = scene.units[index].clause
    own = [at for at in range(index) if scene.units[at].clause == clause and not leads(scene, at)]
    if scene.is_a(index - 1, "particle.of", "noun.lead"):
        return ()  # these, or somebody's, accusations
    if scene.is_a(index - 1, "verb.faces"):
        return ()  # who faces them makes none
    return at_same_clause(scene, index, slot) if own else subject(scene, index, party_kinds(slot))


def leads(scene: Scene, at: int) -> bool:
    """Whether a unit only leads to a clause's subject: a date, a word that links."""
    return scene.units[at].kind == "date" or scene.is_a(at, "clause.opener")


def at_place(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """An unmarked division to the left, where no body is named: a place that acts."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("place") and not is_marked(scene, at):
            return unit.of("place")[-1:]
    return ()


def at_object(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The first fitting party behind the trigger, before the sentence ends."""
    for unit in scene.units[index + 1 : index + 1 + CASE_REACH]:
        if unit.clause != scene.units[index].clause:
            break
        atoms = tuple(a for a in unit.heads if unit.kind in ("party", "document") and fits(a, slot.kinds))
        if atoms:
            return atoms
    return ()


def at_next(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party right behind the trigger, with the counted ones listed after it."""
    found: list[Atom] = []
    for at in range(index + 1, len(scene.units)):
        unit = scene.units[at]
        if unit.kind == "party" and (at == index + 1 or unit.of("group")):
            found += unit.heads
        elif not scene.is_a(at, *(("list.join", "noun.rank") if found else ("aspect",))):
            break
    return tuple(found)


def at_predicated(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party that a trigger with 的 is said of behind a verb of being (立案调查的|还|有|甲某、乙某)."""
    if not scene.is_a(index + 1, "particle.of"):
        return ()
    named = index + 3 < len(scene.units) and scene.is_a(index + 2, "verb.being")
    return scene.units[index + 3].heads if named else ()


def at_marked(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party behind an object marker."""
    return marked(scene, index, party_kinds(slot))


def at_listed(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Every party of a list behind an object marker, also where a name in it was not read."""
    clause = scene.units[index].clause
    mark = next((at for at in range(index - 1, -1, -1) if scene.is_a(at, "prep.object")), None)
    if mark is None or scene.units[mark].clause != clause:
        return ()
    listed = [at for at in range(mark + 1, index) if scene.units[at].kind == "party"]
    bodies = any(scene.units[at].of("agency") for at in listed)
    counted = any(scene.units[at].kind == "number" for at in range(mark + 1, index))
    return tuple(
        atom
        for at in listed
        for atom in scene.units[at].heads
        if not goes_on(scene, at, atom) and not (atom.kind == "place" and bodies and counted)
    )


def goes_on(scene: Scene, at: int, atom: Atom) -> bool:
    """Whether a division's name goes on in a word that was not read, so that something in it is meant."""
    behind = scene.units[at + 1] if at + 1 < len(scene.units) else None
    close = behind is not None and behind.kind == "word" and behind.start == atom.end
    return atom.kind == "place" and close and not scene.is_a(at + 1, *AROUND)


def at_by(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party behind an agent marker."""
    return by_agent(scene, index, party_kinds(slot))


def at_undergone(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The body between a verb of undergoing and the trigger: 接受|中央纪委|审查."""
    verb = scene.before(index, "voice.undergo")
    return tuple(a for u in scene.units[verb + 1 : index] for a in u.heads) if verb is not None else ()


def at_announcer(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The discipline organ whose announcement the sentence is (某市纪委监委消息：…正接受审查调查)."""
    undergoes = any(word in scene.units[index].text for word in scene.lexicon.kind("voice.undergo"))
    for at in range(index if undergoes else 0):
        unit = scene.units[at]
        bodies = tuple(a for a in unit.of("agency") if scene.lexicon.is_a(a.value.kind, "announcing"))
        announces = any(scene.is_a(n, "verb.announce") for n in range(at + 1, min(at + 4, index)))
        if unit.kind == "party" and bodies and not unit.of("person") and announces:
            return bodies
    return ()


def at_told(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The uncounted problem that a marked object names (对…的典型问题进行通报)."""
    clause = scene.units[index].clause
    own = [at for at in range(index) if scene.units[at].clause == clause]
    marks = [at for at in own if scene.is_a(at, "prep.object")]
    nouns = [at for at in own if scene.is_a(at, "noun.problem") and marks and at > marks[0]]
    return scene.units[nouns[-1]].heads if nouns and index - nouns[-1] <= TOLD_REACH else ()


def at_shown(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The uncounted cases behind a trigger that is said to be done (通报了一批…案例)."""
    clause = scene.units[index].clause
    done = scene.units[index].text.endswith(tuple(scene.lexicon.kind("aspect"))) or scene.is_a(
        index + 1, "aspect"
    )
    own = [at for at in range(index + 1, len(scene.units)) if scene.units[at].clause == clause]
    counted = any(scene.units[at].of("group") for at in own)
    nouns = [at for at in own if scene.is_a(at, "noun.problem")]
    return scene.units[nouns[-1]].heads if nouns and done and not counted else ()


def at_incidents(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The cases behind a trigger that are counted as incidents are (四起…案件), not as things chosen."""
    counts = scene.lexicon.kind("classifier.case")
    return tuple(a for a in at_object(scene, index, slot) if any(c in a.text for c in counts))


def at_going_on(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The body the text goes on about, where a sentence begins with a total (截至目前,已为8名…)."""
    leads = any(scene.is_a(at, "total.lead") for at in range(index)) and not any(
        u.of("place", "agency") for u in scene.units[:index]
    )
    body = scene.story.body
    return (body,) if leads and body is not None and scene.lexicon.is_a(body.value.kind, "announcing") else ()


def at_counted(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The counted parties behind the trigger in its clause, and those of the list that follows."""
    clause = scene.units[index].clause
    for at in range(index + 1, len(scene.units)):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("group"):
            return counted_list(scene, at)
        if unit.kind not in ("word", "punct", "title", "measure") or unit.clause != clause:
            break
    return ()


def at_pronoun(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """What a pronoun in the clause stands for."""
    return pronoun(scene, 0, index)


def at_topic(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party the sentence before was about, where the clause does not begin with somebody else."""
    return () if scene.unread(index) else scene.story.topic


def at_clause(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """Anything fitting in the sentence up to the trigger, which may itself say how (公开正名)."""
    return tuple(a for u in scene.units[: index + 1] for a in u.heads if fits(a, slot.kinds))


POSITIONS: dict[str, Callable[[Scene, int, Slot], tuple[Atom, ...]]] = {
    "subject": at_subject,
    "opening": at_opening,
    "same-clause": at_same_clause,
    "accuser": at_accuser,
    "place": at_place,
    "object": at_object,
    "next": at_next,
    "predicated": at_predicated,
    "previous": at_previous,
    "quoted": at_quoted,
    "dateline": at_dateline,
    "marked": at_marked,
    "listed": at_listed,
    "by": at_by,
    "undergone": at_undergone,
    "announcer": at_announcer,
    "recent": at_recent,
    "told": at_told,
    "shown": at_shown,
    "addressed": at_addressed,
    "team": at_team,
    "source": at_source,
    "incidents": at_incidents,
    "counted": at_counted,
    "going-on": at_going_on,
    "pronoun": at_pronoun,
    "accused": at_accused,
    "complained": at_complained,
    "staff": at_staff,
    "topic": at_topic,
    "clause": at_clause,
}
"""Where a filler may stand, by the word the frames table uses for it."""
