"""What a named person did, by the categories of the conduct vocabulary, with its own period.

A clause that names conduct speaks of the person before it: its subject. Suspicion makes the claim alleged;
denial, general talk and demands make none.
"""

from __future__ import annotations

import re

from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.page import Clause, Page
from kg.relate.speech import Speech
from kg.relate.story import Scene
from kg.relate.wordfinder import Found

GAP = 16
"""Characters that may stand inside conduct written around other words."""
NEAR = 6
"""Characters before a word of conduct in which suspicion or denial is looked for."""


def conducts(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The conduct that sentences tell of persons."""
    demands = {c.scene.start for s in speeches for part in s.parts for c in part}
    return [c for scene in page.scenes if scene.start not in demands for c in of_scene(page, scene)]


def of_scene(page: Page, scene: Scene) -> list[Claim]:
    """One claim a person: all conduct named from the person on, up to the next person or the punishment."""
    persons = [a for a in scene.line if a.kind == "person"]
    if not persons:
        return []
    named = named_conduct(page, scene.start, scene.end)
    found = [f for f in named if not qualifies(page, f) and not labelled(page, scene, f)]
    claims: list[Claim] = []
    for person in dict.fromkeys(subject(scene, f.start) for f in found):
        own = [f for f in found if subject(scene, f.start) is person]
        if person is not None:
            claims.append(told(page, scene, person, own))
    return claims


def named_conduct(page: Page, start: int, end: int) -> list[Found]:
    """The words of conduct between two offsets, longest first where they are fused; those denied left out."""
    found = list(page.finder("scheme.conduct", "conduct.word").scan(page.text, start, end))
    found += [
        f for f in spread(page, start, end) if not any(f.start < o.end and o.start < f.end for o in found)
    ]
    return sorted((f for f in found if not denied(page, f, start)), key=lambda f: f.start)


def spread(page: Page, start: int, end: int) -> list[Found]:
    """Conduct written around other words (收受…礼金); a gap stays within its clause."""
    out: list[Found] = []
    for word in page.lexicon.kind("conduct.gap").values():
        parts = [re.escape(p) for p in word.text.split("\u2026")]
        pattern = rf"[^，。；：、]{{0,{GAP}}}?".join(parts)
        out += [Found(m.start(), m.end(), word) for m in re.compile(pattern).finditer(page.text, start, end)]
    return out


def denied(page: Page, found: Found, start: int) -> bool:
    """Whether a word right before denies the conduct."""
    words = page.text[max(start, found.start - NEAR) : found.start]
    return page.finder("conduct.denied").ends(words) is not None


def qualifies(page: Page, found: Found) -> bool:
    """Whether conduct only describes others (不作为干部, 诬告者)."""
    return page.finder("conduct.not-of").at(page.text, found.end) is not None


def labelled(page: Page, scene: Scene, found: Found) -> bool:
    """Whether conduct is part of what someone is called (是“躺平式干部”的典型), not of what is told."""
    clause = next((c for c in page.clauses[scene.start] if c.start <= found.start < c.end), None)
    return clause is not None and page.opens(clause.text, "discourse.definition.is") != ""


def subject(scene: Scene, at: int) -> Atom | None:
    """The person nearest before an offset in the sentence, unless a preposition makes it another party."""
    before = [a for a in scene.line if a.kind == "person" and a.end <= at]
    if not before:
        return None
    index = scene.line.index(before[-1])
    previous = scene.line[index - 1] if index else None
    if previous is not None and scene.lexicon.is_a(previous.text, "prep.to", "prep.agent", "conduct.with"):
        return None
    return before[-1]


def told(page: Page, scene: Scene, person: Atom, found: list[Found]) -> Claim:
    """The claim about one person."""
    clauses = [c for c in page.clauses[scene.start] if c.end > person.start and c.start <= found[-1].start]
    start, end = clauses[0].start, max(c.end for c in clauses)
    fillers = [filler("agent", person)]
    seen: dict[str, Filler] = {}
    for one in found:
        seen.setdefault(one.word.value, Filler("ground", one.word.value, one.start, one.end))
    fillers += list(seen.values()) + facing(page, person.end, found[0].start)
    time, first = period(scene, person, found[-1].start)
    stance = "alleged" if suspected(page, scene, found[0].start) else "asserted"
    return Claim("conduct", tuple(fillers), min(start, first), end, "relate.conduct", time, stance)


def period(scene: Scene, person: Atom, at: int) -> tuple[Time, int]:
    """The period that dates conduct: the nearest date before its words, and where that begins."""
    dates = [a for a in scene.line if a.kind == "date" and a.end <= at and a.start in scene.times]
    dated = [a for a in dates if "~" not in scene.times[a.start].edtf]
    return (scene.times[dated[-1].start], dated[-1].start) if dated else (Time(), person.start)


def facing(page: Page, start: int, end: int) -> list[Filler]:
    """What the conduct was towards: 面对群众的…问题."""
    marker = page.finder("conduct.facing").at(page.text, start, end)
    if marker is None:
        return []
    stop = next((n for n in range(marker.end, end) if page.text[n] in "，；。"), end)
    words = page.context.document.text[marker.end : stop]
    if page.finder("conduct.about").ends(page.text[marker.end : stop]) is None:
        return []
    return [Filler("object", words, marker.end, stop)]


def suspected(page: Page, scene: Scene, at: int) -> bool:
    """Whether a word of suspicion stands before the conduct in its clause."""
    clause: Clause | None = next((c for c in page.clauses[scene.start] if c.start <= at < c.end), None)
    start = clause.start if clause else scene.start
    return next(page.finder("conduct.alleged").scan(page.text, start, at), None) is not None
