"""Statements: quoted, anonymous, of stance, and the text's own."""

from __future__ import annotations

from reader import claims, values, words


def test_an_anonymous_speaker_stays_words() -> None:
    """有纪检部门 is kept as written, with less confidence."""
    (said,) = claims("有纪检部门曾表示,不作为问题在少数地方仍然突出。", "statement")
    assert values(said, "agent") == ["有纪检部门"]
    assert said.confidence < 0.9


def test_a_statement_that_is_all_demand_stays_one_statement() -> None:
    """A body's words that begin with a demand are one statement, dated by the sentence."""
    text = "2023年4月,湘阴县纪委发文称,要为受到不实举报的干部澄清正名,让干部放心。"
    (said,) = claims(text, "statement")
    assert values(said, "content") == ["要为受到不实举报的干部澄清正名,让干部放心"]
    assert said.time.edtf == "2023-04"
    assert claims(text, "requirement") == []


def test_the_text_itself_may_say_what_ought_to_be() -> None:
    """A sentence of duty about officials without speaker has no agent; weather is no statement."""
    (said,) = claims("被诬告的干部要澄清,不作为的干部也要问责。", "statement")
    assert values(said, "agent") == []
    assert claims("天气转凉,大家要多穿衣服。", "statement") == []


def test_a_clause_of_stance_beside_an_act() -> None:
    """旗帜鲜明… behind a clearing is a statement, not part of the act."""
    text = "湘阴县纪委为5名受到不实举报的干部澄清正名,旗帜鲜明为担当者撑腰。"
    assert [words(text, c) for c in claims(text, "statement")] == ["旗帜鲜明为担当者撑腰"]


def test_talk_of_other_things_is_no_statement() -> None:
    """What a company's people say of the harvest does not matter here."""
    assert claims("合作社负责人说,今年雨水好。", "statement") == []
