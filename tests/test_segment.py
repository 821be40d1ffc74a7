"""Sentences, and what belongs to the page rather than the text."""

from __future__ import annotations

import pytest
from built import document, resources

from kg.segment import segment


def noise(text: str) -> list[tuple[str, str]]:
    """The words kept out, each with its kind."""
    found = segment(document(text, "case"), resources().lexicon).noise
    return [(text[span.start : span.end].strip(), kind) for span, kind in found]


def sentences(text: str) -> list[str]:
    """The sentences of the body."""
    return [
        text[s.span.start : s.span.end].strip()
        for s in segment(document(text, "c"), resources().lexicon).sentences
    ]


@pytest.mark.parametrize(
    ("text", "kept_out", "kind"),
    [
        ("(资料图片仅供参考)\n正文开始。", "(资料图片仅供参考)", "caption"),
        ("正文结束。\n图为会议现场。", "图为会议现场。", "caption"),
        ("正文结束。 关闭", "关闭", "button"),
        ("正文结束。\n版权所有:洞庭生活网", "版权所有:洞庭生活网", "footer"),
        ("正文结束。\n湘ICP备12345678号-2", "湘ICP备12345678号-2", "footer"),
        ("正文结束。\n(责任编辑:甲某)", "(责任编辑:甲某)", "footer"),
        ("正文结束。\n联系邮箱:12 345 6@example.org", "联系邮箱:12 345 6@example.org", "contact"),
    ],
)
def test_page_furniture_is_kept_out(text: str, kept_out: str, kind: str) -> None:
    """Captions, buttons, footers and contact lines are no sentences."""
    assert (kept_out, kind) in noise(text)
    assert all(kept_out not in s for s in sentences(text))


def test_a_heading_glued_to_the_body_is_cut_off() -> None:
    """An ordinal and words run into a date: the sentence begins at the date."""
    text = "有作用。02通知下发激励干部2021年3月,湘阴县委开会。"
    assert noise(text) == [("02通知下发激励干部", "heading")]
    assert sentences(text)[-1] == "2021年3月,湘阴县委开会。"


def test_a_numbered_line_is_a_heading_with_the_short_line_below() -> None:
    """01 and a line without marks, and a second such line, are no sentences."""
    text = "正文。\n01以身作则\n为干部撑腰\n县委指出,要开会。"
    assert sentences(text) == ["正文。", "县委指出,要开会。"]


@pytest.mark.parametrize(
    "text", ["1.赵试样违规收受礼金问题。", "05月08日,县委开会。", "他得了03分。", "关闭了三家小厂。"]
)
def test_ordinary_numbers_and_words_stay(text: str) -> None:
    """Case numbers, dates, scores and verbs are part of the text."""
    assert noise(text) == []
