"""The day a document comes into force, on which the one it replaces is repealed. "Since when?"."""

from __future__ import annotations

from dataclasses import replace

from kg.relate.claim import Claim
from kg.relate.story import Scene
from kg.values import DocumentValue

SINCE = "/.."
"""How an open period ends."""
BETWEEN = 2
"""Characters between two sentences that follow each other."""


def enter_into_force(scene: Scene) -> None:
    """Take note of the day that a sentence says a document is in force from (自2023年5月1日起施行)."""
    if not scene.holds("act.in-force"):
        return
    for index in scene.find("date"):
        time = scene.times.get(scene.units[index].start)
        told = time is not None and time.edtf.endswith(SINCE) and scene.is_a(index + 1, "act.in-force")
        if time is not None and told:
            day = replace(time, edtf=time.edtf.removesuffix(SINCE))
            scene.story.in_force = (day, scene.end)
            scene.story.replacing = next(
                (u.heads[0].value.title for u in reversed(scene.units[:index]) if u.kind == "document"), ""
            )


def repealed(scene: Scene, claim: Claim) -> Claim:
    """A repeal that is said to come with the new document (同时废止), dated as that one comes into force.

    Who put out the new one repeals the old.
    """
    told = [f for f in claim.fillers if f.role == "action" and f.value == "repeal"]
    words = {u.start for at, u in enumerate(scene.units) if scene.is_a(at, "act.repeal-with")}
    force = scene.story.in_force
    if force is None or not told or told[0].start not in words or scene.start - force[1] > BETWEEN:
        return claim
    by = () if claim.all("agent") else scene.story.issued.get(scene.story.replacing, ())
    return replace(claim, fillers=(*claim.fillers, *by), time=replace(force[0], not_after=""))


def keep(scene: Scene, claim: Claim) -> Claim:
    """The claim, its bodies kept for what their document takes the place of."""
    by = tuple(f for f in claim.fillers if f.role == "agent")
    put_out = "issue" in claim.all("action") and claim.stance == "asserted"
    for title in claim.all("document") if by and put_out else ():
        if isinstance(title, DocumentValue):
            scene.story.issued[title.title] = by
    return claim
