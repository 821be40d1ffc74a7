"""Bodies: place + organ type + unit. 望江县纪委 = 中共望江县纪律检查委员会 = 安徽省望江县纪委.

The words below the place are cut into the heads passed on the way (住建局 ▸ 住房保障办公室) and each is
brought to one spelling by the closed table ``lexicon/organ_equivalents.tsv``. Fixed names (国务院) are
what they are. A name without place that is no proper name (教育局) belongs to its document alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.ids import digest
from kg.lexicon import Lexicon, remembered
from kg.values import AgencyValue, PlaceValue

LONGEST_HEAD = 8


@dataclass(frozen=True, slots=True)
class Organ:
    """A body as identified: id, class, name and the bodies it is part of or made of."""

    id: str
    kind: str
    name: str
    place: str
    """Id of its place, or an empty string."""
    parent: AgencyValue | None = None
    members: tuple[AgencyValue, ...] = ()


def segments(value: AgencyValue, lexicon: Lexicon) -> tuple[str, ...]:
    """The body's words cut at each head that is a body of its own, each in its standard spelling."""
    whole = standard(value.body, lexicon)
    if whole != value.body or value.body in lexicon.kind("organ.slug"):
        return (whole,)
    cuts = [len(p) for p in parents(value, lexicon)]
    parts = [value.body[a:b] for a, b in zip([0, *cuts], [*cuts, len(value.body)], strict=True)]
    return tuple(standard(p, lexicon) for p in parts)


def parents(value: AgencyValue, lexicon: Lexicon) -> tuple[str, ...]:
    """The heads on the way that name bodies: a bare weak head (中心 of 中心小学) does not."""
    weak = lexicon.kind("head.weak")
    found: list[str] = []
    for parent in value.parents:
        bare = parent in weak and weak[parent].note == "InternalUnit" and not found
        if value.body.startswith(parent) and parent != value.body and not bare:
            found.append(parent)
    return tuple(found)


@remembered
def standard(words: str, lexicon: Lexicon) -> str:
    """One spelling for the names of one organ: by the table, else by stem (住房和城乡建设局 = 住建局)."""
    word = lexicon.kind("organ.same").get(words)
    if word:
        return word.value
    for size in range(min(len(words) - 1, 12), 1, -1):
        stem = lexicon.kind("organ.stem").get(words[:size])
        if stem:
            rest = words[size:]
            return (
                stem.value + lexicon.value("organ.same", rest)
                if rest in lexicon.kind("organ.same")
                else stem.value + rest
            )
    return words


def identify(value: AgencyValue, place: str, doc: str, lexicon: Lexicon) -> Organ:
    """What a value names. ``place`` is the id of its place, or empty."""
    parts = segments(value, lexicon)
    name = "".join(parts)
    slug = lexicon.kind("organ.slug").get(name)
    kind = slug.note if slug else value.kind
    scope = () if place or value.fixed or own_name(value, lexicon) else (doc,)
    area = place.removeprefix("place/") if place else "cn" if value.fixed else "any"
    kept = slug is not None and bool(place)
    local = (
        f"org/{area}-{slug.value}"
        if slug and kept
        else f"org/{area}-{type_of(kind)}-{digest(*scope, *parts)}"
    )
    return Organ(local, kind, value.label, place, parent_of(value, lexicon), members_of(value, name, lexicon))


def why(value: AgencyValue, place: str, lexicon: Lexicon) -> str:
    """How a body is known by this name: fixed | equivalent | place-type-unit | name."""
    if value.fixed:
        return "fixed"
    if "".join(segments(value, lexicon)) != value.body:
        return "equivalent"
    return "place-type-unit" if place else "name"


def own_name(value: AgencyValue, lexicon: Lexicon) -> bool:
    """Whether a name without place is a proper one: a class with registered names, and more than a head."""
    return value.own_name and value.body not in lexicon.family("head")


def parent_of(value: AgencyValue, lexicon: Lexicon) -> AgencyValue | None:
    """The body this one is a unit of, as its name says."""
    single = len(segments(value, lexicon)) == 1
    if single and not (value.fixed and value.parents):
        return None
    above = value.parents if value.fixed else parents(value, lexicon)
    if not above:
        return None
    body = above[-1]
    kind = class_of(body, lexicon) or value.kind
    return replace(value, body=body, kind=kind, parents=above[:-1], past=False)


def members_of(value: AgencyValue, name: str, lexicon: Lexicon) -> tuple[AgencyValue, ...]:
    """The two bodies that a joint organ is made of (合署办公): 纪委 and 监委 of the same place."""
    joint = lexicon.kind("organ.members").get(name)
    if joint is None or not (value.place or value.fixed):
        return ()
    return tuple(
        replace(value, body=b, kind=class_of(b, lexicon) or value.kind, parents=())
        for b in joint.value.split()
    )


def class_of(body: str, lexicon: Lexicon) -> str:
    """The class of a body by its fixed name or its longest head."""
    fixed = lexicon.kind("agency").get(body) or lexicon.kind("organ.slug").get(body)
    if fixed:
        return fixed.note
    heads = lexicon.family("head")
    for size in range(min(len(body), LONGEST_HEAD), 0, -1):
        if body[-size:] in heads:
            return heads[body[-size:]].note
    return ""


def type_of(kind: str) -> str:
    """An ASCII word for a class, for ids: ``GovernmentDepartment`` -> ``government-department``."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind).strip("-")


def with_chain(value: PlaceValue, known: dict[str, PlaceValue]) -> PlaceValue:
    """A village or township with the divisions it was first named under, where this mention has none."""
    return value if value.code or value.chain else known.get(value.name, value)
