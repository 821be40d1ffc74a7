"""Measures named together, whether they are told as an act, and in which voice."""

from __future__ import annotations

from dataclasses import dataclass

from kg.recognise.line import Atom
from kg.relate.story import Scene
from kg.relate.units import CLAUSE_ENDS, Unit
from kg.values import MeasureValue


@dataclass(frozen=True, slots=True)
class MeasureList:
    """Measures named together: their atoms, and the units they reach from and to."""

    atoms: tuple[Atom, ...]
    first: int
    last: int


def lists(scene: Scene) -> list[MeasureList]:
    """Runs of measures joined by marks, the words "sanction" and "measure" aside."""
    if "measure" not in scene.forms:
        return []
    runs: list[MeasureList] = []
    atoms: list[Atom] = []
    first = last = -1
    for index, unit in enumerate(scene.units):
        if unit.kind == "measure":
            last = index
            if atoms and (sums_up(unit, scene.units[index - 1]) or described(scene, index)):
                continue
            first = first if atoms else index
            atoms.append(unit.heads[0])
        elif atoms and described(scene, index + 1):
            continue
        elif atoms and not scene.is_a(index, "list.join", "measure.suffix", "mod.join", "measure.link"):
            runs.append(MeasureList(tuple(atoms), first, last))
            atoms = []
    if atoms:
        runs.append(MeasureList(tuple(atoms), first, last))
    return runs


def described(scene: Scene, index: int) -> bool:
    """Whether a measure of no kind behind another and 的 only says what that is (警告|的|处分)."""
    if not 1 < index < len(scene.units) or scene.units[index].kind != "measure":
        return False
    general = scene.units[index].heads[0].value.code == "unspecified"
    return general and scene.is_a(index - 1, "particle.of") and scene.units[index - 2].kind == "measure"


def sums_up(unit: Unit, before: Unit) -> bool:
    """Whether a measure of no kind right behind another only says what that is (警告|处分)."""
    value: MeasureValue = unit.heads[0].value
    bare = value.scheme == "sanction" and value.code == "unspecified"
    return bare and before.kind == "measure" and unit.start == before.end


def usable(scene: Scene, measures: MeasureList) -> bool:
    """Whether the clause tells of an act, not of a duty, a plan, a title or a rule."""
    first = measures.first
    if any(due(scene, at, first) or denied(scene, at, first) for at in range(first)):
        return False
    if scene.is_a(first - 1, "prep.cause", "prep.other") or open_yet(scene, first):
        return False
    counted = scene.is_a(first - 1, "particle.of") and first > 1 and scene.units[first - 2].of("group")
    return bool(counted) or not scene.is_a(measures.last + 1, "measure.not-act")


def planned(scene: Scene, measures: MeasureList) -> bool:
    """Whether the clause proposes the measures for a party it names (建议对8人给予…, 拟给予…)."""
    at = proposal(scene, measures.first)
    if at is None or any(denied(scene, n, measures.first) for n in range(measures.first)):
        return False
    return not any(scene.is_a(n, "modal.must", "modal.hearsay") for n in range(at))


def proposal(scene: Scene, first: int) -> int | None:
    """The word of proposing that measures hang on: in their clause, or before a list of objects.

    建议|对3人追究刑事责任，对15人给予处分: a clause that begins with the marked object names no new actor.
    """
    at = scene.before(first, "modal.propose", clause=False)
    if at is None:
        return None
    clauses = [unit.clause for unit in scene.units]
    opened = [n for n in range(at + 1, first + 1) if clauses[at] <= clauses[n - 1] < clauses[n]]
    return at if all(scene.is_a(n, "prep.object", "voice.active") for n in opened) else None


def open_yet(scene: Scene, first: int) -> bool:
    """Whether the measures are only proposed, asked about, hearsay or to come."""
    return scene.doubted(first) or ahead(scene, first) or scene.before(first, "verb.lift") is not None


def ahead(scene: Scene, first: int) -> bool:
    """Whether the word that gives the measures is told of the future (将|受到)."""
    voice = next((at for at in range(first - 1, 0, -1) if scene.is_a(at, "voice.passive", "voice.active")), 0)
    same = scene.units[voice].clause == scene.units[first].clause
    return voice > 0 and same and scene.is_a(voice - 1, "modal.future")


def due(scene: Scene, at: int, first: int) -> bool:
    """Whether a modal word makes measures behind it a duty or plan: in their clause, or closing the last."""
    unit, clause = scene.units[at], scene.units[first].clause
    closes = at + 1 < len(scene.units) and scene.units[at + 1].text in CLAUSE_ENDS
    near = (unit.clause == clause and at < first - 1) or (clause - unit.clause == 1 and closes)
    if unit.kind != "word" or not scene.is_a(at, "modal.must", "modal.plan") or scene.cited(at):
        return False
    return near or goes_on(scene, at, first)


def goes_on(scene: Scene, at: int, first: int) -> bool:
    """Whether what a modal word opened is still listed, nobody named since (要求查清事实，严肃问责)."""
    between = range(at + 1, first)
    given = any(scene.is_a(n, "voice.passive", "voice.active", "prep.object", "aspect") for n in between)
    return not given and not any(scene.units[n].kind in ("party", "date", "measure") for n in between)


def denied(scene: Scene, at: int, first: int) -> bool:
    """Whether a negation stands right before measures or the word that gives them."""
    governs = at + 1 == first or scene.is_a(at + 1, "voice.passive", "voice.active")
    return governs and scene.units[at].clause == scene.units[first].clause and scene.is_a(at, "negation")


def governing(scene: Scene, measures: MeasureList) -> tuple[str, int]:
    """The voice of the construction and the unit that governs the measures: passive | active | bare."""
    clause = scene.units[measures.first].clause
    first = scene.units[measures.first].text
    if scene.lexicon.begins("voice.passive", first):
        return "passive", measures.first
    for at in range(measures.first - 1, -1, -1):
        unit = scene.units[at]
        if clause - unit.clause > 2:
            break
        if scene.is_a(at, "voice.passive"):
            return ("bare", measures.first) if begun_anew(scene, at, measures.first) else ("passive", at)
        if scene.is_a(at, "voice.active"):
            return "active", at
    return "bare", measures.first


def begun_anew(scene: Scene, passive: int, first: int) -> bool:
    """Whether persons open the clause of the measures, behind a passive of an earlier one (…被宣判，甲…)."""
    clause = scene.units[first].clause
    return scene.units[passive].clause < clause and any(
        unit.clause == clause and unit.of("person", "group") for unit in scene.units[passive + 1 : first]
    )
