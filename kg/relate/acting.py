"""Which body acts: the unmarked one before a verb, the one marked by 由, the chain that approved.

A body without a name ends the search: nobody known acted.
"""

from __future__ import annotations

from kg.recognise.line import Atom
from kg.relate.parties import is_marked, opens
from kg.relate.story import Scene


def acting(scene: Scene, index: int) -> Atom | None:
    """The first of the bodies that act."""
    return next(iter(all_acting(scene, index)), None)


def all_acting(scene: Scene, index: int) -> tuple[Atom, ...]:
    """The bodies that act together: the unmarked ones before an active trigger, the nearest clause first."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind != "party" or unit.of("person"):
            continue
        bodies = tuple(a for a in unit.of("agency") if not scene.lexicon.is_a(a.value.kind, "not-acting"))
        if bodies and opens(scene, at) and not is_marked(scene, at):
            if only_told(scene, at, index):
                return ()
            named = tuple(a for a in bodies if not a.rule.endswith("unnamed"))
            return (*(named or bodies), *jointly(scene, at))
    return ()


def unnamed_acts(scene: Scene, index: int) -> bool:
    """Whether what acts nearest before a unit is a body without a name (主管部门随后撤销其职务)."""
    for at in range(index - 1, -1, -1) if scene.holds("agency.unnamed") else ():
        unit = scene.units[at]
        led = scene.is_a(at - 1, "prep.agent") or (opens(scene, at) and not is_marked(scene, at))
        if led and scene.is_a(at, "agency.unnamed"):
            return True
        if unit.kind == "party" and unit.of("agency") and opens(scene, at) and not is_marked(scene, at):
            return False
    return False


def only_told(scene: Scene, at: int, index: int) -> bool:
    """Whether the body at an index only announces what a colon leads to, or only answers for what was done.

    Who announced is not who decided; nor is who bears the blame (某县委负有领导责任，给予某某警告).
    """
    clause = scene.units[at].clause
    own = [n for n in range(at + 1, index) if scene.units[n].clause == clause]
    blamed = any(scene.is_a(n, "verb.bears") for n in own) and scene.units[index].clause != clause
    return blamed or scene.announced(at, index)


def jointly(scene: Scene, at: int) -> tuple[Atom, ...]:
    """The bodies that a party acts together with (某县纪委监委|联合|某镇纪委)."""
    together = scene.is_a(at + 1, "verb.jointly") and at + 2 < len(scene.units)
    return scene.units[at + 2].of("agency") if together else ()


def acting_place(scene: Scene, index: int) -> Atom | None:
    """A division that acts where no body is named (浙江省共查处…): the unmarked one that opens a clause."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if (
            unit.kind == "party"
            and unit.of("place")
            and not unit.of("person")
            and opens(scene, at)
            and not is_marked(scene, at)
        ):
            return unit.of("place")[-1]
    return None


def by_agent(scene: Scene, index: int, kinds: tuple[str, ...] = ("agency",)) -> tuple[Atom, ...]:
    """The parties behind an agent marker (由, 被, 经) left of the trigger, in its clause."""
    clause = scene.units[index].clause
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.clause != clause and not (clause - unit.clause == 1 and reports(scene, unit.clause)):
            break
        if unit.kind == "party" and unit.of(*kinds) and scene.is_a(at - 1, "prep.agent"):
            return unit.of(*kinds)
    return ()


def reports(scene: Scene, clause: int) -> bool:
    """Whether a clause tells which body has its decision approved (由甲报乙批准，给予…)."""
    own = [at for at, unit in enumerate(scene.units) if unit.clause == clause]
    led = bool(own) and scene.is_a(own[0], "prep.agent") and not scene.is_a(own[0], "prep.chain")
    return led and any(scene.is_a(at, "noun.decision") for at in own)


def approving(scene: Scene, index: int) -> tuple[Atom, ...]:
    """The deciders of a chain 经A研究并报B批准,决定给予: A, or B where no A studied it."""
    for at in range(index):
        unit = scene.units[at]
        if unit.kind == "party" and unit.of("agency") and scene.is_a(at - 1, "prep.chain"):
            return unit.of("agency")
    return ()
