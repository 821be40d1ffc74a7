"""A bare office named after another post is of that post's body (省委副秘书长、办公厅主任)."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Lexicon
from kg.recognise.line import Atom, Line
from kg.values import AgencyValue

PARENTS = frozenset(
    {
        "PublicSecurityOrgan",
        "Procuratorate",
        "Court",
        "PartyCommittee",
        "Government",
        "PeoplesCongress",
        "ConsultativeConference",
        "PartyOffice",
        "GovernmentDepartment",
    }
)
"""Classes of bodies whose offices are named without them in a list of posts."""

DEPARTMENTS = frozenset({"PublicSecurityOrgan", "GovernmentDepartment", "Procuratorate", "Court"})
"""Classes of bodies that are a division's own and not its government's offices (副县长、公安局局长)."""


def unit_of(value: AgencyValue, last: AgencyValue | None, lexicon: Lexicon) -> AgencyValue:
    """The body, as an office of the last one where it is a bare one that such bodies have; else as it is."""
    if last is None:
        return value
    if last.kind == "PartyCommittee" and value.place is None and lexicon.is_a(value.body, "organ.of-street"):
        return replace(value, place=last.place)
    own = value.place is not None or value.fixed or value.own_name
    if own or last.kind not in PARENTS or lexicon.is_a(value.body, "head.core"):
        return value
    bare = value.body in lexicon.family("head")
    offices = (
        last.kind not in ("PartyCommittee", "Government", "PeoplesCongress") and value.kind == "InternalUnit"
    )
    if lexicon.is_a(value.body[:1], "level.char") or not (bare or offices):
        return value
    if last.kind in ("Government", "GovernmentDepartment") and value.kind in DEPARTMENTS:
        return replace(value, place=last.place)
    return AgencyValue(
        last.body + value.body,
        value.kind,
        last.place,
        (*last.parents, last.body),
        value.past,
        as_written=last.fixed,
    )


def beside(out: Line, lexicon: Lexicon) -> AgencyValue | None:
    """The body of the post right before an atom: a body, its titles, who holds them, and marks that join."""
    titled = False
    for atom in reversed(out):
        if atom.kind == "agency":
            value: AgencyValue = atom.value
            return value if titled else None
        if atom.kind == "title":
            titled = True
        elif atom.kind != "person" and not joins(atom, lexicon):
            return None
    return None


def joins(atom: Atom, lexicon: Lexicon) -> bool:
    """Whether a word may stand between two posts of one person."""
    return atom.text != "，" and lexicon.is_a(atom.text, "list.join", "mod.former", "mod.join")
