"""A text without a date: the year told in it last serves, is marked, and is never stated as its date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import document, facts, graph, refs, resources

from kg import pipeline
from kg.model import Document, Graph, Time
from kg.published import guessed, owned_up, stated, supposed

TOLD = "2022年3月,甲县纪委通报3起典型问题。今年4月,甲县水利局局长赵试样受到政务警告处分。"


def read(text: str, published: str = "") -> Document:
    """The document as a reading leaves it."""
    return pipeline.extract(document(text, "d1", published), resources()).document


def test_latest_year_told_is_the_guess() -> None:
    """A year only, marked as inferred."""
    found = read("2021年5月立案。2023年2月,赵试样受到政务警告处分。")
    assert (found.published, found.published_basis) == ("2023", "inferred")


@pytest.mark.parametrize(
    "text", ["赵试样受到政务警告处分。", "赵试样,1971年3月出生。", "到2035年,基本建成清廉甲县。"]
)
def test_no_year_no_guess(text: str) -> None:
    """A text that tells no year, or only one to come, stays undated."""
    assert read(text).published == ""


def test_given_date_stands() -> None:
    """What the caller gives is not replaced by what the text tells."""
    assert read("2021年5月,赵试样被立案。", "2023-05").published == "2023-05"


def test_a_date_read_somewhere_is_no_guess() -> None:
    """A day found in a dateline is stated; a year inferred is not, and is inferred anew."""
    day = replace(document("文", "d1", "2023-05-08"), published_basis="dateline")
    year = replace(day, published="2023", published_basis="inferred")
    assert (stated(day), stated(year), guessed(day), guessed(year)) == ("2023-05-08", "", False, True)
    assert supposed(year, [], resources().lexicon).published == ""


def test_dates_that_rest_on_the_guess_say_so() -> None:
    """The year of a relative date is called inferred; one written in full is not."""
    year = replace(document("文", "d1", "2023"), published_basis="inferred")
    told = Time("2023-04", "今年4月", "relative", "2023-04-01", "2023-04-30")
    assert owned_up(told, year).basis == "inferred-year"
    assert owned_up(told, document("文", "d1", "2023")) == told
    assert owned_up(replace(told, basis="explicit"), year).basis == "explicit"


def test_graph_holds_the_doubt_and_no_date_of_the_text() -> None:
    """The sanction is dated, doubted with D01, and the text has no date of publication."""
    made: Graph = graph(TOLD, published="")
    (sanction,) = facts(made, "GovernmentSanction")
    assert (sanction.time.edtf, sanction.time.basis) == ("2022-04", "inferred-year")
    assert "D01" in {i.code for i in made.issues}
    (text,) = (e for e in made.entities if e.kind == "MediaItem")
    assert refs(text, "published") == []
    assert all(p.predicate != "published" for p in text.properties)
