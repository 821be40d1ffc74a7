"""Document numbers are read, told, and decide."""

from __future__ import annotations

import pytest
from built import document, graph, resources

from kg.model import Text
from kg.resolve.number import behind, seats, year

ISSUED = "2018年5月,望江县委印发《关于激励干部担当作为的实施意见》{}。"
CITED = "各单位按照《关于激励干部担当作为的实施意见》{}开展监督检查。"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("《意见》(望发〔2018〕12号)", "望发〔2018〕12号"),
        ("《意见》（望发[2018]12号）", "望发〔2018〕12号"),
        ("《意见》（望发【2018】第012号）", "望发〔2018〕12号"),
        ("《意见》,望发(2018)12号", "望发〔2018〕12号"),
        ("《意见》(2018年修订)", ""),
        ("《意见》和望发〔2018〕12号", ""),
    ],
)
def test_number_behind_a_title_is_read_in_any_brackets(words: str, number: str) -> None:
    """One spelling for all; a year alone is no number, and other words end the search."""
    assert behind(document(words, "d"), words.index("》") + 1) == number


def test_year_is_that_of_the_number() -> None:
    """The year in the brackets."""
    assert year("望发〔2018〕12号") == 2018


def papers(*texts: str) -> list[set[str]]:
    """The numbers of each document with the title."""
    return [
        {p.value.text for p in e.properties if p.predicate == "documentNumber" and isinstance(p.value, Text)}
        for e in graph(*texts).entities
        if e.label.startswith("关于激励干部")
    ]


def test_number_joins_what_names_no_issuer() -> None:
    """Two counties have a document of the title; the number says which is meant."""
    other = ISSUED.replace("望江", "宿松")
    found = papers(
        ISSUED.format("(望发〔2018〕12号)"),
        other.format("(宿发〔2018〕7号)"),
        CITED.format("(望发〔2018〕12号)"),
    )
    assert sorted(map(sorted, found)) == [["宿发〔2018〕7号"], ["望发〔2018〕12号"]]


def test_other_number_is_another_document() -> None:
    """One issuer, one title, one year, two numbers."""
    assert len(papers(ISSUED.format("(望发〔2018〕12号)"), ISSUED.format("(望发〔2018〕13号)"))) == 2
    assert len(papers(ISSUED.format("(望发〔2018〕12号)"), ISSUED.format(""))) == 1


def test_sign_tells_the_issuer_where_nothing_else_does() -> None:
    """Two counties have the title; the sign begins with the name of one of them."""
    other = ISSUED.replace("望江", "宿松")
    found = papers(ISSUED.format(""), other.format(""), CITED.format("(望江发〔2018〕12号)"))
    assert sorted(map(sorted, found)) == [[], ["望江发〔2018〕12号"]]
    assert len(papers(ISSUED.format(""), other.format(""), CITED.format("(广水发〔2018〕12号)"))) == 3


def test_sign_that_begins_with_a_short_name() -> None:
    """皖 is 安徽; a sign that begins with no place tells nothing."""
    gazetteer = resources().gazetteer
    assert seats("皖政发〔2018〕12号", gazetteer) == {"340000"}
    assert seats("某发〔2018〕12号", gazetteer) == set()
