"""Places: by code, and below the county by name inside it."""

from __future__ import annotations

from built import edges, entity, graph, refs

TEXT = "望江县高士镇武昌村村委会主任钱样本受到政务警告处分。广水市纪委通报2起典型问题。"


def test_counties_go_by_code_and_hang_in_their_city() -> None:
    """The gazetteer, not the text, says what a county lies in."""
    built = graph(TEXT)
    assert refs(entity(built, "place/421381"), "containedInPlace") == ["place/421300"]
    assert ("随州市", "湖北省") in edges(built, "containedIn")
    assert ("湖北省", "中国") in edges(built, "containedIn")


def test_villages_hang_in_township_and_county() -> None:
    """A village has no code: county and names on the way make its id."""
    built = graph(TEXT)
    village = next(e for e in built.entities if e.label == "武昌村")
    assert village.id.startswith("place/340827-h")
    assert ("武昌村", "高士镇") in edges(built, "containedIn")
    assert ("高士镇", "望江县") in edges(built, "containedIn")


def test_villages_of_one_name_in_two_counties_stay_two() -> None:
    """The same name below two counties is two places."""
    built = graph(
        "望江县武昌村村委会主任赵试样受到政务警告处分。", "广水市武昌村村委会主任钱样本受到政务警告处分。"
    )
    assert len([e for e in built.entities if e.label == "武昌村"]) == 2


def test_short_and_full_name_are_one_place() -> None:
    """广水 and 广水市 are one place with both names."""
    built = graph("湖北广水,2022年为3名干部澄清正名。", "广水市纪委通报2起典型问题。")
    place = entity(built, "place/421381")
    assert place.label == "广水市"
    assert "广水" in place.aliases
