"""What is done to people, and what is only said."""

from __future__ import annotations

from built import entity, facts, graph

CLEARED = "2022年,望江县纪委通过书面澄清、会议澄清{}形式,为5名受到不实举报的党员干部澄清正名。"


def opened(text: str) -> list[bool]:
    """Whether the method lists of the clearings of a text are open."""
    return [
        any(p.predicate == "methodListOpen" for p in f.properties) for f in facts(graph(text), "Clearing")
    ]


def test_list_of_methods_is_open_where_the_text_says_so() -> None:
    """等 leaves the list open."""
    assert opened(CLEARED.format("等")) == [True]
    assert opened(CLEARED.format("两种")) == [False]


def test_complaint_is_the_ground_of_the_clearing_not_an_event_beside_it() -> None:
    """32名受到不实举报的干部, then cleared: one fact."""
    built = graph(CLEARED.format("等"))
    (clearing,) = facts(built, "Clearing")
    assert clearing.fillers("ground") == ("voc/complaint/untrue",)
    assert facts(built, "Accusation") == []


def test_division_that_acts_stands_for_an_organ_not_named() -> None:
    """广水市 clears nobody: some organ of it does."""
    (clearing,) = facts(graph("湖北广水,2022年以来,该市已为22名受到不实举报的党员干部澄清正名。"), "Clearing")
    assert (clearing.agent_status, clearing.fillers("agent")) == ("metonym", ())
    assert clearing.fillers("place") == ("place/421381",)


def test_false_accusers_are_handled_not_sanctioned() -> None:
    """Measures on false accusers are a fact of their own kind, with the complaint as ground."""
    built = graph("2021年6月,望江县公安局依法对2名诬告者进行行政拘留。")
    (handling,) = facts(built, "AccuserHandling")
    assert handling.fillers("ground") == ("voc/complaint/false-accusation",)
    assert facts(built, "Sanctioning") == []


def test_what_is_stated_by_issuing_stands_in_a_document() -> None:
    """发文称 means that there is a text, though without a title."""
    built = graph("2023年4月,安徽省纪委监委发文称,要旗帜鲜明地替受到不实举报的党员干部澄清正名。")
    (statement,) = facts(built, "Statement")
    assert [entity(built, d).kind for d in statement.fillers("object")] == ["Document"]
