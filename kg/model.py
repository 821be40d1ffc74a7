"""The values that travel between stages. All frozen; text never changes after reading.

A *mention* is a stretch of text that names something. A *claim* is what one document says: an
event frame with role fillers, in mentions, with the spans it rests on. After resolution, mentions
have become *entities*, claims *facts* (an event, a tenure, a requirement …) that keep each claim as
a witness, and plain *edges* are derived from the asserted facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of Unicode code points of one document: ``text[start:end]`` is the quote."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read. ``folded`` has the same length as ``text`` and is only for matching."""

    id: str
    text: str
    folded: str
    title: str = ""
    url: str = ""
    published: str = ""
    """EDTF, may be partial; empty when neither given nor found."""
    published_basis: str = ""
    """``given`` | ``metadata`` | ``url`` | ``dateline`` | ``page`` (guessed) | ``inferred`` | ``""``."""
    source: str = ""
    """File (and line) the text came from, for messages."""
    sha256: str = ""
    """Digest of the text as read, where ``text`` has personal data blanked since; empty if it is the same."""
    dates: tuple[str, ...] = ()
    """Dates of publication that the page declares besides ``published``: ISO dates, sorted."""
    origin: str = ""
    """Whom the metadata of a page names as the source of its text."""
    ocr: float = 0.0
    """Mean chance that a character is read rightly, for a text read from a picture by OCR; 0 otherwise."""

    def quote(self, span: Span) -> str:
        """The exact words of a span of this document."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Time:
    """A date as resolved. Bounds are ISO dates, empty when open or unknown."""

    edtf: str = ""
    """EDTF level 1: ``2023-04``, ``2020/2022``, ``2022/..``, ``2018-05~``; empty = not dated."""
    text: str = ""
    """The words it was read from."""
    basis: str = ""
    """Code of scheme ``date-basis``: explicit | relative | inherited | inferred-year | report."""
    not_before: str = ""
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in the text. ``value`` is its standard form, set by the rule that found it."""

    span: Span
    kind: str
    """person | agency | place | document | post | group | date | measure | count | trigger …"""
    text: str
    rule: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Ref:
    """Points to an entity, fact or vocabulary term by id (``place/421381``, ``voc/genre/opinion``)."""

    id: str


@dataclass(frozen=True, slots=True)
class Text:
    """A plain string with a language (``zh`` or ``en``) or none."""

    text: str
    lang: str = ""


Scalar = Ref | Text | int | bool | float


@dataclass(frozen=True, slots=True)
class Property:
    """One predicate (a local name of ``ontology/kg.ttl``) with one value."""

    predicate: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span with its quote: what a reader is shown as proof."""

    span: Span
    quote: str

    @property
    def id(self) -> str:
        """Local id, ``ev/{doc}/{start}-{end}``."""
        return f"ev/{self.span.doc}/{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a mention (or a former id) belongs to an entity."""

    text: str
    rule: str
    span: Span | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the world: person, organisation, place, document, group, post, mechanism."""

    id: str
    kind: str
    """Class of ``ontology/kg.ttl``."""
    label: str
    aliases: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    mentions: tuple[Evidence, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """What one document says of a fact: the claim node, with its own evidence."""

    id: str
    doc: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    stance: str = "asserted"
    """asserted | planned | demanded | alleged | denied | negated."""
    review: str = "unreviewed"


@dataclass(frozen=True, slots=True)
class Role:
    """A filled role of a fact: predicate (``agent``, ``patient``, ``object`` …) and entity or term."""

    name: str
    filler: str
    """Id of an entity or of a vocabulary term (``voc/…``)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An event, tenure, requirement, definition or statement, with every witness to it."""

    id: str
    kind: str
    label: str
    roles: tuple[Role, ...]
    properties: tuple[Property, ...] = ()
    time: Time = field(default_factory=Time)
    agent_status: str = ""
    """Code of scheme ``agent-status`` for events: stated | metonym | not-stated | anonymous | inferred."""
    stance: str = "asserted"
    confidence: float = 0.9
    witnesses: tuple[Witness, ...] = ()

    def fillers(self, role: str) -> tuple[str, ...]:
        """The ids that fill one role, in order."""
        return tuple(r.filler for r in self.roles if r.name == role)


@dataclass(frozen=True, slots=True)
class Edge:
    """A plain edge between two nodes; ``facts`` names the facts it is derived from."""

    source: str
    predicate: str
    target: str
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt worth a person's eye."""

    code: str
    """Key of ``kg.issues.CATALOGUE``."""
    doc: str
    start: int
    end: int
    quote: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something considered and dropped on purpose, shown by ``kg explain --refused``."""

    span: Span
    text: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Graph:
    """What is published. Everything sorted by id; every output is drawn from this and nothing else.

    Large parts stand on the disk: each time a value is asked for it is another object, so go through them
    seldom and keep little.
    """

    documents: Sequence[Document]
    entities: Sequence[Entity]
    facts: Sequence[Fact]
    edges: Sequence[Edge]
    issues: Sequence[Issue] = ()
    refusals: Sequence[Refusal] = ()

    def held(self) -> Graph:
        """The same with every value in memory, for who goes through it many times."""
        texts, things, told = tuple(self.documents), tuple(self.entities), tuple(self.facts)
        return Graph(texts, things, told, tuple(self.edges), tuple(self.issues), tuple(self.refusals))

    def labels(self) -> Mapping[str, str]:
        """Label by id, for entities and facts."""
        return {e.id: e.label for e in self.entities} | {f.id: f.label for f in self.facts}
