"""Dates of publication found in addresses and datelines, by shape alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dateline import datelines, of_address


@pytest.mark.parametrize(
    ("text", "quote", "day", "labelled"),
    [
        ("甲县通报\n发布时间:2023-05-08 10:20 来源:甲县纪委\n正文", "2023-05-08 10:20", "2023-05-08", True),
        (
            "甲县通报\n来源:某网　发布时间:２０２３年５月８日　浏览:123\n正文",
            "２０２３年５月８日",
            "2023-05-08",
            True,
        ),
        ("甲县通报\n2023/5/8 来源:某网\n正文", "2023/5/8", "2023-05-08", True),
        ("甲县通报\r\n(2023年5月8日)\r\n正文", "2023年5月8日", "2023-05-08", False),
        (
            "甲县通报\n正文。\n甲县纪委\n二〇二三年十二月二十八日",
            "二〇二三年十二月二十八日",
            "2023-12-28",
            False,
        ),
    ],
)
def test_datelines(text: str, quote: str, day: str, labelled: bool) -> None:  # noqa: FBT001
    """Labelled, before the source, in brackets, alone, in Chinese numerals: each with its own words."""
    (found,) = datelines(text)
    assert (text[found.start : found.end], found.day, found.labelled) == (quote, day, labelled)


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月8日,甲县纪委给予赵试样党内警告处分。",
        "赵试样,男,1970年2月3日出生",
        "甲县通报\n2023年13月8日",
        "甲县通报\n2023-02-30",
        "甲县通报\n2020-01-01 2023-05-08",
        "甲县通报\n电话 2023-05-0812",
        "甲" * 90 + " 2023-05-08",
    ],
)
def test_no_datelines(text: str) -> None:
    """A date in a sentence, an impossible one, two in a line, or a piece of a number stands for nothing."""
    assert datelines(text) == []


def test_labelled_lines_of_the_foot_are_not_looked_at() -> None:
    """At the foot of a page a label may name anything; in the middle a line alone is of the text."""
    middle = "\n".join(["甲县通报"] * 9)
    assert datelines(f"{middle}\n下次更新:2030-01-01") == []
    assert datelines(f"{middle}\n2023年5月8日\n{middle}") == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2023/05/08/x.html", "2023-05-08"),
        ("https://example.org/art/202305/t20230508_1.html", "2023-05-08"),
        ("https://example.org/2023-05/08/c_1.htm", "2023-05-08"),
        ("https://example.org/20230231/a.html", ""),
        ("https://example.org/a/20230508123/", ""),
    ],
)
def test_addresses(url: str, day: str) -> None:
    """The habits of sites: folders of a day, and file names that begin with t and a day."""
    assert of_address(url) == day


@given(st.text(alphabet="2013年月日-/:.(): \n二〇十发", max_size=200))
def test_any_text(text: str) -> None:
    """Whatever the text, each find is a day, and its offsets lie in the text."""
    for found in datelines(text):
        assert 0 <= found.start < found.end <= len(text)
        assert len(found.day) == len("2023-05-08")
