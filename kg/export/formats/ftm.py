"""FollowTheMoney entities, the form compliance tools read: ``entities.ftm.json``, one a line.

Persons, bodies, posts with who held them, sanctions, the texts and what they document. Lossy by nature:
FollowTheMoney has nothing for clearings, mechanisms, demands and counted groups. Only what is asserted is
exported: an allegation must not become an entry of a sanctions list, nor an acquittal, a charge that ended in
one, or a sanction taken back. Partial dates stay partial.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from kg.export.formats.quads import Files
from kg.export.formats.view import ALT_LABEL, Thing, View
from kg.graph.criminal import EXONERATING, KIND
from kg.graph.when import before
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

PUBLIC = (
    "StateOrgan",
    "PartyOrganization",
    "JointDisciplineOrgan",
    "DispatchedGroup",
    "PublicInstitution",
    "InternalUnit",
    "GrassrootsAutonomousOrganization",
    "ConsultativeConference",
)
"""Organisations that are public bodies, with everything below them; enterprises are companies."""
_ORG = "http://www.w3.org/ns/org#"
_TERMS = "http://purl.org/dc/terms/"
_SCHEMA = "https://schema.org/"
_PART = re.compile(r"\d{4}(?:-\d{2}){0,2}")

Properties = dict[str, list[str]]


def files(view: View, vocabulary: Vocabulary) -> Files:
    """The one file."""
    maker = _Maker(view, vocabulary)
    lines = (json.dumps(e, ensure_ascii=False, sort_keys=True) + "\n" for e in maker.entities())
    return {"entities.ftm.json": "".join(lines)}


def ftm_id(local: str) -> str:
    """An id that FollowTheMoney accepts: letters, digits, points and hyphens."""
    return "cadre-kg-" + re.sub(r"[^0-9A-Za-z.-]+", "-", local).strip("-.")


def ends(edtf: str) -> tuple[list[str], list[str]]:
    """Start and end of an EDTF value as partial dates; a single date starts and does not end."""
    start, _, end = edtf.partition("/")
    return [m[0] for m in _PART.finditer(start)], [m[0] for m in _PART.finditer(end)]


class _Maker:
    """Makes every entity, parties first, so that what refers to them comes after."""

    def __init__(self, view: View, vocabulary: Vocabulary) -> None:
        self._view = view
        self._vocabulary = vocabulary
        self._facts = [f for f in view.facts() if f.text(NAMESPACE + "stance").endswith("/asserted")]
        self._void = self._undone()
        self._parties = {e.id: s for e in view.entities() if (s := self._schema(e))}
        self._posts = {e.id for e in view.things("post")}

    def entities(self) -> Iterator[dict[str, object]]:
        for thing in self._view.entities():
            if thing.id in self._parties:
                yield self._party(thing)
            elif thing.id in self._posts:
                yield self._position(thing)
            elif thing.id.startswith("text/"):
                yield self._article(thing)
        for fact in self._facts:
            if fact.kind == "Tenure":
                yield from self._occupancies(fact)
            elif self._is_a(fact.kind, "Sanctioning", KIND) and fact.id not in self._void:
                yield from self._sanctions(fact)
        yield from self._documentations()

    def _undone(self) -> set[str]:
        """Ids of what no list of sanctions may hold, as ``kg.graph.reversal`` has it for the plain edges."""
        found: set[str] = set()
        ends: dict[str, list[str]] = {}
        cases = [f for f in self._facts if f.kind == KIND]
        for fact in self._facts:
            if fact.kind == "Overturning":
                found |= set(self._locals(fact, NAMESPACE + "object"))
            if EXONERATING & set(self._locals(fact, NAMESPACE + "measure")):
                found.add(fact.id)
                for who in self._locals(fact, NAMESPACE + "patient"):
                    ends.setdefault(who, []).append(fact.text(NAMESPACE + "notAfter"))
        for fact in cases:
            last = [e for who in self._locals(fact, NAMESPACE + "patient") for e in ends.get(who, ())]
            if any(before(fact.text(NAMESPACE + "notBefore"), end) for end in last):
                found.add(fact.id)
        return found

    def _is_a(self, kind: str, *ancestors: str) -> bool:
        return any(self._vocabulary.is_a(kind, a) for a in ancestors)

    def _schema(self, thing: Thing) -> str:
        if thing.kind == "Person":
            return "Person"
        if not self._is_a(thing.kind, "Organization"):
            return ""
        if self._is_a(thing.kind, "Enterprise"):
            return "Company"
        return "PublicBody" if self._is_a(thing.kind, *PUBLIC) else "Organization"

    def _entity(self, schema: str, local: str, properties: Properties) -> dict[str, object]:
        filled = {k: list(dict.fromkeys(x for x in v if x)) for k, v in properties.items()}
        return {"id": ftm_id(local), "schema": schema, "properties": {k: v for k, v in filled.items() if v}}

    def _party(self, thing: Thing) -> dict[str, object]:
        properties: Properties = {
            "name": [thing.label],
            "alias": list(thing.texts(ALT_LABEL)),
            "country": ["cn"],
            "sourceUrl": self._urls(thing),
        }
        return self._entity(self._parties[thing.id], thing.id, properties)

    def _position(self, thing: Thing) -> dict[str, object]:
        body = self._get(thing.text(_ORG + "postIn"))
        place = self._get(body.text(NAMESPACE + "jurisdiction")) if body else None
        properties: Properties = {
            "name": [f"{body.label if body else ''}{thing.label}"],
            "country": ["cn"],
            "organization": self._ids([body.id] if body else [], "PublicBody", "Organization", "Company"),
            "subnationalArea": [place.text(_TERMS + "identifier")] if place else [],
        }
        return self._entity("Position", thing.id, properties)

    def _article(self, thing: Thing) -> dict[str, object]:
        publisher = self._get(thing.text(_SCHEMA + "publisher"))
        properties: Properties = {
            "title": [thing.label],
            "sourceUrl": list(thing.texts(_SCHEMA + "url")),
            "publishedAt": ends(thing.text(NAMESPACE + "published"))[0],
            "publisher": [publisher.label] if publisher else [],
            "language": ["zho"],
        }
        return self._entity("Article", thing.id, properties)

    def _occupancies(self, fact: Thing) -> Iterator[dict[str, object]]:
        started, ended = ends(fact.text(NAMESPACE + "dateEDTF"))
        over = fact.text(NAMESPACE + "ended")
        for holder in self._ids(self._locals(fact, _ORG + "member"), "Person"):
            for post in (p for p in self._locals(fact, _ORG + "role") if p in self._posts):
                properties: Properties = {
                    "holder": [holder],
                    "post": [ftm_id(post)],
                    "startDate": started,
                    "endDate": ended,
                    "status": ["ended"] if over == "true" else ["unknown"],
                    "sourceUrl": self._urls(fact),
                    "recordId": [fact.id],
                }
                yield self._entity("Occupancy", f"{fact.id}-{holder}-{post}", properties)

    def _sanctions(self, fact: Thing) -> Iterator[dict[str, object]]:
        patients = self._locals(fact, NAMESPACE + "patient")
        for patient in self._ids(patients, "Person", "PublicBody", "Organization", "Company"):
            yield self._entity("Sanction", f"{fact.id}-{patient}", {"entity": [patient]} | self._said(fact))

    def _said(self, fact: Thing) -> Properties:
        """What a sanction says apart from whom it strikes."""
        started, ended = ends(fact.text(NAMESPACE + "dateEDTF"))
        concepts = [self._vocabulary.concept(m) for m in self._locals(fact, NAMESPACE + "measure")]
        measures = [c for c in concepts if c]
        return {
            "authority": self._labels(fact, NAMESPACE + "agent"),
            "program": [self._vocabulary.schemes[c.scheme].zh for c in measures],
            "provisions": [c.name for c in measures],
            "reason": self._labels(fact, NAMESPACE + "ground"),
            "duration": list(fact.texts(NAMESPACE + "term")),
            "startDate": started,
            "endDate": ended,
            "summary": [fact.label],
            "country": ["cn"],
            "sourceUrl": self._urls(fact),
            "recordId": [fact.id],
        }

    def _documentations(self) -> Iterator[dict[str, object]]:
        """One link for each text and party it speaks of, by mention or by role in a fact."""
        found: set[tuple[str, str]] = set()
        for thing in self._view.entities():
            if thing.id in self._parties:
                found |= {(t, thing.id) for t in self._texts(thing, "mention")}
        for fact in self._facts:
            fillers = {f for _, f in self._view.roles(fact) if f in self._parties}
            found |= {(t, f) for t in self._texts(fact, "evidence") for f in fillers}
        for text, party in sorted(found):
            properties = {"document": [ftm_id(text)], "entity": [ftm_id(party)]}
            yield self._entity("Documentation", f"{text}-{party}", properties)

    def _texts(self, thing: Thing, predicate: str) -> set[str]:
        stretches = [self._get(e) for e in thing.texts(NAMESPACE + predicate)]
        source = "http://www.w3.org/ns/oa#hasSource"
        return {self._view.local(s.text(source)) for s in stretches if s}

    def _urls(self, thing: Thing) -> list[str]:
        texts = self._texts(thing, "evidence") | self._texts(thing, "mention")
        things = [self._view.get(t) for t in sorted(texts)]
        return [u for t in things if t for u in t.texts(_SCHEMA + "url")]

    def _get(self, iri: str) -> Thing | None:
        return self._view.get(self._view.local(iri)) if iri else None

    def _locals(self, thing: Thing, predicate: str) -> list[str]:
        return [self._view.local(v) for v in thing.texts(predicate)]

    def _labels(self, fact: Thing, predicate: str) -> list[str]:
        found = [self._view.get(i) for i in self._locals(fact, predicate)]
        return [t.label for t in found if t]

    def _ids(self, locals_: Iterable[str], *schemas: str) -> list[str]:
        return [ftm_id(i) for i in locals_ if self._parties.get(i) in schemas]
