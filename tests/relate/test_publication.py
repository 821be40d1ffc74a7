"""Who published and who copied a text."""

from __future__ import annotations

import pytest
from reader import claims, values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全文完。来源:湘江时评X 关闭", "湘江时评X"),
        ("(来源:《海南日报》)", "海南日报"),
        ("稿源:新华社", "新华社"),
    ],
)
def test_the_source_line_names_the_publisher(text: str, name: str) -> None:
    """来源:X is who published, a button behind it left out."""
    assert [values(c, "agent") for c in claims(text, "publication")] == [[name]]


def test_the_owner_of_the_page_republished() -> None:
    """X版权所有 is read although footers are kept out of the body."""
    text = "全文完。\nCopyright © 2015-2022 洞庭生活网版权所有 备案号:湘ICP备12345678号-1"
    (again,) = claims(text, "republication")
    assert values(again, "agent") == ["洞庭生活网"]
    assert text[again.start : again.end] == "洞庭生活网版权所有"


@pytest.mark.parametrize("text", ["来源:网络", "资金来源:财政拨款较多,用途明确。", "本站版权所有"])
def test_no_name_no_publisher(text: str) -> None:
    """网络 and 本站 name nobody, and a source of money is no medium."""
    assert claims(text, "publication") + claims(text, "republication") == []
