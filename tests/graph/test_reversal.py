"""What undoes what, and what the plain edges make of it."""

from __future__ import annotations

from built import edges, facts, graph

GIVEN = "2022年2月,望江县住建局局长赵试样受到{}处分。"
BACK = "2023年5月,经复查,望江县纪委撤销对望江县住建局局长赵试样的{}处分。"


def test_only_the_measure_named_is_taken_back() -> None:
    """Another sanction of the same person stands."""
    built = graph(GIVEN.format("党内警告"), GIVEN.format("政务记过"), BACK.format("党内警告"))
    assert edges(built, "sanctionedWith") == {("赵试样", "voc/gov-sanction/demerit")}


def test_later_sanction_of_the_same_kind_stands() -> None:
    """What is given after the review is not undone by it."""
    again = GIVEN.format("党内警告").replace("2022年2月", "2024年1月")
    built = graph(again, BACK.format("党内警告"), published="2024-05-09")
    assert facts(built, "Overturning")[0].fillers("object") == ()
    assert edges(built, "sanctionedWith") == {("赵试样", "voc/party-sanction/warning")}


def test_sanction_of_no_stated_kind_means_the_only_one() -> None:
    """撤销其处分 of somebody with one sanction; of two, neither is guessed."""
    one, two = GIVEN.format("党内警告"), GIVEN.format("政务记过")
    assert len(facts(graph(one, BACK.format("")), "Overturning")[0].fillers("object")) == 1
    assert facts(graph(one, two, BACK.format("")), "Overturning")[0].fillers("object") == ()


def test_acquitted_is_not_shown_as_charged() -> None:
    """The charge stays a fact; the plain edge goes."""
    charged = "2022年2月,望江县人民检察院对望江县住建局局长赵试样提起公诉。"
    acquitted = "2023年6月,望江县人民法院对望江县住建局局长赵试样宣告无罪。"
    before, after = graph(charged), graph(charged, acquitted)
    assert facts(before, "CriminalProceeding")
    assert len(facts(after, "CriminalProceeding")) == 2
    assert edges(before, "charged")
    assert edges(after, "charged") == edges(after, "convicted") == set()
