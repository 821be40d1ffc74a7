"""Generic organs that act in the place the text speaks of: 公安机关依法对2名诬告者进行….

A notice about one place that goes on with a bare 公安机关 means that place's. The organ is inferred, not
stated, so it stands in the role ``organ``, never in ``agent``: a reader who wants stated agents only leaves
it out.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Word
from kg.model import Time
from kg.relate.claim import Claim, Filler
from kg.relate.page import Clause, Page
from kg.relate.story import Scene
from kg.values import AgencyValue, PlaceValue

TYPES = frozenset({"sanction", "judicial", "investigation", "clearing"})


def organs(page: Page, claims: list[Claim]) -> list[Claim]:
    """The claims, with the organ where a bare one acts and none is named as agent."""
    scenes = {
        scene.start: (scene, before) for scene, before in zip(page.scenes, [None, *page.scenes], strict=False)
    }
    return [
        completed(page, claim, *scenes[claim.start]) if claim.start in scenes else claim for claim in claims
    ]


def completed(page: Page, claim: Claim, scene: Scene, before: Scene | None) -> Claim:
    """The claim with its organ, whose division is the one spoken of, and with the date carried over."""
    if claim.type not in TYPES or claim.all("agent") or before is None or page.new_paragraph(before, scene):
        return claim
    organ = acting(page, scene)
    place = spoken_of(before)
    if organ is None or place is None or any(a.kind in ("place", "agency") for a in scene.line):
        return claim
    word, clause = organ
    value = AgencyValue(word.value, word.note, place)
    found = Filler("organ", value, clause.start, clause.start + len(word.text))
    fillers = (*claim.fillers, found)
    time = claim.time if claim.time.edtf else inherited(page, before)
    return replace(claim, fillers=fillers, time=time, confidence=min(claim.confidence, 0.8))


def inherited(page: Page, before: Scene) -> Time:
    """The date of the act told in the sentence before, where all its acts have one date."""
    times = {
        c.time.edtf: c.time for c in page.of_scene(before) if c.time.edtf and c.type not in ("post", "report")
    }
    return replace(next(iter(times.values())), basis="inherited") if len(times) == 1 else Time()


def acting(page: Page, scene: Scene) -> tuple[Word, Clause] | None:
    """The generic organ that opens a clause of a sentence."""
    for clause in page.clauses[scene.start]:
        found = page.finder("discourse.organ.by-topic").at(page.text, clause.start, clause.end)
        if found is not None:
            return found.word, clause
    return None


def spoken_of(scene: Scene) -> PlaceValue | None:
    """The one division that a sentence speaks of: the last named, if all others contain it."""
    places = [a.value for a in scene.line if a.kind == "place"]
    if not places:
        return None
    last: PlaceValue = places[-1]
    names = {p.name for p in (last, *last.chain)} | {
        p.name for v in places for p in v.chain if v.name == last.name
    }
    return last if all(p.name in names for p in places) else None
