"""Generic organs of the place a text speaks of."""

from __future__ import annotations

from reader import claims, values

BEFORE = "如湖南湘阴,该县自2021年至2022年,为8名受到不实举报的干部澄清正名。"


def test_a_bare_organ_is_that_of_the_place() -> None:
    """公安机关 behind a sentence about one county is the county's, inferred: not in the role of the agent."""
    (sanction,) = claims(BEFORE + "公安机关依法对2名诬告者进行行政拘留。", "sanction")
    assert values(sanction, "organ") == ["湘阴县公安机关"]
    assert values(sanction, "agent") == []
    assert (sanction.time.edtf, sanction.time.basis) == ("2021/2022", "inherited")


def test_without_one_place_there_is_no_organ() -> None:
    """No place, or two, leave the organ open."""
    for before in ("近日,各地加强工作。", "湖南湘阴和四川宜宾,均为干部澄清正名。"):
        found = claims(before + "公安机关依法对2名诬告者进行行政拘留。", "sanction")
        assert [values(c, "organ") for c in found] == [[]]
