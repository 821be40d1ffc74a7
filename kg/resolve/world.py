"""All that the texts name, as entities: asks the rule of each kind and keeps the register."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.gazetteer import Gazetteer
from kg.ids import mint
from kg.lexicon import Lexicon
from kg.model import Document, Evidence, Issue, Ref, Refusal, Span, Text
from kg.reading import Reading
from kg.resolve.document import Documents, normal
from kg.resolve.genre import class_of, genre_code
from kg.resolve.judgements import Judgements
from kg.resolve.organ import Organ, identify, why, with_chain
from kg.resolve.person import Persons, find_persons
from kg.resolve.place import place_id, see_place
from kg.resolve.register import Register
from kg.values import AgencyValue, DocumentValue, PlaceValue
from kg.vocab import Vocabulary


@dataclass
class World:
    """The entities of all texts, and the way from a value to its entity."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    vocabulary: Vocabulary
    register: Register = field(default_factory=Register)
    villages: dict[str, PlaceValue] = field(default_factory=dict)
    """Name -> the village or township of the text at hand with the divisions it was named under."""
    documents: Documents = field(default_factory=lambda: Documents({}, {}, {}))
    persons: Persons = field(default_factory=lambda: find_persons((), Lexicon({})))
    sources: dict[str, str] = field(default_factory=dict)
    """Id of a text -> id of the text it copies, itself where it copies none."""
    origins: dict[str, str] = field(default_factory=dict)
    """Id of a text that is no copy -> id of whoever it is from, where it or a copy of it says so."""
    weights: dict[str, float] = field(default_factory=dict)
    """Id of a text -> what its source counts, where its tier is known."""
    judged: Judgements = field(default_factory=Judgements)
    issues: list[Issue] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    def enter(self, reading: Reading) -> None:
        """Turn to a text: what its names mean is asked until the next one is entered."""
        self.villages = {}
        for line in reading.lines:
            for atom in line:
                if isinstance(atom.value, PlaceValue) and atom.value.chain:
                    self.villages.setdefault(atom.value.name, atom.value)

    def whole(self, value: PlaceValue) -> PlaceValue:
        """A division with the chain it was first named under in the text at hand."""
        known = self.villages.get(value.name)
        return with_chain(value, {value.name: known}) if known else value

    def place_id(self, value: PlaceValue, doc: str) -> str:
        """The id of a division, without taking note of it."""
        return place_id(self.whole(value), doc)

    def place(self, value: PlaceValue, doc: str, found: Evidence | None) -> str:
        """The id of a division named in ``found``."""
        return see_place(self.whole(value), doc, found, self.register, self.gazetteer)

    def seat(self, value: PlaceValue, doc: str, found: Evidence | None) -> str:
        """The id of a body's division; rests on the body's mention only where no text names it itself."""
        named = self.register.first(self.place_id(value, doc))
        return self.place(value, doc, None if named else found)

    def organ(self, value: AgencyValue, doc: str) -> Organ:
        """What a body's name means in a text, without taking note of it."""
        place = self.place_id(value.place, doc) if value.place else ""
        return identify(value, place, doc, self.lexicon)

    def agency(self, value: AgencyValue, doc: str, found: Evidence | None) -> str:
        """The id of a body named in ``found``; its place, the bodies above and its members come with it."""
        organ = self.organ(value, doc)
        known = organ.id in self.register
        rule = f"resolve.organ.{why(value, organ.place, self.lexicon)}"
        self.register.see(organ.id, organ.kind, organ.name, found, rule)
        if value.place and value.full != value.label and not value.own_name:
            self.register.also(organ.id, value.full)
        if not known:
            self._tell(organ, value, doc, found)
        return organ.id

    def _tell(self, organ: Organ, value: AgencyValue, doc: str, found: Evidence | None) -> None:
        """What the name of a body says beyond naming it."""
        if value.place:
            self.register.tell(organ.id, "jurisdiction", Ref(self.seat(value.place, doc, found)))
        if organ.parent:
            above = self.agency(organ.parent, doc, part(found, organ.parent.body))
            self.register.tell(organ.id, "subOrganizationOf", Ref(above))
        for member in organ.members:
            self.register.tell(organ.id, "hasMember", Ref(self.agency(member, doc, found)))

    def person(self, name: str, document: Document, found: Evidence | None) -> str:
        """The id of a person named in a text."""
        local = self.persons.ids[document.id, name]
        reason = self.persons.reason(document.id, name)
        rule, score = (reason.rule, reason.score) if reason else ("resolve.person.name-in-text", 1.0)
        self.register.see(local, "Person", name, found, rule, score)
        return local

    def document(
        self, value: DocumentValue, document: Document, found: Evidence | None, year: int | None = None
    ) -> str:
        """The id of a document named in a text; ``year`` is that of the act told, where there is one."""
        title = normal(value.title, self.lexicon)
        local = self.documents.id(document.id, title, year, document.published)
        issuers = self.documents.issuers.get(local, frozenset())
        code = genre_code(value.genre, self.lexicon)
        of_party = any(self.vocabulary.is_a(self.register.kind(i), "PartyOrganization") for i in issuers)
        kind = class_of(title, code, self.lexicon, of_party=of_party)
        known = local in self.register
        self.register.see(local, kind, value.title, found, "resolve.document.title-issuer-year")
        if not known:
            self.register.call(local, value.title)
            self.register.tell(local, "title", Text(value.title, "zh"))
            self.register.tell(local, "genre", Ref(f"voc/genre/{code}"))
            for issuer in sorted(issuers):
                self.register.tell(local, "passedBy", Ref(issuer))
            for number in sorted(self.documents.numbers.get(local, ())):
                self.register.tell(local, "documentNumber", Text(number))
        return local

    def post(self, title: str, body: str, place: str, found: Evidence | None) -> str:
        """The id of a post: its title in its body, or in its place."""
        local = mint("post", body or place, title)
        self.register.see(
            local, "Post", title, found, "resolve.post.body-title" if body else "resolve.post.title"
        )
        if body:
            self.register.tell(local, "postIn", Ref(body))
        return local

    def mechanism(self, label: str, found: Evidence | None) -> str:
        """The id of a mechanism by its name without quotation marks."""
        name = label.strip().strip('“”‘’"')
        local = mint("mechanism", name)
        self.register.see(local, "Mechanism", name, found, "resolve.mechanism.name")
        return local


def part(found: Evidence | None, words: str) -> Evidence | None:
    """The piece of a mention up to the end of some of its words: the name of the body above."""
    if found is None:
        return None
    at = found.quote.find(words)
    if at < 0:
        return found
    end = at + len(words)
    return Evidence(Span(found.span.doc, found.span.start, found.span.start + end), found.quote[:end])
