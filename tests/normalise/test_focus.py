"""What a level means is the division of that level that was named last."""

from __future__ import annotations

from built import resources

from kg.normalise.focus import Focus
from kg.values import PlaceValue


def focus(*names: str) -> Focus:
    """The focus after some divisions were named in order."""
    gazetteer, lexicon = resources().gazetteer, resources().lexicon
    seen = Focus(gazetteer, lexicon)
    for name in names:
        place = gazetteer.by_name(name)[0]
        seen.see(PlaceValue(place.name, place.level, place.code, (), place))
    return seen


def test_a_level_is_the_division_above_as_well() -> None:
    """The province of a county is known by the gazetteer."""
    province = focus("怀宁县").level("省")
    assert province is not None
    assert province.name == "安徽省"


def test_a_new_division_ends_those_below() -> None:
    """After a city is named, the county of the one before is meant no more."""
    assert focus("怀宁县", "芜湖市").level("县") is None


def test_only_one_of_a_level_is_known_from_the_start() -> None:
    """A text that names one county only means it from its first line on; of two, neither."""
    assert "county" in focus("怀宁县").only()
    assert "county" not in focus("怀宁县", "望江县").only()
