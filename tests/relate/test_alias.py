"""Short names of documents: defined, and slipped."""

from __future__ import annotations

from reader import claims, reading, values

DEFINED = (
    "湘阴县委印发《关于激励干部担当作为的实施意见》(以下简称《实施意见》)。《实施意见》要求,压实主体责任。"
)
SLIPPED = "湘阴县委印发《关于激励干部担当作为的意见》。《通知》要求,压实主体责任。"


def test_a_defined_short_name_is_an_alias() -> None:
    """以下简称 ties the short name to the title, as no slip."""
    (alias,) = claims(DEFINED, "alias")
    assert values(alias, "document") == ["关于激励干部担当作为的实施意见"]
    assert (values(alias, "alias"), values(alias, "slip")) == (["实施意见"], [False])
    assert DEFINED[alias.start : alias.end] == "(以下简称《实施意见》)"


def test_a_genre_word_for_another_genre_is_a_slip() -> None:
    """《通知》 right behind one 意见 is that 意见, said to be a slip, with a doubt."""
    (alias,) = claims(SLIPPED, "alias")
    assert (values(alias, "document"), values(alias, "slip")) == (["关于激励干部担当作为的意见"], [True])
    assert [i.code for i in reading(SLIPPED).issues if i.code == "R02"] == ["R02"]


def test_a_notice_that_exists_is_no_slip() -> None:
    """Where a 通知 was named, 《通知》 is that one."""
    text = "湘阴县委印发《关于改进作风的通知》。湘阴县政府印发《关于精简会议的意见》。《通知》要求,少开会。"
    assert claims(text, "alias") == []
    assert [values(c, "prescribed_by") for c in claims(text, "requirement")] == [["关于改进作风的通知"]]
