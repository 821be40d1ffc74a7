"""Demands are requirements, group by group, and never events."""

from __future__ import annotations

import pytest
from reader import claims, reading, values, words

ISSUED = "2023年3月,湘阴县委印发《关于激励干部担当作为的若干措施》(以下简称《若干措施》)。"
TITLE = "关于激励干部担当作为的若干措施"


def demands(text: str) -> list[str]:
    """The words of each demand."""
    return [words(text, c) for c in claims(text, "requirement")]


def test_a_document_demands_clause_group_by_clause_group() -> None:
    """A clause of purpose stays with its demand; a clause with a mechanism of its own begins another."""
    text = ISSUED + "《若干措施》明确,要开展廉政谈话,促进干部履职,建立容错纠错机制。"
    assert demands(text) == ["要开展廉政谈话,促进干部履职", "建立容错纠错机制"]
    assert {str(values(c, "prescribed_by")) for c in claims(text, "requirement")} == {f"['{TITLE}']"}


def test_demands_go_on_into_the_next_sentences_until_an_act_is_told() -> None:
    """A sentence without a subject goes on demanding; one with a date and a body of its own ends it."""
    text = (
        ISSUED + "《若干措施》要求,压实主体责任。严肃查处诬告陷害行为。2023年4月,湘阴县纪委通报3起典型案例。"
    )
    assert demands(text) == ["压实主体责任", "严肃查处诬告陷害行为"]
    assert [values(c, "count") for c in claims(text, "exposure")] == [[3]]


def test_the_base_of_a_mechanism_is_told_apart_from_it() -> None:
    """A principle named beside what rests on it is its base, not a mechanism demanded."""
    text = ISSUED + "《若干措施》明确,落实“三个区分开来”要求,健全容错纠错机制。"
    (demand,) = claims(text, "requirement")
    assert values(demand, "mechanism") == ["容错纠错机制"]
    assert values(demand, "based_on") == ["三个区分开来"]


def test_a_principle_by_itself_is_the_mechanism() -> None:
    """Without anything that rests on it, a principle is what is demanded."""
    (demand,) = claims(ISSUED + "《若干措施》要求,全面落实“三个区分开来”。", "requirement")
    assert values(demand, "mechanism") == ["三个区分开来"]


@pytest.mark.parametrize(
    ("order", "act"), [("修订《湘阴县干部考核办法》", "revise"), ("抓紧制定《湘阴县澄清工作细则》", "draft")]
)
def test_an_order_about_a_document_names_act_and_document(order: str, act: str) -> None:
    """Revising and drafting that are ordered have an act and a document, and are not told as done."""
    text = ISSUED + f"《若干措施》要求,压实主体责任。{order}。"
    demand = claims(text, "requirement")[-1]
    assert values(demand, "requires_act") == [act]
    assert values(demand, "document") == [order.split("《")[1].rstrip("》")]
    done = [c for c in claims(text, "issuance") if c.stance == "asserted"]
    assert [values(c, "document") for c in done] == [[TITLE]]


def test_what_a_document_makes_demands_about_is_one_demand() -> None:
    """对…提出明确要求 is one demand with every mechanism it names."""
    text = ISSUED + "《若干措施》对完善激励机制和容错纠错机制,进一步激励广大干部担当作为提出明确要求。"
    (demand,) = claims(text, "requirement")
    assert words(text, demand) == text[text.index("对完善") : -1]
    assert values(demand, "mechanism") == ["激励机制", "容错纠错机制"]


def test_a_body_that_asks_others_makes_demands_of_them() -> None:
    """The party told what to do is the addressee; a body that is quoted is no source of demands."""
    text = "湘阴县委要求,各级党组织要压实主体责任。根据《干部考核办法》规定,给予赵试样警告处分。"
    (demand,) = claims(text, "requirement")
    assert values(demand, "prescribed_by") == ["湘阴县委"]
    assert values(demand, "addressee") == ["各级党组织"]


def test_a_demand_is_no_event() -> None:
    """Clearing, punishing and exposing that are asked for make no events."""
    text = (
        ISSUED
        + "《若干措施》要求,及时为受到不实举报的干部澄清正名,对3名不担当的干部严肃问责,公开曝光5起典型案例。"
    )
    kinds = {c.type for c in reading(text).claims}
    assert kinds & {"clearing", "sanction", "exposure", "accusation"} == set()


def test_targets_are_the_objects_of_aiming_verbs() -> None:
    """Each item of a list is a target; so is each object of a list of verbs."""
    text = ISSUED + "《若干措施》要求,紧盯关键岗位、重点项目,找失职的事、问失职的人。"
    found = [t for c in claims(text, "requirement") for t in values(c, "targets")]
    assert found == ["关键岗位", "重点项目", "失职的事", "失职的人"]


def test_a_clause_without_a_mechanism_goes_on_about_the_topic() -> None:
    """What a sentence set out from (发挥…作用) is the mechanism of its later clauses."""
    text = ISSUED + "《若干措施》要求,发挥巡视巡察的利剑作用,紧盯重点岗位。"
    assert [values(c, "mechanism") for c in claims(text, "requirement")] == [["巡视巡察"], ["巡视巡察"]]


def test_told_acts_of_a_meeting_are_no_demands() -> None:
    """会议指出 with a finding and no demand makes no requirement."""
    assert claims("会议指出,2022年以来全市作风有了好转。", "requirement") == []
