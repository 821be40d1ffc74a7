"""Speeches: who speaks, from where to where."""

from __future__ import annotations

from reader import claims, values, words


def test_a_clause_behind_a_title_just_issued_speaks_for_it() -> None:
    """印发《…》,要求… is a demand of the document."""
    text = "近日,湘阴县委印发《关于改进作风的意见》,要求压实主体责任。"
    (demand,) = claims(text, "requirement")
    assert values(demand, "prescribed_by") == ["关于改进作风的意见"]
    assert words(text, demand) == "压实主体责任"


def test_a_bare_genre_word_speaks_for_its_document() -> None:
    """通知中明确 is the notice named before."""
    text = "湘阴县政府印发《关于为基层减负的通知》。通知中明确,要减少会议。"
    assert [values(c, "prescribed_by") for c in claims(text, "requirement")] == [["关于为基层减负的通知"]]


def test_a_new_paragraph_that_does_not_demand_ends_a_speech() -> None:
    """A heading or a narrative behind a line break is nobody's demand."""
    text = "会议强调,要压实主体责任。\n山村的早晨很安静,孩子们去上学,要走三里路。"
    assert [words(text, c) for c in claims(text, "requirement")] == ["要压实主体责任"]


def test_someone_unnamed_of_a_body_is_not_the_body() -> None:
    """有关负责人 speaks as someone unnamed, the body is not quoted."""
    text = "湘阴县纪委有关负责人表示,少数干部仍有顾虑,必须健全容错纠错机制。"
    (said,) = claims(text, "statement")
    assert values(said, "agent") == ["湘阴县纪委有关负责人"]
    assert [words(text, c) for c in claims(text, "requirement")] == ["必须健全容错纠错机制"]


def test_a_meeting_speaks_by_its_name() -> None:
    """The words before 大会 belong to the name of the meeting."""
    (demand,) = claims("全县警示教育大会要求,各级党组织要扛起主体责任。", "requirement")
    assert values(demand, "prescribed_by") == ["全县警示教育大会"]


def test_a_rule_that_is_only_cited_does_not_speak() -> None:
    """根据《…》规定 introduces an act, not a demand."""
    assert claims("根据《干部考核办法》规定,评定工作已经完成。", "requirement") == []
