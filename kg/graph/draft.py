"""A claim on its way to a fact: roles filled with ids, the words it rests on, and what makes it itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.graph.passage import passage
from kg.graph.when import closed, dated
from kg.model import Document, Evidence, Property, Role, Scalar, Time
from kg.published import owned_up, stated
from kg.reading import Reading
from kg.relate.claim import Claim, Filler
from kg.resolve import World, quote
from kg.resolve.quote import separates
from kg.values import GroupValue

VERB = 6
"""Characters of a verb of saying, at most."""
INHERITED, ANONYMOUS, GUESS = 0.8, 0.6, 0.5
"""Confidence where place or time is carried over, the speaker is unnamed, a link is guessed (domain 3.6)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A group that fills a role: minted when its fact is, since a group is nothing outside it."""

    role: str
    value: GroupValue
    found: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What stays of a claim once its fact is made: where it stands, and what tells it from other claims."""

    found: Evidence
    start: int
    end: int
    """The sentence or clause it was read in."""
    rule: str
    time: Time
    stance: str
    confidence: float
    word: str = ""
    """The word of the text that tells of the act."""
    groups: tuple[Counted, ...] = ()

    @property
    def doc(self) -> str:
        """Id of the text."""
        return self.found.span.doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Told):
    """One claim, or the part of it that makes one fact."""

    kind: str
    key: tuple[str, ...]
    """What makes a fact itself, date and measures aside."""
    roles: tuple[Role, ...] = ()
    properties: tuple[Property, ...] = ()
    status: str = ""
    strict: bool = False
    """Whether only the same date makes the same fact, and a missing one only inside one text."""
    published: str = ""
    """When the text was published, as far as it says so."""

    @property
    def measures(self) -> frozenset[str]:
        """Ids of the measures given."""
        return frozenset(r.filler for r in self.roles if r.name == "measure")


@dataclass
class Desk:
    """One claim of one text laid out for drafting."""

    reading: Reading
    claim: Claim
    world: World
    roles: list[Role] = field(default_factory=list)
    properties: list[Property] = field(default_factory=list)
    groups: list[Counted] = field(default_factory=list)
    status: str = ""
    start: int = -1
    """Where the words begin, if before the claim's own."""
    limit: float = 1.0
    """The highest confidence that the fillers allow."""

    @property
    def document(self) -> Document:
        """The text."""
        return self.reading.document

    @property
    def found(self) -> Evidence:
        """The words of the claim."""
        return passage(self.document, self.claim, self.start)

    def words(self, filler: Filler) -> Evidence:
        """The words of a filler; where it has none of its own, those of the claim."""
        return quote(self.document, filler.start, filler.end) if filler.start >= 0 else self.found

    def of(self, *roles: str) -> list[Filler]:
        """The fillers of some roles."""
        return [f for f in self.claim.fillers if f.role in roles]

    def fill(self, role: str, local: str) -> None:
        """Put an entity or term into a role, once."""
        if Role(role, local) not in self.roles:
            self.roles.append(Role(role, local))

    def tell(self, predicate: str, value: Scalar) -> None:
        """Add a property, once."""
        if Property(predicate, value) not in self.properties:
            self.properties.append(Property(predicate, value))

    def draft(
        self, kind: str, *key: str, strict: bool = False, stance: str = "", event: bool = True
    ) -> Draft:
        """The draft of what has been laid out."""
        vocabulary, found, claim = self.world.vocabulary, self.found, self.claim
        time = dated(owned_up(claim.time, self.document), found.quote, vocabulary)
        carried = time.basis == "inherited"
        limit = min(self.limit, INHERITED) if carried else self.limit
        return Draft(
            kind=kind,
            key=(kind, *key),
            roles=tuple(self.roles),
            properties=tuple(self.properties),
            groups=tuple(self.groups),
            time=closed(time, stated(self.document), vocabulary),
            status=(self.status or "not-stated") if event else "",
            stance=stance or claim.stance,
            confidence=min(claim.confidence, limit),
            found=found,
            start=claim.start,
            end=claim.end,
            rule=claim.rule,
            word=claim.trigger or between(claim, found),
            strict=strict,
            published=stated(self.document),
        )

    def here(self) -> tuple[str, str]:
        """A key that no other claim shares: the text and the offset."""
        return self.document.id, str(self.claim.start)


def between(claim: Claim, found: Evidence) -> str:
    """The words from whoever speaks to what is said (发文称), where they are few."""
    ends = [f.end for f in claim.fillers if f.role == "agent" and f.start >= 0]
    starts = [f.start for f in claim.fillers if f.role == "content" and f.start >= 0]
    if not (ends and starts):
        return ""
    first = found.span.start
    words = "".join(c for c in found.quote[max(ends) - first : min(starts) - first] if not separates(c))
    return words if len(words) <= VERB else ""
