"""The gazetteer: its tables are sound, and names and codes lead to the right places."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.gazetteer import RANKS, Gazetteer, Place

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "places"
HEADER = ["code", "name", "level", "parent", "from", "to", "successor", "short"]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of the project, read once."""
    return Gazetteer.load(FOLDER)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The rows of the divisions table."""
    head, *lines = (FOLDER / "divisions.tsv").read_text("utf-8").splitlines()
    assert head.split("\t") == HEADER
    return [dict(zip(HEADER, line.split("\t"), strict=True)) for line in lines]


def years(row: dict[str, str]) -> tuple[int, int]:
    """First and last year of a row, with the open ends filled in."""
    return int(row["from"] or 1980), int(row["to"] or 2100)


def codes(places: tuple[Place, ...]) -> list[str]:
    """The codes of places."""
    return [place.code for place in places]


def the(gazetteer: Gazetteer, code: str) -> Place:
    """The place of a code, which must exist."""
    place = gazetteer.place(code)
    assert place is not None
    return place


# --- tables --------------------------------------------------------------------------------------


def test_rows_are_sorted_and_unique(rows: list[dict[str, str]]) -> None:
    """Rows come by code and start, and no code has a name twice under one parent."""
    order = [(row["code"], int(row["from"] or 0)) for row in rows]
    keys = [(row["code"], row["name"], row["parent"]) for row in rows]
    assert order == sorted(order)
    assert len(keys) == len(set(keys))


def test_rows_are_typed(rows: list[dict[str, str]]) -> None:
    """Codes have six digits, levels are known, and no row ends before it starts."""
    for row in rows:
        assert len(row["code"]) == 6, row
        assert row["code"].isdigit(), row
        assert row["level"] in RANKS, row
        assert row["name"], row
        assert years(row)[0] <= years(row)[1], row


def test_no_pseudo_names(rows: list[dict[str, str]]) -> None:
    """The names that only group the districts of a municipality are no places."""
    assert not {"市辖区", "县", "市", "直辖县"} & {row["name"] for row in rows}


def test_shorts_differ_from_the_name(rows: list[dict[str, str]]) -> None:
    """A short name is not the official one, not listed twice, and long enough below provinces."""
    for row in rows:
        shorts = row["short"].split()
        assert row["name"] not in shorts, row
        assert len(shorts) == len(set(shorts)), row
        assert row["level"] in {"country", "province"} or all(len(s) > 1 for s in shorts), row


def test_every_parent_exists(rows: list[dict[str, str]]) -> None:
    """Every row but the country has a parent one level or more above, valid at both its ends."""
    by_code: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_code.setdefault(row["code"], []).append(row)
    for row in (row for row in rows if row["level"] != "country"):
        above = [p for p in by_code[row["parent"]] if RANKS[p["level"]] < RANKS[row["level"]]]
        for year in years(row):
            assert any(years(p)[0] <= year <= years(p)[1] for p in above), (row, year)


def test_every_successor_exists(rows: list[dict[str, str]]) -> None:
    """A successor is given for ended rows only and is valid in the year after."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        spans.setdefault(row["code"], []).append(years(row))
    for row in (row for row in rows if row["successor"]):
        after = int(row["to"]) + 1
        assert any(a <= after <= b for a, b in spans[row["successor"]]), row


def test_recent_changes_have_successors(rows: list[dict[str, str]]) -> None:
    """Whatever ended since 2010 has a successor."""
    assert not [row for row in rows if row["to"] >= "2010" and not row["successor"]]


def test_current_counts(rows: list[dict[str, str]]) -> None:
    """The current divisions are 34 provinces, 333 prefectures and 2,847 counties."""
    current = [row["level"] for row in rows if not row["to"]]
    counts = [current.count(level) for level in ("country", "province", "prefecture", "county")]
    assert counts == [1, 34, 333, 2847]


def test_townships_table(rows: list[dict[str, str]]) -> None:
    """Township rows are sorted, unique, have twelve digits and a current county above."""
    text = gzip.decompress((FOLDER / "townships.tsv.gz").read_bytes()).decode("utf-8")
    table = [line.split("\t") for line in text.splitlines()[1:]]
    counties = {row["code"] for row in rows if not row["to"]}
    assert table == sorted(table)
    assert len(table) == len({row[0] for row in table}) == 38749
    assert all(len(row[0]) == 12 and row[2] in counties and row[3] for row in table)


def test_suffixes_are_typed() -> None:
    """Every suffix belongs to a level or to the ethnic names."""
    lines = (FOLDER / "suffixes.tsv").read_text("utf-8").splitlines()
    table = [line.split("\t") for line in lines[1:]]
    assert lines[0].split("\t") == ["suffix", "level", "note"]
    assert all(len(row) == 3 and row[1] in {*RANKS, "ethnic"} for row in table)


# --- names and codes -----------------------------------------------------------------------------

PLACES = {
    "辽宁": "210000",
    "湖北": "420000",
    "安徽": "340000",
    "广西": "450000",
    "山西": "140000",
    "浙江": "330000",
    "山东": "370000",
    "中国": "100000",
    "广水": "421381",
    "安庆": "340800",
    "钦州": "450700",
    "金华": "330700",
    "望江": "340827",
}


@pytest.mark.parametrize(("name", "code"), PLACES.items())
def test_places_of_the_design(gazetteer: Gazetteer, name: str, code: str) -> None:
    """Each of the 13 places of the design study is found by its short name alone."""
    assert codes(gazetteer.candidates(name, (), 2023)) == [code]


def test_guangshui_lies_in_suizhou(gazetteer: Gazetteer) -> None:
    """广水 lies in 随州, and that in 湖北."""
    assert codes(gazetteer.ancestors(the(gazetteer, "421381"))) == ["421300", "420000"]


def test_skipped_level(gazetteer: Gazetteer) -> None:
    """安徽望江, which leaves 安庆 out, still means the county in 安庆."""
    province = gazetteer.candidates("安徽", (), 2023)
    (county,) = gazetteer.candidates("望江", province, 2023)
    assert county.code == "340827"
    assert gazetteer.within(county, the(gazetteer, "340800"))
    assert gazetteer.within(county, province[0])
    assert gazetteer.within(county, the(gazetteer, "100000"))


def test_same_sound_is_not_the_same_place(gazetteer: Gazetteer) -> None:
    """钦州 and 秦州区, alike in pinyin, are two places."""
    assert codes(gazetteer.candidates("秦州区", (), 2023)) == ["620502"]
    assert not gazetteer.within(the(gazetteer, "620502"), the(gazetteer, "450700"))


def test_ambiguous_name(gazetteer: Gazetteer) -> None:
    """鼓楼区 means four places, two in 江苏, one in 南京."""
    assert len(gazetteer.candidates("鼓楼区", (), 2023)) == 4
    jiangsu, nanjing = the(gazetteer, "320000"), the(gazetteer, "320100")
    assert codes(gazetteer.candidates("鼓楼区", [jiangsu], 2023)) == ["320106", "320302"]
    assert codes(gazetteer.candidates("鼓楼区", [nanjing], 2023)) == ["320106"]


def test_higher_level_first(gazetteer: Gazetteer) -> None:
    """吉林 is the province, even in a text about the province, and 朝阳 the prefecture."""
    jilin = the(gazetteer, "220000")
    assert codes(gazetteer.candidates("吉林", [jilin], 2023)) == ["220000"]
    assert codes(gazetteer.candidates("朝阳", (), 2023)) == ["211300"]


def test_municipality_districts(gazetteer: Gazetteer) -> None:
    """Districts of a municipality lie in it directly, as do counties held by a province."""
    assert codes(gazetteer.ancestors(the(gazetteer, "110105"))) == ["110000"]
    assert codes(gazetteer.ancestors(the(gazetteer, "429004"))) == ["420000"]
    assert codes(gazetteer.ancestors(the(gazetteer, "659001"))) == ["650000"]


def test_renamed_prefecture(gazetteer: Gazetteer) -> None:
    """襄樊市 ended in 2009 and went on as 襄阳市 under the same code."""
    (old,) = gazetteer.by_name("襄樊市")
    assert (old.code, old.valid_to, old.successor) == ("420600", 2009, "420600")
    assert the(gazetteer, "420600").name == "襄阳市"
    assert gazetteer.place("420600", 2005) == old


@pytest.mark.parametrize(
    ("name", "code", "last", "successor"),
    [
        ("吴县", "320524", 1994, "320586"),
        ("徐水县", "130625", 2014, "130609"),
        ("江干区", "330104", 2020, "330102"),
        ("兴仁县", "522322", 2017, "522302"),
        ("下城区", "330103", 2020, "330105"),
        ("庐山区", "360402", 2015, "360402"),
        ("渝北区", "500112", 2024, "500157"),
    ],
)
def test_historic_names(gazetteer: Gazetteer, name: str, code: str, last: int, successor: str) -> None:
    """A county that became something else is found with its last year and what took over."""
    (found,) = gazetteer.candidates(name, (), last)
    assert (found.code, found.valid_to, found.successor) == (code, last, successor)


def test_old_name_without_a_valid_year(gazetteer: Gazetteer) -> None:
    """A name used the year after it ended is found all the same."""
    assert codes(gazetteer.candidates("襄樊市", (), 2011)) == ["420600"]


def test_changed_code(gazetteer: Gazetteer) -> None:
    """公主岭市 has one code until 2019 and another, in 长春, since."""
    before = gazetteer.candidates("公主岭市", (), 2019)
    after = gazetteer.candidates("公主岭市", (), 2023)
    assert (codes(before), codes(after)) == (["220381"], ["220184"])
    assert before[0].successor == after[0].code
    assert gazetteer.within(after[0], the(gazetteer, "220100"))


def test_place_of_a_year(gazetteer: Gazetteer) -> None:
    """A code gives the name of that year, today's without a year, nothing when unknown."""
    assert the(gazetteer, "360402").name == "濂溪区"
    old = gazetteer.place("360402", 2010)
    assert old is not None
    assert old.name == "庐山区"
    assert the(gazetteer, "330104").name == "江干区"
    assert gazetteer.place("999999") is None


@pytest.mark.parametrize(
    ("short", "code"),
    [
        ("桂", "450000"),
        ("内蒙古", "150000"),
        ("蒙", "150000"),
        ("沿河", "520627"),
        ("沿河县", "520627"),
        ("沿河自治县", "520627"),
        ("西乌旗", "152526"),
        ("西乌珠穆沁", "152526"),
        ("延边", "222400"),
        ("延边州", "222400"),
        ("海北州", "632200"),
        ("黔东南州", "522600"),
        ("东乡县", "622926"),
        ("鄂伦春旗", "150723"),
        ("积石山县", "622927"),
        ("神农架", "429021"),
        ("浦东", "310115"),
        ("锡山", "320205"),
        ("万柏林", "140109"),
    ],
)
def test_short_forms(gazetteer: Gazetteer, short: str, code: str) -> None:
    """Autonomous units, banners and districts are found by their usual short forms."""
    assert codes(gazetteer.candidates(short, (), 2023)) == [code]


@pytest.mark.parametrize("word", ["公安", "资源", "新华", "大兴", "会同", "全州", "公园"])
def test_everyday_words_are_no_short_forms(gazetteer: Gazetteer, word: str) -> None:
    """A word of every text is not the short name of a county."""
    assert gazetteer.by_name(word) == ()


def test_names_cover_by_name(gazetteer: Gazetteer) -> None:
    """Every listed name is listed once, leads somewhere and says rightly if it is official."""
    names = dict(gazetteer.names())
    assert len(names) == len(list(gazetteer.names()))
    assert names["望江县"]
    assert not names["望江"]
    assert "凤垟乡" not in names
    assert all(official == _official(gazetteer, name) for name, official in names.items())


def _official(gazetteer: Gazetteer, name: str) -> bool:
    """Whether some place has this very name."""
    places = gazetteer.by_name(name)
    assert places
    return any(place.name == name for place in places)


def test_current_comes_first(gazetteer: Gazetteer) -> None:
    """Current places precede ended ones, whatever their level."""

    def ended() -> Iterator[list[bool]]:
        for name, _ in gazetteer.names():
            yield [place.valid_to is not None for place in gazetteer.by_name(name)]

    assert all(flags == sorted(flags) for flags in ended())


# --- townships -----------------------------------------------------------------------------------


def test_townships_of_a_county(gazetteer: Gazetteer) -> None:
    """A county has its townships by name, and each lies in the county's prefecture."""
    towns = gazetteer.townships("340827")
    assert towns["华阳镇"].level == "township"
    assert gazetteer.within(towns["华阳镇"], the(gazetteer, "340800"))
    assert gazetteer.townships("999999") == {}


def test_ethnic_township(gazetteer: Gazetteer) -> None:
    """营厂乡 is found, though its official name is 营厂满族乡."""
    (county,) = {p.code for p in gazetteer.by_name("西丰县") if p.valid_to is None}
    assert gazetteer.townships(county)["营厂乡"].name == "营厂满族乡"


def test_loading_is_fast(gazetteer: Gazetteer) -> None:
    """The divisions load in well under 60 ms on an idle machine; the bound here is lenient."""
    best = 9.0
    for _ in range(5):
        start = time.perf_counter()
        Gazetteer.load(FOLDER)
        best = min(best, time.perf_counter() - start)
    assert best < 0.2
