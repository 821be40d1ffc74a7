"""What holds for every reading: true spans, no crash, time in step with length, no false facts."""

from __future__ import annotations

import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from built import document, resources
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.export import facts
from kg.fold import fold
from kg.reading import Reading

ROOT = Path(__file__).resolve().parents[1]
ACCUSING = frozenset({"sanction", "judicial", "investigation"})
RATIO = 2.6
"""How much longer a text of twice the length may take; 2 is linear, the rest is noise."""
NOTICE = (
    "怀宁县纪委监委通报2起典型案例。1.怀宁县水利局原局长赵试样违规收受礼金问题。"
    "2022年3月,赵试样受到党内警告处分。2.石牌镇邓林村党支部书记钱样本优亲厚友问题。"
    "同年5月,钱样本受到党内严重警告处分,违纪所得被收缴。"
)
WORDS = (
    *(
        "怀宁县",
        "安徽省",
        "纪委监委",
        "水利局",
        "局长",
        "赵试样",
        "钱某某",
        "艾力·试样",
        "关于",
        "通知",
        "2023年",
        "3月",
        "今年",
    ),
    *(
        "近日",
        "以来",
        "受到",
        "给予",
        "被",
        "对",
        "党内警告",
        "处分",
        "双开",
        "分别",
        "其",
        "该县",
        "两人",
        "3名",
    ),
    *(
        "干部",
        "立案",
        "澄清正名",
        "通报",
        "5起",
        "任命",
        "为",
        "印发",
        "有期徒刑",
        "三年",
        "１",
        "懲戒",
        "處分",
    ),
    *"、和,。()《》\n",
)
"""Pieces that notices are made of, in no order."""
PIECES = (
    *(NOTICE, NOTICE + "\n", NOTICE + ";", "关于《甲》的通知。", "局长赵试样。", "3名干部。"),
    *("2022年3月。", "党内警告、", "《", "\\n", " "),
)
"""What long texts are made of by repetition."""


def read(text: str) -> Reading:
    """A text read by the whole pipeline."""
    return pipeline.extract(document(text, "p"), resources())


def record(text: str) -> dict[str, Any]:
    """The facts of a text, as `kg extract` writes them."""
    return dict(facts.record(read(text), resources().lexicon))


@cache
def examples() -> str:
    """The notices of the documentation, one behind the other in one paragraph."""
    found = sorted((ROOT / "docs" / "examples").glob("*.txt"))
    return "".join(p.read_text(encoding="utf-8") for p in found).replace("\n", "")


def check_spans(text: str) -> None:
    """Every atom stands where it says; atoms do not overlap; claims and fillers lie in the text."""
    reading, folded = read(text), fold(text)
    for line in reading.lines:
        for atom in line:
            assert 0 <= atom.start < atom.end <= len(text)
            assert "".join(folded[atom.start : atom.end].split()) == "".join(atom.text.split())
        assert all(a.end <= b.start for a, b in pairwise(line))
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        for filler in claim.fillers:
            assert filler.start == -1 or 0 <= filler.start < filler.end <= len(text)
    for span, _ in reading.noise:
        assert 0 <= span.start < span.end <= len(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(deadline=None, max_examples=150)
def test_spans_of_rows_of_words(words: list[str]) -> None:
    """Atoms, claims and fillers of any row of words of the field slice back to their words."""
    check_spans("".join(words))


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=100)
def test_spans_of_any_text(text: str) -> None:
    """The same for any text at all."""
    check_spans(text)


@given(st.integers(0, len(NOTICE)), st.integers(0, len(NOTICE)), st.sampled_from(WORDS))
@settings(deadline=None, max_examples=150)
def test_spans_of_notices_cut_and_patched(start: int, end: int, piece: str) -> None:
    """A notice that lost a stretch and got a strange piece instead is read to the end, with true spans."""
    check_spans(NOTICE[:start] + piece + NOTICE[end:])


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(deadline=None, max_examples=50)
def test_the_same_text_gives_the_same_facts(words: list[str]) -> None:
    """Reading holds no state from one text to the next."""
    text = "".join(words)
    first = record(text)
    read(NOTICE)
    assert record(text) == first


def test_every_case_of_a_repeated_notice_is_read_once() -> None:
    """A notice pasted three times tells its facts once."""
    once, thrice = ([e for e in record(NOTICE * n)["events"] if e["type"] == "sanction"] for n in (1, 3))
    assert len(once) == len(thrice) == 3


def seconds(text: str) -> float:
    """Processor time of reading a text, the better of two."""
    made = document(text, "p")
    times = []
    for _ in range(4):
        start = time.process_time()
        facts.record(pipeline.extract(made, resources()), resources().lexicon)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length(piece: str) -> None:
    """A text of one piece repeated takes about twice as long when it is twice as long."""
    half = 6_000
    text = piece * (2 * half // len(piece) + 1)
    seconds(text[:500])
    assert seconds(text[: 2 * half]) < RATIO * max(seconds(text[:half]), 0.02)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_megabyte_in_one_paragraph() -> None:
    """A text of a megabyte without a line break is read to the end, in time that grows with its length."""
    text = examples() * (1_000_000 // len(examples().encode()) + 1)
    assert len(text.encode()) > 1_000_000
    half = len(text) // 2
    assert seconds(text) < RATIO * seconds(text[:half])


@pytest.mark.parametrize(
    "text",
    [
        "一季度,全市规模以上工业增加值增长6.1%,固定资产投资增长8.3%,市统计局局长介绍,经济运行总体平稳。",
        "央行决定下调存款准备金率0.25个百分点。分析人士认为,此举将降低银行资金成本,楼市调控不会放松。",
        "受寒潮影响,生猪价格连续三周上涨,有关部门将适时投放储备肉,对哄抬物价的行为予以打击。",
        "第85分钟,裁判出示红牌,主队后卫被罚下。赛后,足协对主队主教练停赛两场的处罚引起争议。",
        "在女子200米决赛中,选手因抢跑被取消资格,教练组提出申诉,仲裁委员会维持原判。",
        "省气象台继续发布高温红色预警,预计明天局部气温将突破40℃,请注意防暑降温。",
        "台风将于今晚登陆,沿海各县已转移群众3万人,中小学停课一天。",
        "嘉庆四年,和珅被革职下狱,家产抄没。史家认为,此案对后来的吏治影响深远。",
        "明代设都察院,御史巡按各地,弹劾不法官吏,可以“大事奏裁,小事立断”。",
        "图书馆新到一批图书,读者可凭证借阅,逾期归还的,将暂停借阅一个月。",
        "医院提醒,老人服药应遵医嘱,擅自停药可能受到严重后果的影响。",
        "小说里,县令把恶霸收监,百姓拍手称快。这部电影获得了最佳编剧奖。",
        "考生携带手机进入考场的,取消本科目成绩,请各位考生认真阅读考试须知。",
        "公司年会上,董事长为12名优秀员工颁奖,并给予每人现金奖励。",
    ],
)
def test_texts_without_facts_accuse_nobody(text: str) -> None:
    """Economy, sport, weather, history and daily life hold no sanction, penalty or investigation."""
    found = record(text)["events"]
    assert [e for e in found if e["type"] in ACCUSING] == []
