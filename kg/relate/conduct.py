"""What a named person did, by the categories of the conduct vocabulary, with its own period.

A clause that names conduct speaks of the persons before it: its subject. Suspicion, and a procedure that is
still open, make the claim alleged; denial, a false complaint, general talk and demands make none.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.lexicon import Lexicon, Word, remembered
from kg.model import Time
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler, filler
from kg.relate.page import Page
from kg.relate.parties import is_marked
from kg.relate.speech import Speech
from kg.relate.story import Scene
from kg.relate.wordfinder import Found
from kg.values import MeasureValue

GAP = 16
"""Characters that may stand inside conduct written around other words."""
NEAR = 6
"""Characters before a word of conduct in which suspicion or denial is looked for."""


def conducts(page: Page, speeches: list[Speech]) -> list[Claim]:
    """The conduct that sentences tell of persons."""
    demands = {c.scene.start for s in speeches for part in s.parts for c in part}
    return [c for scene in page.scenes if scene.start not in demands for c in of_scene(page, scene)]


def of_scene(page: Page, scene: Scene) -> list[Claim]:
    """One claim for the parties of each place: the conduct named from them on, up to the next party."""
    named = named_conduct(page, scene.start, scene.end)
    found = [f for f in named if not qualifies(page, f) and not labelled(page, scene, f)]
    if not found or untrue(page, scene):
        return []
    parties = [(f, subjects(scene, f.start)) for f in found]
    firsts = dict.fromkeys(who[0].start for _, who in parties if who)
    groups = [[(f, who) for f, who in parties if who and who[0].start == start] for start in firsts]
    return [told(page, scene, group[0][1], [f for f, _ in group]) for group in groups]


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
    words = page.text[start:end]
    for word, parts, pattern in gaps(page.lexicon):
        if parts[0] in words and all(part in words for part in parts):
            out += [Found(m.start(), m.end(), word) for m in pattern.finditer(page.text, start, end)]
    return out


@remembered
def gaps(lexicon: Lexicon) -> list[tuple[Word, list[str], re.Pattern[str]]]:
    """Words written around others with their parts and the pattern of both; U+2026 marks the gap."""
    rows = [(word, word.text.split("\u2026")) for word in lexicon.kind("conduct.gap").values()]
    gap = rf"[^，。；：、]{{0,{GAP}}}?"
    return [(word, parts, re.compile(gap.join(re.escape(p) for p in parts))) for word, parts in rows]


def denied(page: Page, found: Found, start: int) -> bool:
    """Whether a word right before denies the conduct."""
    words = page.text[max(start, found.start - NEAR) : found.start]
    return page.finder("conduct.denied").ends(words) is not None


def qualifies(page: Page, found: Found) -> bool:
    """Whether conduct only describes others (不作为干部, 诬告者)."""
    return page.finder("conduct.not-of").at(page.text, found.end) is not None


def labelled(page: Page, scene: Scene, found: Found) -> bool:
    """Whether conduct is part of what someone is called (是“躺平式干部”的典型), not of what is told."""
    clause = page.clause_at(scene, found.start)
    return clause is not None and page.opens(clause.text, "discourse.definition.is") != ""


def subjects(scene: Scene, at: int) -> tuple[Atom, ...]:
    """The persons nearest before an offset of a sentence that stand as subject, all of a list."""
    for index in range(bisect_left(scene.units, at, key=lambda u: u.start) - 1, -1, -1):
        unit = scene.units[index]
        people = tuple(a for a in unit.of("person") if a.end <= at)
        if not people or unit.kind != "party" or is_marked(scene, index):
            continue
        if not scene.is_a(index - 1, "conduct.with"):
            return people
    return ()


def told(page: Page, scene: Scene, people: tuple[Atom, ...], found: list[Found]) -> Claim:
    """The claim about the persons of one place."""
    clauses = page.clauses_within(scene, people[0].start, found[-1].start + 1)
    start, end = clauses[0].start, max(c.end for c in clauses)
    fillers = [filler("agent", person) for person in people]
    seen: dict[str, Filler] = {}
    for one in found:
        seen.setdefault(one.word.value, Filler("ground", one.word.value, one.start, one.end))
    fillers += list(seen.values()) + facing(page, people[-1].end, found[0].start)
    time, first = period(scene, people[0], found[-1].start)
    stance = "alleged" if suspected(page, scene, start, found[0]) else "asserted"
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


def suspected(page: Page, scene: Scene, start: int, found: Found) -> bool:
    """Whether conduct is only suspected: by a word before or in it, or as the matter of an open procedure."""
    words = page.finder("conduct.alleged")
    if words.at(page.text, found.start) or next(words.scan(page.text, start, found.start), None) is not None:
        return True
    return any(
        c.type == "investigation" or (c.type == "judicial" and not penal(page, c))
        for c in page.of_scene(scene)
    )


def penal(page: Page, claim: Claim) -> bool:
    """Whether a court's claim gives a penalty, so that the matter is decided."""
    return any(
        isinstance(m, MeasureValue) and page.lexicon.is_a(m.name, "measure.penal")
        for m in claim.all("measure")
    )


def untrue(page: Page, scene: Scene) -> bool:
    """Whether a sentence speaks of a false complaint: what it names of conduct was not done."""
    words = page.finder("scheme.complaint", "conduct.false")
    return next(words.scan(page.text, scene.start, scene.end), None) is not None
