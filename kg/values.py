"""What atoms mean once recognised: the value each rule gives to what it found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.gazetteer import Place

OWN_NAMES = frozenset(
    {"Enterprise", "StateOwnedEnterprise", "University", "PublicInstitution", "MediaOrganization"}
)
"""Classes of bodies whose registered name need not follow the official name of their division."""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """An administrative division as named; ``chain`` holds what stood directly before it, widest first."""

    name: str
    """Official name (望江县), or the name as written where the gazetteer has none (a village)."""
    level: str
    """country | province | prefecture | county | township | village | zone."""
    code: str = ""
    chain: tuple[PlaceValue, ...] = ()
    place: Place | None = None
    written: str = ""
    """The words of the text, where they are not the official name (石家庄)."""

    @property
    def alone(self) -> PlaceValue:
        """The division without what stood before it."""
        if not self.chain:
            return self
        return PlaceValue(self.name, self.level, self.code, (), self.place, self.written)

    @property
    def full(self) -> str:
        """The name with its written higher divisions in front."""
        return "".join(p.name for p in self.chain) + self.name


@dataclass(frozen=True, slots=True)
class AgencyValue:
    """A body as named: where, and the words that name it below the place."""

    body: str
    """Words below the place: 住建局住房保障办公室; for fixed names the canonical name."""
    kind: str
    """Class of ``ontology/kg.ttl`` by the last head."""
    place: PlaceValue | None = None
    parents: tuple[str, ...] = ()
    """Heads passed on the way, widest first: 住建局."""
    past: bool = False
    """Said to be a former body (民政局原干休所)."""
    as_written: bool = False
    """Whether the place keeps its written form in the name (铜陵经济技术开发区管委会)."""
    fixed: bool = False
    """A proper name that needs no place (国务院, 新华社)."""

    @property
    def label(self) -> str:
        """The innermost place and the body: 望江县住建局住房保障办公室."""
        if self.place is None:
            return self.body
        written = self.place.written if self.own_name else ""
        return (written or self.place.name) + self.body

    @property
    def own_name(self) -> bool:
        """Whether the name is the body's own, so that it stays as written (武汉大学, not 武汉市大学)."""
        return self.as_written or self.kind in OWN_NAMES

    @property
    def full(self) -> str:
        """The label with every written higher division in front."""
        return (self.place.full if self.place else "") + self.body


@dataclass(frozen=True, slots=True)
class TitleValue:
    """A post's title as written, and how it names its body: party | gov | unit | own | role."""

    title: str
    kind: str
    place: PlaceValue | None = None
    """The division a bare title of government means by the talk around it (市长)."""
    body: str = ""
    """The body that a title belongs to by itself (委员长)."""
    organ: str = ""
    """A party word written as part of the title (党组, 党委)."""


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A natural person as named."""

    name: str


@dataclass(frozen=True, slots=True)
class DocumentValue:
    """A document by title (without brackets); ``short`` when only a genre word stands for it."""

    title: str
    genre: str
    short: bool = False
    version: str = ""


@dataclass(frozen=True, slots=True)
class GroupValue:
    """Counted, unnamed parties: 32名党员干部."""

    count: int
    unit: str
    """person | organisation | case."""
    noun: str
    rest_of: bool = False
    """Said of a list that names some of them (甲、乙等10人)."""


@dataclass(frozen=True, slots=True)
class MeasureValue:
    """A measure of a closed vocabulary."""

    scheme: str
    code: str
    name: str
    term: str = ""
    """A duration as written (12年, 二年)."""


def named(value: object) -> str | None:
    """The name a value goes by; None for what has none: counted groups, words, truth values."""
    match value:
        case PersonValue(name=name) | PlaceValue(name=name) | MeasureValue(name=name):
            return name
        case AgencyValue():
            return value.label
        case DocumentValue(title=title):
            return title
    return None
