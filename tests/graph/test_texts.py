"""Texts as things of the graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import document, resources

from kg import pipeline
from kg.export.turtle import turtle
from kg.graph.texts import digest, name
from kg.store import file_name, kept

TEXT = document("甲县纪委通报。", "d1", "")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("notices/1-case list.txt", "1-case list"),
        ("all.zip!2023/notice.html", "notice"),
        ("rows.jsonl:12", "rows:12"),
        ("NOTICE", "NOTICE"),
        ("", digest(TEXT)[:16]),
    ],
)
def test_untitled_texts_are_called_by_their_file(source: str, shown: str) -> None:
    """The name of the file without folder and ending; the digest only where there is no file."""
    untitled = replace(TEXT, id=digest(TEXT)[:16], source=source)
    assert name(kept(untitled)) == shown


def test_title_and_given_id_come_first() -> None:
    """A text that brings a title, or an id of its own, is known by it."""
    assert name(kept(replace(TEXT, title="甲县通报", source="a.txt"))) == "甲县通报"
    assert name(kept(replace(TEXT, source="rows.jsonl:1"))) == "d1"


def test_folders_of_this_machine_are_not_kept() -> None:
    """Only the last part of a path travels with the graph."""
    assert file_name("/somewhere/deep/notice.txt") == "notice.txt"
    assert file_name("C:\\texts\\notice.txt") == "notice.txt"


@pytest.mark.parametrize(
    "words", ["甲县纪委通报。", "怀宁县纪委通报。2023年2月,怀宁县水利局局长赵试样受到党内警告处分。"]
)
def test_the_source_that_a_page_names_is_stated(words: str) -> None:
    """In the words of the page, whether or not anything is told of the text; a text without one has none."""
    for origin in ("怀宁县纪委监委", ""):
        text = replace(document(words, "d1", ""), origin=origin)
        stated = "".join(turtle(pipeline.build([text], resources()), resources().vocabulary))
        assert ('dcterms:source "怀宁县纪委监委"' in stated) == bool(origin)
