"""One document's reading in the schema of annotated corpora: entities by type, events with their roles.

The roles and names are those of the guideline that the evaluation follows (role-filler annotation of
documents); spans (start, end in Unicode code points) and confidence stand beside them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.export.alike import alike
from kg.lexicon import Lexicon, remembered
from kg.reading import Reading
from kg.recognise.line import Atom, Line
from kg.relate.claim import Claim, Filler
from kg.relate.same import once, values
from kg.values import AgencyValue, GroupValue, MeasureValue, PlaceValue, named

ENTITIES = ("person", "agency", "document", "place")
TYPES = frozenset(
    [
        "post",
        "issuance",
        "sanction",
        "clearing",
        "exposure",
        "investigation",
        "judicial",
        "appointment",
        "removal",
        "inspection",
        "accusation",
        "report",
    ]
)
"""Event types of the schema; claims of other kinds go to the graph only."""
FRAMED = "relate.frames."
"""Rules of the frames table: an event type that rows of the ontology add is one of the schema too."""
UNLISTED = frozenset({"conviction", "acquittal", "exemption", "liability"})
"""Outcomes of courts that the schema has no measure for."""
EXONERATING = frozenset({"acquittal"})
"""The one that clears."""
ORDER = "recognise.document.order"
"""The rule that finds orders by their number."""
INNER = re.compile(r"[《〈<]([^《》〈〉<>]{3,80})[》〉>]")
"""A title inside a title; a shorter one is a genre word."""
INTERNAL = {"exposure": frozenset({"patient"})}
"""Roles that the graph keeps and the schema has not."""
GRAPH_ONLY = frozenset({"ground", "organ"})
"""Roles of any event that the graph keeps: what it was for, and an acting organ that is inferred."""


def record(reading: Reading, lexicon: Lexicon) -> dict[str, object]:
    """The JSON object of one document."""
    reading = alike(reading, lexicon)
    return {"id": reading.document.id, "entities": entities(reading, lexicon), "events": events(reading)}


def entities(reading: Reading, lexicon: Lexicon) -> dict[str, list[object]]:
    """What the text names, once each, with the span it is first named at."""
    found: dict[str, dict[str, object]] = {kind: {} for kind in ENTITIES}
    for line in reading.lines:
        for atom in line:
            if atom.kind not in found or (
                isinstance(atom.value, PlaceValue)
                and (atom.value.level == "country" or atom.rule == "recognise.place.zone")
            ):
                continue
            if atom.kind == "agency" and qualifies(line, atom):
                continue
            name = spelling(atom.value)
            entry = {"name": name, "start": atom.start, "end": atom.end}
            found[atom.kind].setdefault(str(name), entry)
            for inner in quoted(atom, lexicon):
                found["document"].setdefault(str(inner["name"]), inner)
    for claim in reading.claims:
        for one in claim.fillers:
            if claim.type == "post" and one.role == "agency" and branch_of_village(one.value):
                name = str(spelling(one.value))
                found["agency"].setdefault(name, {"name": name, "start": claim.start, "end": claim.end})
    return {kind: list(names.values()) for kind, names in found.items()}


def quoted(atom: Atom, lexicon: Lexicon) -> list[dict[str, object]]:
    """The documents that a title names inside it (关于批准《…》的决定, 关于修改某法的决定)."""
    if atom.kind != "document":
        return []
    title: str = atom.value.title
    within = atom.start + atom.text.find(title)
    inside = [m for m in amended(lexicon).finditer(title) if not lexicon.is_a(m[1][:2], "doc.generic")]
    return [
        {"name": m[1], "start": within + m.start(1), "end": within + m.end(1)}
        for m in (*INNER.finditer(title), *inside)
    ]


@remembered
def amended(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a document without marks in the title of a decision to change or repeal it."""
    act = lexicon.pattern("act.revise", "act.repeal")
    genre = lexicon.pattern("genre.law", "genre.title")
    about, of = lexicon.pattern("doc.about"), lexicon.pattern("particle.of")
    return re.compile(rf"{about}{act}([^《》〈〉、，]{{2,24}}?{genre}){of}")


def qualifies(line: Line, atom: Atom) -> bool:
    """Whether a body only says whose the unit right behind it is (某银行|某省分行): part of a longer name."""
    at = line.index(atom) + 1
    while at < len(line) and line[at].kind == "place" and line[at].start == line[at - 1].end:
        at += 1
    return at < len(line) and line[at].kind == "agency" and line[at].start == line[at - 1].end


def branch_of_village(value: object) -> bool:
    """Whether a body is the Party branch of a village or township that a title names (某村原党支部书记)."""
    return (
        isinstance(value, AgencyValue)
        and value.kind == "PartyCommittee"
        and value.place is not None
        and value.place.level in ("village", "township")
    )


def spelling(value: object) -> object:
    """The spelling of a filler in the schema: its name, a group as noun and count, anything else as it is."""
    if isinstance(value, GroupValue):
        return {"name": value.noun, "count": value.count}
    name = named(value)
    return value if name is None else name


def events(reading: Reading) -> list[dict[str, object]]:
    """The claims as events, each fact once."""
    claims = once([c for c in reading.claims if c.type in TYPES or c.rule.startswith(FRAMED)])
    spent = quoting(reading)
    left = [unspent(c, spent) for c in claims if not promulgating(c, claims, spent) and not exonerating(c)]
    return [shaped(c) for c in left]


def quoting(reading: Reading) -> tuple[str, ...]:
    """The numbers of orders whose own sentence puts out another document."""
    starts = {c.start for c in reading.claims if c.type == "issuance" and not numbered(c)}
    return tuple(
        a.value.title
        for line in reading.lines
        if line and any(line[0].start <= start < line[-1].end for start in starts)
        for a in line
        if a.kind == "document" and a.rule == ORDER
    )


def spends(title: object, spent: tuple[str, ...]) -> bool:
    """Whether an order is one of those; its number may be written without its first character."""
    return any(one.endswith(str(title)) or str(title).endswith(one) for one in spent)


def unspent(claim: Claim, spent: tuple[str, ...]) -> Claim:
    """A claim of orders without those that only put out another document."""
    if not numbered(claim):
        return claim
    kept = tuple(f for f in claim.fillers if f.role != "document" or not spends(named(f.value), spent))
    return replace(claim, fillers=kept)


def exonerating(claim: Claim) -> bool:
    """Whether a court found nobody guilty: the schema, which has no word for that, would accuse."""
    measures = [m for m in claim.all("measure") if isinstance(m, MeasureValue)]
    return bool(measures) and all(m.code in EXONERATING for m in measures)


def promulgating(claim: Claim, claims: list[Claim], spent: tuple[str, ...]) -> bool:
    """Whether a claim is of orders that only put out another document: that one is the event."""
    if not numbered(claim):
        return False
    titles = [named(value) for value in claim.all("document")]
    if len(titles) > 1 and spent:
        return all(spends(title, spent) for title in titles)
    return any(
        other.type == "issuance" and not numbered(other) and values(other, "agent") & values(claim, "agent")
        for other in claims
    )


def numbered(claim: Claim) -> bool:
    """Whether what is issued is a numbered order (第六十三号主席令)."""
    return claim.rule == "relate.issuance.order"


def shaped(claim: Claim) -> dict[str, object]:
    """One claim as an event."""
    event: dict[str, object] = {"type": claim.type}
    for one in claim.fillers:
        if one.role not in INTERNAL.get(claim.type, frozenset()) | GRAPH_ONLY:
            put(event, one)
    if claim.time.edtf:
        event["date"] = claim.time.edtf
    if claim.stance != "asserted":
        event["stance"] = claim.stance
    event["confidence"] = claim.confidence
    event["evidence"] = {"start": claim.start, "end": claim.end}
    return event


def put(event: dict[str, object], one: Filler) -> None:
    """Add a filler to an event's role."""
    if isinstance(one.value, MeasureValue) and one.value.code in UNLISTED:
        return
    if isinstance(one.value, bool):
        event[one.role] = one.value
        return
    told = event.setdefault(one.role, [])
    name = spelling(one.value)
    if isinstance(told, list) and name not in told:
        told.append(name)
