"""Counts told of several bodies in order: 甲、乙两市分别处分27人、21人. "Which body dealt with how many?"."""

from __future__ import annotations

from dataclasses import replace

from kg.relate.claim import Claim, filler
from kg.relate.story import Scene
from kg.values import GroupValue


def apportioned(scene: Scene, index: int, claim: Claim) -> list[Claim]:
    """The claim for each of the bodies before ``index`` with its count; none where the lists differ."""
    told = [f for f in claim.fillers if f.role == "target" and isinstance(f.value, GroupValue)]
    if claim.type != "sanction" or len(told) < 2 or scene.before(index, "respectively") is None:
        return [claim]
    acting = [u.heads for u in scene.units[:index] if u.kind == "party" and not u.of("person", "group")]
    bodies = acting[-1] if acting else ()
    rest = [f for f in claim.fillers if f.role not in ("target", "agent")]
    if len(bodies) != len(told):
        return [claim] if len(bodies) < 2 else [replace(claim, fillers=(*told, *rest))]
    pairs = zip(told, bodies, strict=True)
    return [replace(claim, fillers=(one, filler("agent", body), *rest)) for one, body in pairs]
