"""Designations: which posts a person is said to hold (望江县住建局住房保障办公室原主任某某).

Read left to right: bodies and divisions set the scene, modifiers say whether the post is past, titles queue
up, and the person they lead to takes them all; a person named first takes what a verb of holding lists.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.lexicon import Lexicon
from kg.recognise.line import Atom, Context, Line
from kg.relate.claim import Claim, Filler
from kg.values import AgencyValue, PlaceValue, TitleValue

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


@dataclass(frozen=True, slots=True)
class Post:
    """A title with its body and whether it is past."""

    title: str
    agency: AgencyValue | PlaceValue | None
    former: bool
    atom: Atom


@dataclass
class Scene:
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
    planned: bool = False
    """Whether the titles being read are only proposed."""
    lasting: bool = False
    """Whether "former" holds for the whole list of persons (时任)."""
    opened: int | None = None
    """Index of the atom where the designation now being read begins."""
    spans: dict[int, int] = field(default_factory=dict)
    """Index of a person's atom -> index where its designation begins."""


@dataclass(frozen=True, slots=True)
class Designations:
    """The posts of a line, and how far to the left each person's designation reaches."""

    posts: tuple[tuple[Atom, Post], ...]
    spans: dict[int, int]


def designations(line: Line, context: Context, subject: Atom | None = None) -> Designations:
    """Every (person, post) that a line states; a line of a career states posts of ``subject``."""
    scene = Scene(context.lexicon)
    if subject is not None and career(line):
        scene.holder, scene.former = subject, line[0].value.open not in ("resume-now", "since")
    found: list[tuple[Atom, Post]] = []
    scene.subject = subject
    bracket = False
    for index, atom in enumerate(line):
        after = line[index + 1].text if index + 1 < len(line) else ""
        aside = bool(scene.queue) or (scene.agency is not None and context.lexicon.is_a(after, "alias.intro"))
        bracket = bracket or (atom.text == "（" and aside)
        if not bracket:
            step(atom, line, index, scene, found)
        bracket = bracket and atom.text != "）"
    finish(scene, found)
    return Designations(tuple(found), scene.spans)


def step(atom: Atom, line: Line, index: int, scene: Scene, found: list[tuple[Atom, Post]]) -> None:
    """Read one atom."""
    lexicon = scene.lexicon
    before = line[index - 1] if index else None
    scene.qualifier = scene.qualifier if atom.kind == "title" else ""
    if scene.opened is None and (
        atom.kind in ("place", "agency", "title") or lexicon.is_a(atom.text, "mod.former")
    ):
        scene.opened = index
    if atom.kind == "person":
        adjacent = before is not None and (
            before.kind == "title" or lexicon.is_a(before.text, "honorific", "link.title", "title.weak")
        )
        titled = before is not None and bool(scene.queue) and lexicon.is_a(before.text[-1:], "ending.title")
        adjacent = adjacent or titled
        scene.spans[index] = scene.opened if adjacent and scene.opened is not None else index
    if atom.kind == "place":
        scene.place, scene.agency = atom.value, None
    elif atom.kind == "agency":
        scene.agency = unit_of_last(atom.value, scene)
    elif atom.kind == "title":
        take_title(atom, line, index, scene, found)
    elif atom.kind == "person":
        take_person(atom, before, scene, found)
    elif (
        lexicon.is_a(atom.text, "title.weak")
        and followed_by_person(line, index)
        and line[index + 1].start == atom.end
    ):
        if scene.agency is None and scene.place is None:
            return
        scene.queue.append(Post(atom.text, scene.agency or scene.place, bool(scene.former), atom))
    elif atom.kind == "word" and lexicon.is_a(atom.text, "mod.planned"):
        scene.planned = True
    elif atom.kind == "word" and lexicon.is_a(atom.text, "mod.former"):
        scene.former = lexicon.value("mod.former", atom.text).startswith("yes")
        scene.lasting = lexicon.value("mod.former", atom.text) == "yes-all"
        if lexicon.is_a(atom.text, "mod.holds") and scene.holder is None:
            scene.holder = last_person(line, index)
    elif atom.kind == "word" and lexicon.is_a(atom.text, "mod.holds"):
        finish(scene, found)
        scene.holder = last_person(line, index) or scene.subject
        earlier = any(lexicon.is_a(a.text, "mod.before") for a in line[max(0, index - 6) : index])
        scene.former = True if earlier and scene.former is None else scene.former
        scene.agency = scene.place = None
    elif qualifies(atom, line, index, scene):
        scene.qualifier = atom.text
    elif (scene.queue and lexicon.is_a(atom.text, "link.title") and followed_by_person(line, index)) or (
        lexicon.is_a(atom.text, "party.prefix")
        or (scene.holder is not None
        and atom.kind == "word"
        and atom.pos.startswith("n"))
    ):
        pass
    elif lexicon.is_a(atom.text, "list.join", "mod.join"):
        if not scene.queue:
            scene.opened = None
    elif (
        scene.queue
        and lexicon.is_a(atom.text[-1:], "ending.title")
        and followed_by_person(line, index)
        and line[index + 1].start == atom.end
    ):
        scene.queue.append(
            Post(atom.text, scene.agency or scene.carried or scene.queue[-1].agency, bool(scene.former), atom)
        )
    elif scene.queue and atom.kind == "word" and atom.pos[:1] in "nmj" and leads_on(line, index):
        scene.agency = scene.place = None
    elif atom.kind != "date":
        finish(scene, found, lexicon.is_a(atom.text, "holds.past"))
        scene.agency = scene.place = scene.former = scene.opened = None
        scene.lasting = False


def leads_on(line: Line, index: int) -> bool:
    """Whether ordinary nouns lead to one more title and the person (…主任兼|三|社|社长某某)."""
    for at in range(index + 1, min(index + 4, len(line) - 1)):
        if line[at].kind == "title":
            return line[at + 1].kind == "person"
        if line[at].kind != "word" or line[at].start != line[at - 1].end:
            return False
    return False


def qualifies(atom: Atom, line: Line, index: int, scene: Scene) -> bool:
    """Whether an ordinary word stands between a body and a title, without a gap: it belongs to the title."""
    if atom.kind != "word" or not 0 < index < len(line) - 1 or atom.pos[:1] not in ("n", "v", "b", "j"):
        return False
    if atom.text in scene.lexicon.family("head") or scene.lexicon.is_a(atom.text, "level.char"):
        return False
    before, behind = line[index - 1], line[index + 1]
    close = before.end == atom.start and behind.start == atom.end
    return (
        close
        and before.kind in ("agency", "place")
        and behind.kind == "title"
        and behind.value.kind == "unit"
    )


def followed_by_person(line: Line, index: int) -> bool:
    """Whether the next atom is a person (总经理的某某)."""
    return index + 1 < len(line) and line[index + 1].kind == "person"


def unit_of_last(value: AgencyValue, scene: Scene) -> AgencyValue:
    """A bare unit named after another post of the same person belongs to that post's body (省委副秘书长、办公厅主任)."""
    last = scene.queue[-1].agency if scene.queue else None
    if value.place is not None or value.fixed or not isinstance(last, AgencyValue) or value.own_name:
        return value
    if last.kind not in PARENTS or scene.lexicon.is_a(value.body, "head.core"):
        return value
    return AgencyValue(
        last.body + value.body, value.kind, last.place, (*last.parents, last.body), value.past, last.fixed
    )


def career(line: Line) -> bool:
    """Whether a line is one of a career: a period, then bodies and titles, no person."""
    if line[0].kind != "date" or any(a.kind == "person" for a in line):
        return False
    if line[0].value.open.startswith("resume"):
        return True
    period = line[0].value.end is not None or line[0].value.open == "since"
    return period and len(line) > 1 and line[1].kind in ("agency", "place", "title")


def titles_in(line: Line, context: Context) -> list[Post]:
    """The posts a stretch of a line names, when the person stands elsewhere (任命某某为…)."""
    scene = Scene(context.lexicon)
    dropped: list[tuple[Atom, Post]] = []
    for index, atom in enumerate(line):
        if atom.kind in ("place", "agency", "title") or context.lexicon.is_a(
            atom.text, "list.join", "mod.former", "mod.join"
        ):
            step(atom, line, index, scene, dropped)
    return scene.queue


def last_person(line: Line, index: int) -> Atom | None:
    """The person named last before an atom."""
    return next((a for a in reversed(line[:index]) if a.kind == "person"), None)


def take_title(atom: Atom, line: Line, index: int, scene: Scene, found: list[tuple[Atom, Post]]) -> None:
    """Queue a title, or give it to the person it stands right behind (习近平总书记)."""
    value: TitleValue = atom.value
    before = line[index - 1] if index else None
    if value.kind == "role":
        return
    if before is not None and before.kind == "person" and before.end == atom.start:
        follows = line[index + 1] if index + 1 < len(line) else None
        if follows is None or follows.kind != "person":
            found.append((before, Post(value.title, body_of(value, Scene(scene.lexicon))[1], False, atom)))
            return
    title, agency = body_of(value, scene)
    title, scene.qualifier = scene.qualifier + title, ""
    scene.queue.append(Post(title, agency, bool(scene.former), atom))


def body_of(value: TitleValue, scene: Scene) -> tuple[str, AgencyValue | PlaceValue | None]:
    """The title and the body it is a post of, by the kind of title."""
    agency, place = scene.agency, scene.place
    lexicon = scene.lexicon
    where = agency.place if agency and agency.place else place or value.place
    if value.kind == "own":
        return value.title, AgencyValue(value.body, "Organization", fixed=True) if value.body else agency
    if agency is not None and agency.past:
        scene.former = True
    if value.kind == "gov":
        return value.title, government(agency, where, value, scene)
    if scene.lexicon.is_a(value.title[:1], "of-village.title") and len(value.title) > 1:
        village = where or (scene.carried.place if scene.carried else None)
        return value.title[1:] if value.kind == "unit" and village else value.title, village or agency
    if value.kind == "organ" and agency is None and place is not None:
        return value.title[len(value.organ) :], AgencyValue(value.organ, "PartyCommittee", place)
    if value.kind == "organ" or value.kind == "unit":
        found = agency or scene.carried if agency or not place else None
        if (
            found is not None
            and value.kind == "unit"
            and found.body in lexicon.kind("organ.of-body")
            and scene.carried
        ):
            return found.body + value.title, scene.carried
        return value.title, found or place
    if agency is not None and agency.parents and agency.body.endswith(tuple(lexicon.kind("organ.of-body"))):
        return inside_body(agency, value.title)
    return value.title, agency or scene.carried or place


def inside_body(agency: AgencyValue, title: str) -> tuple[str, AgencyValue]:
    """教育局党委 + 书记: a post of the bureau whose title is 党委书记."""
    parent = agency.parents[-1]
    organ = agency.body[len(parent) :]
    return organ + title, replace(agency, body=parent, parents=agency.parents[:-1], kind=agency.kind)


def government(
    agency: AgencyValue | None, where: PlaceValue | None, value: TitleValue, scene: Scene
) -> AgencyValue | PlaceValue | None:
    """The government that a mayor or county head leads."""
    if agency is not None and agency.kind == "Government":
        return agency
    if where is None and scene.carried is not None:
        where = scene.carried.place
    suffix = next(iter(scene.lexicon.kind("gov.suffix")), "")
    return AgencyValue(suffix, "Government", where) if where else None


def take_person(atom: Atom, before: Atom | None, scene: Scene, found: list[tuple[Atom, Post]]) -> None:
    """Give the queued posts to a person; a person joined to another by a mark shares them."""
    adjacent = before is not None and (
        before.kind == "title"
        or scene.lexicon.is_a(before.text, "honorific", "link.title", "title.weak")
        or (scene.queue
        and scene.lexicon.is_a(before.text[-1:], "ending.title"))
    )
    if scene.planned:
        scene.queue, scene.planned = [], False
    if scene.queue and adjacent:
        found += [(atom, post) for post in scene.queue]
        carried = next((p.agency for p in reversed(scene.queue) if isinstance(p.agency, AgencyValue)), None)
        scene.carried = carried or scene.carried
        scene.queue = []
    elif not scene.queue and before is not None and scene.lexicon.is_a(before.text, "list.join") and found:
        share(atom, before, found)
    scene.agency = scene.place = scene.holder = scene.opened = None
    scene.former = True if scene.lasting else None


def share(atom: Atom, join: Atom, found: list[tuple[Atom, Post]]) -> None:
    """副总理甲某、乙某: the second holds what the first does, when only a mark stands between."""
    last = found[-1][0]
    if last.end == join.start and join.text != "，":
        found += [(atom, post) for person, post in list(found) if person is last]


def finish(scene: Scene, found: list[tuple[Atom, Post]], past: bool = False) -> None:
    """End a run of titles: they go to the one said to hold them, or to nobody."""
    if scene.planned:
        scene.queue, scene.planned = [], False
    if scene.queue and scene.holder is not None:
        former = past if scene.former is None else scene.former
        found += [(scene.holder, replace(post, former=former or post.former)) for post in scene.queue]
        scene.holder = None
    scene.queue = []


def post_claims(found: Designations) -> list[Claim]:
    """The post claims of a line."""
    return [post_claim(person, post) for person, post in found.posts]


def post_claim(person: Atom, post: Post) -> Claim:
    """One person's post as a claim."""
    fillers = [
        Filler("person", person.value, person.start, person.end),
        Filler("title", post.title, post.atom.start, post.atom.end),
    ]
    if post.agency is not None:
        fillers.append(Filler("agency", post.agency))
    if post.former:
        fillers.append(Filler("former", True))
    start, end = min(person.start, post.atom.start), max(person.end, post.atom.end)
    return Claim("post", tuple(fillers), start, end, "relate.designation")
