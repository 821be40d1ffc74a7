"""Drafts about documents and media: issuing, exposing cases, reporting, publishing, inspecting."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.draft import Desk, Draft
from kg.graph.parties import NAMED, agents, named, patients, places, scene, terms
from kg.ids import digest, mint
from kg.model import Ref, Text
from kg.relate.claim import Filler
from kg.resolve.document import year_of
from kg.values import AgencyValue, DocumentValue, GroupValue

ACTS = {
    "issue": "Issuance",
    "revise": "Revision",
    "adopt": "Adoption",
    "repeal": "Repeal",
    "draft": "Drafting",
    "forward": "Forwarding",
}
"""Actions of an issuance claim -> classes of events."""


def issuance(desk: Desk) -> Iterator[Draft]:
    """One draft an act and document: issuing and adopting are two events, two titles too."""
    for filler in desk.of("document"):
        if not isinstance(filler.value, DocumentValue):
            continue
        for action in desk.of("action"):
            one = Desk(desk.reading, desk.claim, desk.world)
            agents(one)
            local = named(one, filler, year_of(desk.claim))
            one.fill("object", local)
            yield one.draft(ACTS.get(str(action.value), "Issuance"), local)


def exposure(desk: Desk) -> Iterator[Draft]:
    """Cases made public: who, how many, naming whom; the notice is a document of its own."""
    body = agents(desk)
    counted = [f for f in desk.of("count") if isinstance(f.value, int)]
    who = patients(desk, [f for f in desk.of("patient", "target") if not is_cases(f)])
    places(desk)
    terms(desk, "ground", "conduct")
    for filler in counted:
        desk.tell("count", int(str(filler.value)))
        desk.tell("countUnit", Ref("voc/unit/case"))
    if not any(r.name == "place" for r in desk.roles):
        seat(desk)
    told = [str(f.value) for f in counted] or who or list(desk.here())
    if body:
        desk.fill("object", notice(desk, body, told))
    yield desk.draft("Notification", *body, *told, strict=True)


def is_cases(filler: Filler) -> bool:
    """Whether a filler counts cases, which are nobody."""
    return isinstance(filler.value, GroupValue) and filler.value.unit == "case"


def seat(desk: Desk) -> None:
    """Let an act take place in the division that its organ's name says."""
    for filler in desk.of("agent"):
        if isinstance(filler.value, AgencyValue) and filler.value.place:
            desk.fill("place", desk.world.place_id(filler.value.place, desk.document.id))


def notice(desk: Desk, body: list[str], told: list[str]) -> str:
    """The notice that exposes: without a title, known by who gave it out, when and about what."""
    register = desk.world.register
    area = body[0].removeprefix("org/").split("-")[0]
    year = year_of(desk.claim)
    scope = () if desk.claim.time.edtf else (desk.document.id,)
    local = f"doc/{area}-{year or 'nd'}-circular-{digest(*body, desk.claim.time.edtf, *told, *scope)}"
    circular = desk.world.vocabulary.concepts["genre/circular"].zh
    register.see(
        local,
        "NoticeDocument",
        register.label(body[0]) + circular,
        desk.found,
        "resolve.notice.issuer-date-cases",
    )
    register.tell(local, "genre", Ref("voc/genre/circular"))
    for one in body:
        register.tell(local, "passedBy", Ref(one))
    return local


def report(desk: Desk) -> Iterator[Draft]:
    """A medium reports: the report is a media item of its own, cited by this text."""
    for filler in desk.of("agent"):
        if isinstance(filler.value, AgencyValue):
            one = Desk(desk.reading, desk.claim, desk.world)
            one.status = "stated"
            medium = named(one, filler)
            one.fill("agent", medium)
            one.fill("reportedIn", cited(one, medium))
            yield one.draft("Reporting", medium, *one.here(), strict=True)


def cited(desk: Desk, medium: str) -> str:
    """The report that a text cites: of a medium and a date, as this text tells it."""
    edtf, register = desk.claim.time.edtf, desk.world.register
    local = mint("text", "report", medium, edtf, desk.document.id).replace("text/", "text/r-")
    name = register.label(medium) + edtf + desk.world.vocabulary.classes["Reporting"].zh
    register.see(local, "MediaItem", name, desk.found, "resolve.report.medium-date")
    register.tell(local, "publisher", Ref(medium))
    if edtf:
        register.tell(local, "published", Text(edtf))
    register.tell(f"text/{desk.document.id}", "primarySource", Ref(local))
    return local


def publication(desk: Desk) -> Iterator[Draft]:
    """The account a text comes from, or the site that copied it."""
    again = desk.claim.type == "republication"
    body = agents(desk)
    text = f"text/{desk.document.id}"
    desk.fill("object", text)
    for local in body:
        desk.world.register.tell(text, "publisher" if again else "sourceOrganization", Ref(local))
    yield desk.draft("Republication" if again else "Publication", *body, text)


def inspection(desk: Desk) -> Iterator[Draft]:
    """An inspection of bodies or places: one draft each."""
    for filler in desk.of("target"):
        if isinstance(filler.value, NAMED):
            one = Desk(desk.reading, desk.claim, desk.world)
            body = agents(one)
            yield one.draft("Inspection", *body, *patients(one, [filler]))
    if not desk.of("target"):
        body = agents(desk)
        yield desk.draft("Inspection", *scene(desk, body), *desk.here())
