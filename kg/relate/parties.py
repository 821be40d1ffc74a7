"""To whom something is done: finding the subject and the marked object around a trigger."""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.recognise.reach import numbers_term
from kg.relate.story import Scene
from kg.relate.units import Unit, last_of
from kg.values import AgencyValue, GroupValue

TARGETS = ("person", "group", "agency")
UNREAD = 4
"""Units that may stand for a body nobody has read, between an attribute and the title."""
ITEM = 6
"""Units from a mark of a list to the counted party of its next item, at most."""
INSIDE = frozenset("、“”")
"""Marks that may stand inside the attribute of a party."""
ATTRIBUTE = 30
"""Units that the attribute of a counted party may have."""


def answerable(atom: Atom) -> bool:
    """Whether a party can be held to account: cases cannot."""
    if isinstance(atom.value, AgencyValue):
        return atom.value.kind != "MediaOrganization"
    return not (isinstance(atom.value, GroupValue) and atom.value.unit == "case")


def marked(scene: Scene, index: int, kinds: tuple[str, ...] = TARGETS) -> tuple[Atom, ...]:
    """The party behind an object marker (对, 将, 给, 为 …) left of the trigger in its clause."""
    clause = scene.units[index].clause
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if clause - unit.clause > (2 if unit.kind == "party" else 3):
            break
        if unit.kind == "party" and unit.of(*kinds):
            if behind(scene, at, "prep.object"):
                return () if of_unnamed(scene, at, index) else unit.of(*kinds)
            if unit.clause == clause and unit.of("person", "group") and not is_marked(scene, at):
                break
        elif unit.clause == clause and scene.is_a(at, "prep.object"):
            break  # what it marks was not read, or has no name
    return ()


def of_unnamed(scene: Scene, at: int, index: int) -> bool:
    """Whether bodies only say whose people, not named, are meant (对甲局、乙省等|相关责任人|予以问责)."""
    bodies = not scene.units[at].of("person", "group")
    return bodies and any(scene.is_a(n, "noun.unnamed") for n in range(at + 1, index))


def behind(scene: Scene, at: int, *kinds: str) -> bool:
    """Whether a party stands behind such a word, only its own attributes between (对涉嫌违法的8名人员)."""
    if scene.is_a(at - 1, *kinds) or apposed(scene, at, *kinds):
        return True
    first = led_in(scene, at)
    if not scene.is_a(first - 1, "particle.of") and not scene.units[at].of("group"):
        return False
    for before in range(first - 1, max(-1, at - ATTRIBUTE), -1):
        unit = scene.units[before]
        if scene.is_a(before, *kinds):
            return True
        counted = bool(scene.units[at].of("group"))
        owner = unit.kind == "party" and (
            scene.is_a(at - 1, "particle.of") or (not unit.of("person") and (counted or before == at - 1))
        )
        if unit.clause != scene.units[at].clause or (
            not owner and unit.kind not in ("word", "date", "measure") and unit.text not in INSIDE
        ):
            return False
    return False


def apposed(scene: Scene, at: int, *kinds: str) -> bool:
    """Whether only the posts of a person stand between, told in pieces (对|中央委员，某部原部长|甲某)."""
    pieces = scene.units[at].text.count("，")
    for before in range(at - 1, max(-1, at - ATTRIBUTE), -1) if scene.units[at].of("person") else ():
        unit = scene.units[before]
        if scene.is_a(before, *kinds):
            return pieces > 0
        if scene.is_a(before, "aspect", "trigger"):
            return False
        piece = unit.text == "，" and scene.units[before - 1].kind == "title"
        pieces += piece
        if unit.of("person", "group") or (unit.kind in ("punct", "date", "measure") and not piece):
            return False
    return False


def led_in(scene: Scene, at: int) -> int:
    """Where a party with the unread words that touch it begins (…的|某镇水利所|所长某某)."""
    first = at
    while first > max(0, at - UNREAD) and scene.units[first - 1].end == scene.units[first].start:
        unit = scene.units[first - 1]
        place = all(a.kind == "place" for a in unit.heads)
        noun = unit.kind == "word" and unit.heads[0].pos[:1] not in ("v", "p")
        if scene.is_a(first - 1, "particle.of") or not (place or noun):
            break
        first -= 1
    return first


def between(scene: Scene, first: int, last: int, kinds: tuple[str, ...] = TARGETS) -> tuple[Atom, ...]:
    """The heads of the parties that stand between two units; a body apart from a person is whose it is."""
    found = [
        (at, a)
        for at in range(first + 1, last)
        if scene.units[at].kind == "party" and not scene.is_a(at - 1, "prep.to", "prep.agent", "prep.other")
        for a in scene.units[at].of(*kinds)
        if answerable(a)
    ]
    named = {at for at, a in found if a.kind == "person"}
    counted = {at for at, a in found if a.kind == "group"}
    whole = [(at, a) for at, a in found if a.kind != "agency" or not whose_count(scene, at, counted)]
    return tuple(a for at, a in whole if not named or at in named or a.kind != "agency")


def whose_count(scene: Scene, at: int, counted: set[int]) -> bool:
    """Whether a body only says whose the counted people behind it are (甲局、乙公司等|单位|54名责任人员)."""
    following = min((n for n in counted if n > at), default=at)
    return following > at and all(
        scene.units[n].kind == "word" and not scene.is_a(n, "list.join") for n in range(at + 1, following)
    )


def subject(scene: Scene, index: int, kinds: tuple[str, ...] = TARGETS) -> tuple[Atom, ...]:
    """The party that a passive or intransitive trigger is said of: unmarked, the nearest to the left."""
    body: Unit | None = None
    if scene.unread(index):
        return ()
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        heads = tuple(a for a in unit.of(*kinds) if answerable(a))
        if unit.kind != "party" or not heads or is_marked(scene, at):
            continue
        if within_attribute(scene, at, index):
            return ()
        if any(a.kind != "agency" for a in heads):
            return those(scene, at, heads)
        body = body or (None if possesses(scene, at) else unit)
    return tuple(a for a in body.of(*kinds) if answerable(a)) if body else ()


def within_attribute(scene: Scene, at: int, index: int) -> bool:
    """Whether a body stands in an attribute of somebody whose name was not read (县纪委查处的|某某|受到…)."""
    clause = scene.units[index].clause
    own = [n for n in range(at + 2, index) if scene.units[n].clause == clause == scene.units[at].clause]
    ends = [n for n in own if scene.is_a(n, "particle.of") and scene.units[n - 1].kind == "word"]
    told = [n for n in ends if scene.is_a(n - 1, "trigger") and scene.before(n, "prep.cause") is None]
    return bool(scene.units[at].of("agency") and told)


def heading(scene: Scene, index: int) -> tuple[Atom, ...]:
    """The persons that open a sentence of which a later clause begins with a verb (甲等人违规，|受到处理)."""
    told = [at for at in range(index) if scene.units[at].kind == "party"]
    first = scene.units[0].of("person") if told == [0] else ()
    return first if first and not is_marked(scene, 0) else ()


def possesses(scene: Scene, at: int) -> bool:
    """Whether a noun that was not read as a name or post touches a body: the body only says whose it is."""
    behind = scene.units[at + 1] if at + 1 < len(scene.units) else None
    if behind is None or behind.kind != "word" or behind.start != scene.units[at].end:
        return False
    atom = next(a for a in scene.line if a.start == behind.start)
    return atom.pos.startswith("nr") or (
        len(atom.text) == 1 and scene.lexicon.surname_rates.get(atom.text, 0) > 0
    )


def those(scene: Scene, at: int, heads: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The persons that a count stands for behind a word that points back (上述6人); else the heads."""
    counted = len(heads) == 1 and isinstance(heads[0].value, GroupValue)
    if not counted or not scene.is_a(at - 1, "anaphor.those"):
        return heads
    return last_of(scene.persons_before(at), heads[0].value.count) or heads


def is_marked(scene: Scene, at: int) -> bool:
    """Whether a preposition right before a party makes it no subject."""
    if scene.is_a(at - 1, "verb.toward", "modal.propose"):
        return True  # 向…汇报, 提请…审议: others will act
    return behind(
        scene, at, "prep.object", "prep.to", "prep.agent", "prep.other", "particle.with"
    ) or scene.is_a(at + 1, "particle.of")


def pronoun(scene: Scene, first: int, last: int) -> tuple[Atom, ...]:
    """The persons that a pronoun between two units stands for (其, 两人, 上述人员)."""
    for at in range(last - 1, first - 1, -1):
        unit = scene.units[at]
        if scene.is_a(at, "anaphor.person"):
            body = dealt_with(scene, at)
            if body:
                return body
            here = [a for a in scene.line if a.kind == "person" and a.end <= unit.start]
            return (here[-1],) if here else scene.story.topic_persons()
        if unit.kind == "party" and unit.of("group") and scene.lexicon.is_a(unit.text, "anaphor.persons"):
            return last_of(scene.persons_before(at), unit.heads[0].value.count)
    return ()


def dealt_with(scene: Scene, at: int) -> tuple[Atom, ...]:
    """The body that the clause before a pronoun has as its marked object (对某区政府…,并责成|其|…)."""
    for before in range(at - 1, -1, -1):
        unit = scene.units[before]
        if scene.units[at].clause - unit.clause > 1 or unit.of("person", "group"):
            return ()
        if (
            unit.of("agency")
            and unit.clause < scene.units[at].clause
            and behind(scene, before, "prep.object")
        ):
            return unit.of("agency")
    return ()


def opens(scene: Scene, at: int) -> bool:
    """Whether a party opens a clause (dates, adverbs and linking words aside), as one that acts does."""
    before = scene.units[at - 1] if at else None
    return (
        before is None
        or before.kind == "date"
        or before.end < scene.units[at].start
        or (before.kind == "punct" and before.text not in "、（")
        or scene.is_a(at - 1, "clause.opener", "party.prefix")
        or before.text.endswith(tuple(scene.lexicon.kind("session")))  # 二十届|中央
        or numbers_term(before.text, scene.lexicon)
    )


def counted_next(scene: Scene, at: int) -> int | None:
    """The next counted party of a list (…1.5万人,农村、企业等其他人员6万人): only nouns between."""
    if not scene.is_a(at + 1, "list.join", "noun.rank"):
        return None
    for behind in range(at + 1, min(at + 2 + ITEM, len(scene.units))):
        if scene.units[behind].of("group"):
            return behind
        if scene.is_a(behind, "list.of-which"):
            return None
        head = scene.units[behind].heads[0]
        noun = head.kind == "word" and head.pos.startswith("n")
        if not noun and not scene.is_a(behind, "list.join", "etc", "noun.rank"):
            return None
    return None
