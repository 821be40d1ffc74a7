"""The competency questions on the sample graph: the rows of the domain study, from two engines."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pyoxigraph as ox
import pytest
from built import graph as built
from rdflib import Graph as RdfGraph
from sample import PERSON, sample_graph

from kg.export.turtle import turtle
from kg.ontology_dir import find
from kg.query import answer, resolve, shipped
from kg.vocab import Vocabulary

VOCABULARY = Vocabulary.load(find().path)
TURTLE = "".join(turtle(sample_graph(), VOCABULARY))
STORE = ox.Store()
STORE.load(TURTLE.encode(), format=ox.RdfFormat.TURTLE)
RDFLIB = RdfGraph().parse(data=TURTLE)
D1 = "关于开展鼓励担当作为监督行动的实施意见"
D2 = "关于进一步激励广大干部新时代新担当新作为的意见"
D3 = "关于解决形式主义突出问题为基层减负的通知"
OFFICE, OPEN = "中共中央办公厅", "通报澄清、会议澄清、书面澄清"
RELATIVE = "相对表达(以发布日期为锚)"
EXPECTED: dict[str, tuple[str, list[str]]] = {
    "cq01": (
        "issuer title genre date media",
        [
            f"{OFFICE}|{D2}|意见|2018-05~|新华社",
            f"{OFFICE}|{D3}|通知|2019-03~|央视",
            f"辽宁省委|{D1}|实施意见|2023-05-08~|辽宁日报",
        ],
    ),
    "cq02": (
        "name measure rank when grounds period organStatus",
        [f"{PERSON}|记大过|3|2023-02|畏难应付、不作为、不担当|2017/2022|未载"],
    ),
    "cq03": (
        "place date n unit ground methods organ",
        [
            f"广水市|2020/2022|32|名|失实举报|{OPEN}|(not stated)",
            "安庆市|2022/2023-05~|28|名|失实举报|—|安庆市纪检监察机关",
            "钦州市|2022/2023-05~|22|名|失实举报|—|(not stated)",
            "安徽省|2023-04|6|名|诬告陷害|—|(not stated)",
            f"广水市|2020/2022|1|个|失实举报|{OPEN}|(not stated)",
        ],
    ),
    "cq04a": ("prov raw", ["安徽省|34", "湖北省|32", "广西壮族自治区|22"]),
    "q25": ("prov lower upper", ["湖北省|32|32", "安徽省|28|34", "广西壮族自治区|22|22"]),
    "cq04b": ("a b", ["安庆澄清正名|安徽澄清正名"]),
    "cq05": ("organ n place date measures", ["公安机关(广水)|2|广水市|2020/2022|刑事拘留、治安打击"]),
    "cq06": (
        "organ date cases conduct named",
        [
            "山西省纪委监委|2019-08|5|不作为、不担当|—",
            "金华市纪委市监委|2021-06|4|不作为、乱作为|—",
            "山东省纪委监委|2023-04|4|不作为、乱作为、不担当、假作为|—",
            f"望江县纪委|2023-04|not stated|不作为、不担当|{PERSON}",
        ],
    ),
    "cq07": (
        "mech targets base",
        [
            "以事立案|问题线索|—",
            "容错纠错机制|—|三个区分开来",
            "尽职免责|—|—",
            "巡视巡察|—; “一把手”干事状态; 机关单位担当氛围; 班子成员担当表现; 不担当、不作为具体表现|—",
            "担当生态链|企业; 基层; 干部|—",
            "推进领导干部能上能下监督建议函|—|—",
            "整改减责|—|—",
            "查处诬告陷害|—; 诬告陷害行为|—",
            "案件查办|问题线索; 不担当的事; 不担当的人; 不担当的案; 腐败、作风和责任等问题|—",
            "正向激励、反向惩戒|—|—",
            "澄清正名|—|—",
            "能上能下|干部; 优者; 劣者; 庸者; 能者|—",
            "跟踪帮助|受处理处分党员干部|—",
        ],
    ),
    "cq08": (
        "mech docs n",
        [
            f"三个区分开来|{D2}; {D1}|2",
            f"容错纠错机制|{D1}; {D2}|2",
            f"查处诬告陷害|{D1}; {D3}|2",
            f"澄清正名|{D1}; {D3}|2",
        ],
    ),
    "cq09": (
        "by act target done",
        [
            f"{D3}|修订|中国共产党问责条例|false",
            f"{D3}|印发|纪检监察机关处理检举控告工作规则|false",
        ],
    ),
    "cq10": (
        "name post unit parent place city prov ended",
        [f"{PERSON}|主任|望江县住建局住房保障办公室|望江县住建局|望江县|安庆市|安徽省|true"],
    ),
    "cq11": (
        "label type text basis",
        [
            "安徽澄清正名|澄清正名|2023年4月|原文明示",
            "安徽省纪委监委发文称|表态|(承前)|承前省略",
            f"山东省纪委监委公开曝光|通报曝光|今年4月|{RELATIVE}",
            f"望江县纪委发布通报|通报曝光|今年4月|{RELATIVE}",
        ],
    ),
}
COUNTS = [32, 1, 2, 28, 22, 6, 5, 4, 4]


MORE: dict[str, tuple[str, list[str]]] = {
    "q13": (
        "name kind post body date ended",
        [
            "钱样本|任命|局长|望江县住建局|2019-07|",
            "钱样本|免职|局长|望江县住建局|2021-07|",
            f"{PERSON}|任职|主任|望江县住建局住房保障办公室||true",
        ],
    ),
    "q14": ("organ n", ["(not stated)|2", "望江县监委|1"]),
    "q15": (
        "year province n",
        [
            *(f"{y}|{p}|1" for y in ("2020", "2021", "2023") for p in ("安徽省", "all")),
            "all|安徽省|3",
            "all|all|3",
        ],
    ),
    "q16": (
        "target change by date done",
        [
            "湖北省样本监督办法|修订|安徽省纪委监委|2022-01|true",
            f"中国共产党问责条例|修订|{D3}||false",
            f"纪检监察机关处理检举控告工作规则|制定|{D3}||false",
        ],
    ),
    "q17": (
        "name accusation accusedWhen clearing clearedWhen organ",
        ["钱样本|钱样本被举报|2018-03|钱样本得到澄清|2018-09|望江县监委"],
    ),
    "q18": ("name date measure n", ["钱样本|2020-07|党内警告|2", "钱样本|2021-07|政务撤职|2"]),
    "q19": (
        "scheme rank measure band n",
        [
            "党纪处分|1|党内警告|band-2|1",
            "政务处分|3|政务记大过|band-2|1",
            "政务处分|5|政务撤职|band-3|1",
            "刑事措施和刑罚|7|有期徒刑|band-4|1",
            "对诬告者的处理|3|治安处罚||1",
            "对诬告者的处理|4|刑事拘留|band-4|1",
        ],
    ),
    "q22": (
        "label date measure announcer",
        [f"{PERSON}受到政务记大过处分|2023-02|政务记大过|望江县纪委", "钱样本受党内警告|2020-07|党内警告|"],
    ),
}


def normal(cell: str) -> tuple[str, ...]:
    """A cell of several values as a set in order, since GROUP_CONCAT has none."""
    return tuple(sorted(part for piece in cell.split("; ") for part in piece.split("、")))


def table(rows: object) -> list[tuple[tuple[str, ...], ...]]:
    """Rows made comparable."""
    return sorted(tuple(normal(str(c)) for c in row) for row in rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", [*EXPECTED, *MORE])
def test_rows_of_the_domain_study(number: str) -> None:
    """Column names and rows are those printed there."""
    columns, rows = (EXPECTED | MORE)[number]
    result = answer(STORE, resolve(number))
    assert result.columns == tuple(columns.split())
    assert table(result.rows) == table(r.split("|") for r in rows)


def test_evidence_of_an_edge() -> None:
    """Every edge with a fact behind it is shown with words that stand in the text."""
    result = answer(STORE, resolve("q20"))
    graph = sample_graph()
    assert {r[3] for r in result.rows} == {e.quote for k in graph.edges for e in k.evidence}
    assert all(graph.documents[0].text[int(r[5]) : int(r[6])] == r[3] for r in result.rows)


def test_lists_are_complete() -> None:
    """All roles of persons, all that is not asserted, all dated events."""
    facts = sample_graph().facts
    persons = [r for f in facts for r in f.roles if r.filler.startswith("person/")]
    assert len(answer(STORE, resolve("q21")).rows) == len(persons)
    others = [f for f in facts if f.stance != "asserted"]
    assert len(answer(STORE, resolve("q23")).rows) == len(others)
    dated = [f for f in facts if f.time.edtf and f.stance == "asserted"]
    assert len(answer(STORE, resolve("q24")).rows) == len(dated)


def test_there_are_twenty_six_queries() -> None:
    """The pack is complete, and every query has its rows checked somewhere here."""
    stems = {s.stem.split("-")[0] for s in shipped()}
    assert len(stems) == 26
    assert stems == {*EXPECTED, *MORE, "cq12", "q20", "q21", "q23", "q24"}


GIVEN = "2022年2月,望江县住建局局长赵试样受到{}处分。"
ENDED = "2023年{}月,望江县纪委{}望江县住建局局长赵试样{}处分。"


def test_sanctions_taken_back_are_not_counted() -> None:
    """Of two sanctions one was taken back: nobody was punished twice, and what ends a measure gives none."""
    told = (GIVEN.format("党内警告"), GIVEN.format("政务记过"))
    ends = (ENDED.format(5, "撤销", "党内警告"), ENDED.format(8, "解除", "政务记过"))
    for texts, twice, given in ((told, 2, 2), ((*told, *ends), 0, 1)):
        store = ox.Store()
        store.load("".join(turtle(built(*texts), VOCABULARY)).encode(), format=ox.RdfFormat.TURTLE)
        rows = {n: table(answer(store, resolve(n)).rows) for n in ("q14", "q15", "q18", "q19")}
        assert len(rows["q18"]) == twice
        assert len(rows["q19"]) == given
        assert rows["q14"] == [(("(not stated)",), (str(given),))]
        assert rows["q15"][0][-1] == (str(given),)


def test_counts_stand_with_their_words() -> None:
    """Nine counted claims in eight events, each with its offsets."""
    result = answer(STORE, resolve("cq12"))
    assert result.columns == ("label", "n", "start", "end", "exact")
    assert sorted(int(r[1]) for r in result.rows) == sorted(COUNTS)
    text = sample_graph().documents[0].text
    assert all(text[int(r[2]) : int(r[3])] == r[4] for r in result.rows)


@cache
def examples() -> tuple[ox.Store, RdfGraph]:
    """The example notices as the whole pipeline builds them, in both engines."""
    folder = find().path.parent / "docs" / "examples"
    notices = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    text, store = "".join(turtle(built(*notices), VOCABULARY)), ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    return store, RdfGraph().parse(data=text)


@pytest.mark.parametrize("data", [lambda: (STORE, RDFLIB), examples], ids=["sample", "examples"])
@pytest.mark.parametrize("stem", [s.stem for s in shipped()])
def test_two_engines_agree(stem: str, data: Callable[[], tuple[ox.Store, RdfGraph]]) -> None:
    """Oxigraph and rdflib give the same rows for every shipped query, on the sample and on built texts."""
    store, graph = data()
    text = resolve(stem)
    by_rdflib = [["" if c is None else str(c) for c in row] for row in graph.query(text)]  # type: ignore[union-attr]
    assert table(answer(store, text).rows) == table(by_rdflib)


@pytest.mark.parametrize("stem", [s.stem for s in shipped()])
def test_every_query_answers_something(stem: str) -> None:
    """A shipped query that is empty on the sample would be untested."""
    assert answer(STORE, resolve(stem)).rows
