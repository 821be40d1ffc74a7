"""A post, and the body it is one of: what a title means after the bodies and divisions read before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.lexicon import Lexicon
from kg.normalise.unit import unit_of
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler
from kg.values import AgencyValue, PlaceValue, TitleValue

MODIFIERS = ("mod.planned", "mod.former", "mod.holds")
"""Kinds of words that say of titles behind them that they are proposed, past or held."""


NOBODY = "none"
"""What the lexicon says of a title that is of no body (国家主席)."""


@dataclass(frozen=True, slots=True)
class Post:
    """A title with its body and whether it is past."""

    title: str
    agency: AgencyValue | PlaceValue | None
    former: bool
    atom: Atom
    then: bool = False
    """Whether it is only said to have been held at the time told of (时任), perhaps till now."""


@dataclass
class State:
    """What has been read of a line so far."""

    lexicon: Lexicon
    agency: AgencyValue | None = None
    place: PlaceValue | None = None
    former: bool | None = None
    queue: list[Post] = field(default_factory=list)
    holder: Atom | None = None
    carried: AgencyValue | None = None
    subject: Atom | None = None
    """The person the text is about, for sentences that name none."""
    qualifier: str = ""
    """A word between a body and the title that belongs to the title (防火|监督员)."""
    apposed: Atom | None = None
    """The person that a line begins with and whose posts follow behind a comma."""
    foreign: bool = False
    """Whether the clause is about somebody whose name was not read."""
    planned: bool = False
    """Whether the titles being read are only proposed."""
    lasting: bool = False
    """Whether "former" holds for the whole list of persons (时任)."""
    opened: int | None = None
    """Index of the atom where the designation now being read begins."""
    lifelong: Atom | None = None
    """The person whose career the line is an entry of: holds every title of it."""
    by_entry: bool | None = None
    """Whether the posts of such a line are past."""
    succeeded: bool = False
    """Whether the next line of a career goes on from this one, so that its posts are past."""
    spans: dict[int, int] = field(default_factory=dict)
    """Index of a person's atom -> index where its designation begins."""


def unit_of_last(value: AgencyValue, state: State) -> AgencyValue:
    """A bare unit named after another post of a person belongs to that body."""
    last = state.queue[-1].agency if state.queue else None
    return unit_of(value, last if isinstance(last, AgencyValue) else None, state.lexicon)


def body_of(value: TitleValue, state: State) -> tuple[str, AgencyValue | PlaceValue | None]:
    """The title and the body it is a post of, by the kind of title."""
    agency, place = state.agency, state.place
    lexicon = state.lexicon
    where = agency.place if agency and agency.place else place or value.place
    if value.kind == "own":
        own = AgencyValue(value.body, "Organization", fixed=True) if value.body else agency
        return value.title, None if value.body == NOBODY else own
    if agency is not None and agency.past:
        state.former = True
    if value.kind == "gov":
        return value.title, government(agency, where, state)
    if state.lexicon.is_a(value.title[:1], "of-village.title") and len(value.title) > 1:
        village = where or (state.carried.place if state.carried else None)
        return value.title[1:] if value.kind == "unit" and village else value.title, village or agency
    if value.kind == "organ" and agency is None and place is not None:
        return value.title[len(value.organ) :], AgencyValue(value.organ, "PartyCommittee", place)
    carried = None if agency is None and place is not None else state.carried
    if value.kind in ("organ", "unit"):
        found = agency or carried
        organ = found is not None and lexicon.is_a(found.body, "organ.of-body")
        if found is not None and organ and value.kind == "unit" and carried is not None:
            return found.body + value.title, carried
        parent = parent_of(found, lexicon) if value.kind == "unit" else None
        if parent is not None and of_body(value.title, parent, lexicon):
            return value.title, parent
        return value.title, of_which(value.title, found, lexicon) if found is not None else place
    if agency is not None and agency.parents and agency.body.endswith(tuple(lexicon.kind("organ.of-body"))):
        return inside_body(agency, value.title)
    return value.title, agency or state.carried or place


def parent_of(agency: AgencyValue | None, lexicon: Lexicon) -> AgencyValue | None:
    """The body that a Party organ is one of (某大学党委: 某大学)."""
    if agency is None or not agency.parents or not agency.body.endswith(tuple(lexicon.kind("organ.of-body"))):
        return None
    return inside_body(agency, "")[1]


def of_which(title: str, body: AgencyValue, lexicon: Lexicon) -> AgencyValue:
    """The unit, or the body around it where only that has such a post (水利部规划司司长、副|部长)."""
    around = body
    while around.parents and not of_body(title, around, lexicon):
        if not around.body.startswith(around.parents[-1]):
            return body
        around = inside_body(around, "")[1]
    return around if of_body(title, around, lexicon) else body


def of_body(title: str, body: AgencyValue, lexicon: Lexicon) -> bool:
    """Whether a title names such a body's own post, not one of its Party organ's (大学党委常委、副|校长)."""
    posts = lexicon.kind("post.of")
    post = next((posts[title[n:]] for n in range(len(title)) if title[n:] in posts), None)
    return post is not None and body.body.endswith(tuple(post.value.split("|")))


def inside_body(agency: AgencyValue, title: str) -> tuple[str, AgencyValue]:
    """教育局党委 + 书记: a post of the bureau whose title is 党委书记."""
    parent = agency.parents[-1]
    organ = agency.body[len(parent) :]
    return organ + title, replace(agency, body=parent, parents=agency.parents[:-1])


def government(
    agency: AgencyValue | None, where: PlaceValue | None, state: State
) -> AgencyValue | PlaceValue | None:
    """The government that a mayor or county head leads."""
    if agency is not None and agency.kind == "Government":
        return agency
    if where is None and state.carried is not None:
        where = state.carried.place
    suffix = next(iter(state.lexicon.kind("gov.suffix")), "")
    return AgencyValue(suffix, "Government", where) if where else None


def post_claims(posts: Iterable[tuple[Atom, Post]]) -> list[Claim]:
    """The post claims of a line."""
    return [post_claim(person, post) for person, post in posts]


def post_claim(person: Atom, post: Post) -> Claim:
    """One person's post as a claim."""
    fillers = [
        Filler("person", person.value, person.start, person.end),
        Filler("title", post.title, post.atom.start, post.atom.end),
    ]
    if post.agency is not None:
        fillers.append(Filler("agency", post.agency))
    if post.former:
        fillers.append(Filler("former", value=True))
    start, end = min(person.start, post.atom.start), max(person.end, post.atom.end)
    rule = "relate.designation.then" if post.then else "relate.designation"
    return Claim("post", tuple(fillers), start, end, rule)
