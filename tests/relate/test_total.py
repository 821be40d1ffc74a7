"""Counts told after one another are of the period and body that open the paragraph."""

from __future__ import annotations

from reader import claims

OPENING = "2023年第一季度,湘阴县纪检监察机关共立案21件。"


def agents(text: str) -> list[str]:
    """The labels of who dealt with the counted, by the reading of a text."""
    return [f.label for claim in claims(text, "sanction") for f in claim.all("agent")]


def test_a_count_without_time_and_body_has_those_of_the_opening() -> None:
    """The second sentence counts in the quarter, and the organ of the first dealt with them."""
    text = OPENING + "给予党纪处分7人。"
    assert [c.time.edtf for c in claims(text, "sanction")] == ["2023-01/2023-03"]
    assert [c.time.basis for c in claims(text, "sanction")] == ["inherited"]
    assert agents(text) == ["湘阴县纪检监察机关"]


def test_a_new_paragraph_begins_anew() -> None:
    """What a paragraph opens with does not hold in the next."""
    assert [c.time.edtf for c in claims(OPENING + "\n给予党纪处分7人。", "sanction")] == [""]


def test_another_body_ends_it() -> None:
    """A sentence that names a body of its own, and those after it, are not told of the first."""
    text = OPENING + "汨罗市纪委监委处分3人。给予党纪处分7人。"
    assert [c.time.edtf for c in claims(text, "sanction")] == ["", ""]


def test_a_day_opens_no_period() -> None:
    """A day dates one act only."""
    text = "2023年3月4日,湘阴县纪委监委召开会议,通报2件事项。给予党纪处分7人。"
    assert [c.time.edtf for c in claims(text, "sanction")] == [""]


def test_named_persons_have_no_part_in_it() -> None:
    """Only counted parties are totals."""
    text = OPENING + "该县水利局局长赵试样受到党内警告处分。"
    assert [c.time.edtf for c in claims(text, "sanction")] == [""]
