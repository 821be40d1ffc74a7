"""Short titles stand for whole ones."""

from __future__ import annotations

import pytest
from reader import reading

ISSUED = "湘阴县委印发《关于改进作风的实施意见》。"


def titles(text: str) -> list[tuple[str, bool]]:
    """Title and shortness of every document named."""
    return [
        (a.value.title, a.value.short) for line in reading(text).lines for a in line if a.kind == "document"
    ]


@pytest.mark.parametrize(
    "short", ["《意见》要求,少开会。", "《实施意见》要求,少开会。", "意见明确,要少开会。"]
)
def test_a_short_title_is_the_last_of_its_genre(short: str) -> None:
    """A genre word in marks, or one that speaks, is the whole title before it, and remains a short form."""
    assert titles(ISSUED + short)[-1] == ("关于改进作风的实施意见", True)


def test_a_word_that_does_not_speak_stays_a_word() -> None:
    """有意见 is no document."""
    assert titles(ISSUED + "村民对此有意见。") == [("关于改进作风的实施意见", False)]


@pytest.mark.parametrize("law", ["《条例》规定,党员应当守纪。", "《法》规定,公民守法。"])
def test_a_law_not_named_is_no_slip(law: str) -> None:
    """Genre words of laws are left as they are."""
    assert titles(ISSUED + law)[-1][0] != "关于改进作风的实施意见"


def test_two_documents_leave_a_slip_open() -> None:
    """Where two documents are spoken of, a foreign genre word means neither."""
    text = ISSUED + "湘阴县政府印发《关于精简会议的工作方案》。《通知》要求,少开会。"
    assert titles(text)[-1][0] == "通知"
