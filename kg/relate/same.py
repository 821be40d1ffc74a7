"""The same fact told twice in one document: which claims say no more, and what a removal implies."""

from __future__ import annotations

from dataclasses import replace

from kg.relate.claim import Claim, Filler
from kg.values import GroupValue, named

IDENTITY = {
    "post": ("person", "title"),
    "issuance": ("document", "action"),
    "sanction": ("target", "measure"),
    "judicial": ("target", "measure", "term"),
    "removal": ("target", "title"),
    "appointment": ("target", "title"),
    "investigation": ("target",),
    "clearing": ("target",),
    "accusation": ("target", "agent"),
    "exposure": ("count", "agent"),
    "inspection": ("agent", "target"),
    "report": ("agent",),
}
"""Roles that make a fact itself; claims that agree on them and clash on no other role are one fact."""

LEFT_OUT = {
    "exposure": frozenset({"agent"}),
    "inspection": frozenset({"agent"}),
    "removal": frozenset({"title"}),
    "accusation": frozenset({"agent"}),
}
"""Roles of the identity that one of two tellings may leave out (通报6起…现将6起…通报如下)."""


def once(claims: list[Claim]) -> list[Claim]:
    """Each fact once, told as fully as any of its claims; posts lost by a removal are former."""
    kept: list[Claim] = []
    for claim in without_acts(claims):
        for at, other in enumerate(kept):
            if same(claim, other):
                kept[at] = joined(other, claim)
                break
        else:
            kept.append(claim)
    lost = {
        (key(t), str(n))
        for c in kept
        if c.type == "removal" and c.stance == "asserted"
        for t in c.all("target")
        for n in c.all("title")
    }
    gained = {
        (key(t), str(n))
        for c in kept
        if c.rule.endswith("subject")
        for t in c.all("target")
        for n in c.all("title")
    }
    kept = [
        c
        for c in kept
        if c.type != "post"
        or not any((key(p), str(n)) in gained for p in c.all("person") for n in c.all("title"))
    ]
    return [
        former(c) if any((key(p), str(n)) in lost for p in c.all("person") for n in c.all("title")) else c
        for c in kept
    ]


def without_acts(claims: list[Claim]) -> list[Claim]:
    """The claims without posts whose very words are those of a post lost (免去某某兼任的…职务)."""
    words = {(f.start, f.end) for c in claims if c.type == "removal" for f in titles_of(c)}
    return [c for c in claims if c.type != "post" or not any((f.start, f.end) in words for f in titles_of(c))]


def titles_of(claim: Claim) -> list[Filler]:
    """The titles of a claim that stand in its text."""
    return [f for f in claim.fillers if f.role == "title" and f.start >= 0]


def key(value: object) -> str:
    """What a value is compared by: its name, a group by count and noun, anything else as it is written."""
    if isinstance(value, GroupValue):
        return f"{value.count} {value.noun}"
    name = named(value)
    return str(value) if name is None else name


def values(claim: Claim, role: str) -> set[str]:
    """The keys of the values of one role."""
    return {key(v) for v in claim.all(role)}


def same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell one fact."""
    if one.type != other.type or one.stance != other.stance:
        return False
    open_roles = LEFT_OUT.get(one.type, frozenset())
    for role in IDENTITY.get(one.type, ()):
        mine, theirs = values(one, role), values(other, role)
        if mine != theirs and not (role in open_roles and not (mine and theirs)):
            return False
    exact = all(c.time.edtf and not c.time.edtf.endswith("~") for c in (one, other))
    if exact and one.time.edtf != other.time.edtf:
        return False
    roles = {f.role for f in (*one.fillers, *other.fillers)} - set(IDENTITY.get(one.type, ())) - {"former"}
    if one.type == "clearing" and values(one, "agent") & values(other, "agent"):
        roles -= {"place"}  # told once of the meeting, once of the organ's division
    return all(not values(one, r) or not values(other, r) or values(one, r) & values(other, r) for r in roles)


def joined(one: Claim, other: Claim) -> Claim:
    """A claim with what the other adds."""
    known = {(f.role, key(f.value)) for f in one.fillers}
    roles = {f.role for f in one.fillers}
    extra = tuple(f for f in other.fillers if (f.role, key(f.value)) not in known and f.role not in roles)
    whole = replace(one, fillers=(*one.fillers, *extra), time=one.time if one.time.edtf else other.time)
    return held_yet(whole, one, other)


def held_yet(whole: Claim, one: Claim, other: Claim) -> Claim:
    """A post told as held and, elsewhere, as held at the time told of (时任) is held."""
    told = {bool(c.all("former")): c.rule for c in (one, other)}
    if len(told) < 2 or not told[True].endswith("then"):
        return whole
    return replace(whole, fillers=tuple(f for f in whole.fillers if f.role != "former"))


def former(claim: Claim) -> Claim:
    """A post claim with the mark that the post is past."""
    return (
        claim
        if claim.type != "post" or claim.all("former")
        else replace(claim, fillers=(*claim.fillers, Filler("former", value=True)))
    )
