"""Who reports: the medium before a verb of reporting, quoted, or at the head of a dated line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.recognise.line import Atom
from kg.relate.story import Scene

CLOSING = ("，", "：")
"""Marks behind the words that quote."""

if TYPE_CHECKING:
    from kg.relate.positions import Slot


def at_previous(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The party right before the trigger, dates aside."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party":
            acting = "agency" in slot.kinds  # a medium reports, and does nothing else
            idle = any(scene.lexicon.is_a(getattr(a.value, "kind", ""), "not-acting") for a in unit.heads)
            return () if acting and idle else unit.heads
        if unit.kind != "date" and unit.text not in ("（", "）") and not dates(scene, at):
            break
    return ()


def dates(scene: Scene, at: int) -> bool:
    """Whether a word belongs to the date before it (31日|的|报道, 11日|上午|消息)."""
    led = at > 0 and scene.units[at - 1].kind == "date"
    return led and scene.is_a(at, "particle.of", "day.part")


def at_quoted(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """A medium that a report is quoted from (据…消息), or a wire service whose name says so."""
    for at in range(index - 1, -1, -1):
        unit = scene.units[at]
        if unit.kind == "party":
            wire = any(scene.lexicon.is_a(a.text, "wire") for a in unit.heads)
            quoted = any(scene.is_a(n, "quoting") for n in range(at))
            return unit.heads if (wire and index == at + 1) or quoted else ()
        if unit.clause != scene.units[index].clause:
            break
    return ()


def at_source(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The body from whose circular a sentence is quoted (据某县纪委8日通报，…)."""
    closed = index + 1 < len(scene.units) and scene.units[index + 1].text in CLOSING
    body = index - 1 - (index > 0 and scene.units[index - 1].kind == "date")
    named = body > 0 and scene.units[body].kind == "party"
    return at_quoted(scene, index, slot) if closed and named else ()


def at_dateline(scene: Scene, index: int, slot: Slot) -> tuple[Atom, ...]:
    """The news agency that opens a sentence with a dated line of its own (新华社某地5月8日电)."""
    before = scene.units[scene.is_a(0, "quoting") : index]
    dated = any(u.kind == "date" for u in before)
    rest = all(u.kind == "date" or (u.kind == "party" and u.of("place")) for u in before[1:])
    if not before or not any(scene.lexicon.is_a(a.text, "wire") for a in before[0].heads):
        return ()
    return before[0].heads if before[0].kind == "party" and dated and rest else ()
