"""Quotes in context: cut at sentences, joined where they overlap, offsets right outside the basic plane."""

from __future__ import annotations

from kg.export.html.context import BLANK, passages, units
from kg.model import Document, Evidence, Issue, Span


def document(text: str) -> Document:
    """A document of a text."""
    return Document("d", text, text)


def evidence(doc: Document, words: str) -> Evidence:
    """The first place where the words stand."""
    start = doc.text.index(words)
    return Evidence(Span(doc.id, start, start + len(words)), words)


def test_passage_is_the_sentence() -> None:
    """The context goes from sentence end to sentence end where one is near."""
    doc = document("前一句。甲某受到警告处分。后一句。")
    item = evidence(doc, "受到警告")
    cut = passages([doc], [item], [])
    assert cut.texts == ("甲某受到警告处分。",)
    assert cut.locate(item.span) == (0, 2, 6)


def test_offsets_count_utf16_units() -> None:
    """A character outside the basic plane before the quote moves it by two units."""
    doc = document("😀𠀀甲某受到警告处分。")
    item = evidence(doc, "警告")
    index, start, end = passages([doc], [item], []).locate(item.span)
    text = passages([doc], [item], []).texts[index]
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "警告"
    assert units("😀") == 2


def test_overlapping_contexts_are_joined() -> None:
    """Two quotes of one sentence share one passage."""
    doc = document("甲某与乙某都受到警告处分。")
    cut = passages([doc], [evidence(doc, "甲某"), evidence(doc, "乙某")], [])
    assert len(cut.texts) == 1


def test_personal_data_is_blanked_but_quotes_stay() -> None:
    """What issue N01 names is blanked in the context; a quote keeps its words."""
    doc = document("甲某电话13900000000，受到警告处分。")
    cut = passages([doc], [evidence(doc, "受到警告")], [Issue("N01", "d", 4, 15, "")])
    assert BLANK * 11 in cut.texts[0]
    assert "受到警告" in cut.texts[0]


def test_unknown_document_is_said_to_be_unknown() -> None:
    """A span of a document that is not at hand has no passage."""
    assert passages([], [], []).locate(Span("x", 0, 2))[0] == -1
