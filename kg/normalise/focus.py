"""The divisions a text speaks of, level by level, as it is read: what 该县 and 省纪委 mean now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.values import AgencyValue, PlaceValue

SHORT = 3
"""Characters of a body's name that many share (某小学)."""
LEVELS = ("province", "prefecture", "county", "zone", "township", "village")


@dataclass
class Focus:
    """The division last named at each level."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    at: dict[str, PlaceValue] = field(default_factory=dict)
    last: PlaceValue | None = None
    seen: dict[str, dict[str, PlaceValue]] = field(default_factory=dict)
    """Every division named so far, by level and name."""
    bodies: list[AgencyValue] = field(default_factory=list)
    """The bodies named so far, in order."""

    def note(self, value: AgencyValue) -> None:
        """Take note of a body named, and of the one it is an organ of (卫生院党支部: 卫生院)."""
        if value.parents and value.body.endswith(tuple(self.lexicon.kind("organ.of-body"))):
            self.bodies.append(replace(value, body=value.parents[-1], parents=value.parents[:-1]))
        self.bodies.append(value)

    def body(self, word: str) -> AgencyValue | None:
        """The body that such a word means (that bureau, that school): the last one with such an ending."""
        endings = tuple(self.lexicon.value("anaphor.body", word).split("|"))
        return next((b for b in reversed(self.bodies) if b.body.endswith(endings)), None)

    def in_full(self, body: str) -> AgencyValue | None:
        """The only body named so far whose label is a division and this name (某镇|某某小学)."""
        labels = {b.label: b for b in self.bodies if len(body) > SHORT and b.label.endswith(body)}
        full = [b for label, b in labels.items() if self.divided(label.removesuffix(body))]
        return full[0] if len(full) == 1 else None

    def divided(self, name: str) -> bool:
        """Whether a name ends as divisions do."""
        return len(name) > 1 and self.lexicon.is_a(name[-1], "level.char")

    def see(self, value: PlaceValue) -> None:
        """Take note of a division named; what does not contain it any more loses the focus below it."""
        if value.level == "country":
            return
        chain = [*value.chain, value] if value.chain else self.chain_of(value)
        known = self.at.get(value.level)
        again = known is not None and (known.name, known.code) == (value.name, value.code)
        for one in chain:
            self.at[one.level] = one.alone
            self.seen.setdefault(one.level, {})[one.name] = one.alone
        if not again:
            self.below(value.level)
        self.last = value

    def only(self) -> dict[str, PlaceValue]:
        """The divisions of which the text names one only: what a level means before it is named."""
        return {level: next(iter(named.values())) for level, named in self.seen.items() if len(named) == 1}

    def below(self, level: str) -> None:
        """Forget the divisions below a level."""
        for lower in LEVELS[LEVELS.index(level) + 1 :]:
            self.at.pop(lower, None)

    def chain_of(self, value: PlaceValue) -> list[PlaceValue]:
        """The division with what the gazetteer puts above it."""
        above = self.gazetteer.ancestors(value.place) if value.place else ()
        known = [PlaceValue(p.name, p.level, p.code, (), p) for p in reversed(above)]
        return [*known, value]

    def level(self, word: str) -> PlaceValue | None:
        """The division that a level word (省, 市, 县 …) means now."""
        wanted = self.lexicon.value("level.char", word) or self.lexicon.value("anaphor.level", word)
        if wanted == "city":
            options = [self.at.get("county"), self.at.get("prefecture"), self.at.get("province")]
            cities = [p for p in options if p and p.name.endswith(word[-1])]
            return cities[0] if cities else None
        if wanted == "district":
            value = self.at.get("county") or self.at.get("zone")
            options = [value, self.at.get("province")]
            return next((p for p in options if p and p.name.endswith(word[-1])), None)
        if wanted == "county":
            value = self.at.get("county")
            return value if value and not self.lexicon.is_a(value.name[-1:], "level.not-county") else None
        if wanted == "province":
            return self._province(word[-1])
        return self.at.get(wanted)

    def _province(self, ending: str) -> PlaceValue | None:
        """The province that a word ending so means: 省 is no municipality."""
        last = self.at.get("province")
        if last is None or last.name.endswith(ending):
            return last
        named = [p for p in self.seen.get("province", {}).values() if p.name.endswith(ending)]
        city = self.lexicon.value("level.char", last.name[-1:]) == "city"
        return named[0] if len(named) == 1 else None if city else last
