"""Masked names are joined by what happened to them, or not at all."""

from __future__ import annotations

from built import graph

FULL = "2023年2月,望江县教育局副局长胡试样受到党内警告处分。"
MASKED = FULL.replace("胡试样", "胡某某")
LONG = (
    "望江县纪委监委通报1起典型问题。望江县教育局副局长{}违规收受礼品问题。2021年至2022年,{}在学校食堂食材采购中多次收受"
    "供货商送的烟酒和购物卡,并在验收时放宽标准,造成不良影响。{},{}受到党内警告处分,违纪所得已经收缴。"
    "通报指出,上述问题反映出个别党员干部纪律意识淡薄,把手中的权力当作谋取私利的工具,教训深刻。全县各级党组织要以案为鉴,"
    "压实主体责任,健全食堂采购和验收制度,加强日常监督检查,对顶风违纪的一律从严处理,持续释放严的信号。"
)


def persons(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Labels and other names of the persons of some texts."""
    return [(e.label, e.aliases) for e in graph(*texts).entities if e.kind == "Person"]


def doubts(*texts: str) -> list[str]:
    """What somebody is asked about persons."""
    return [i.detail for i in graph(*texts).issues if i.code == "R04"]


def test_same_post_measure_and_month_is_one_person() -> None:
    """The label is the full name, the rule is kept, and a day fits its month."""
    for other in (MASKED, MASKED.replace("2月", "2月14日"), MASKED.replace("某某", "某")):
        built = graph(FULL, other)
        (person,) = [e for e in built.entities if e.kind == "Person"]
        assert person.label == "胡试样"
        assert "resolve.person.masked-event" in {m.rule for m in person.merges}


def test_post_alone_is_a_question() -> None:
    """A surname in a post may be a predecessor: another month or measure asks somebody."""
    for other in (MASKED.replace("2月", "5月"), MASKED.replace("警告", "严重警告")):
        assert len(persons(FULL, other)) == 2
        assert doubts(FULL, other) == ["d1#胡某某 or d0#胡试样"]


def test_two_full_names_that_fit_join_nobody() -> None:
    """Two deputies of one surname punished alike in one month: who is masked is not known."""
    assert len(persons(FULL, FULL.replace("试样", "例子"), MASKED)) == 3
    assert doubts(FULL, FULL.replace("试样", "例子"), MASKED)


def test_two_masked_names_of_one_text_join_nobody() -> None:
    """Either may be the one that another text spells out."""
    both = MASKED + MASKED.replace("某某", "某")
    assert len(persons(FULL, both)) == 3


def test_full_name_in_the_same_text_is_somebody_else() -> None:
    """A text that tells the full name does not mask it beside."""
    assert len(persons(FULL, FULL + MASKED)) == 2


def test_masked_names_of_one_event_are_one_person() -> None:
    """Nobody spells it out, but post, measure and month agree."""
    assert persons(MASKED, MASKED.replace("某某", "某")) == [("胡某", ("胡某某",))]
    assert len(persons(MASKED, MASKED.replace("教育", "财政"))) == 2


def test_masked_copy_of_a_notice_is_the_same_person() -> None:
    """The same notice on another site, the given name left out and the date too."""
    whole = LONG.format("胡试样", "胡试样", "2023年2月", "胡试样")
    hidden = LONG.format("胡某某", "胡某某", "近日", "胡某某")
    built = graph(whole, hidden)
    (person,) = [e for e in built.entities if e.kind == "Person"]
    assert {m.rule for m in person.merges} >= {"resolve.person.masked-copy"}
