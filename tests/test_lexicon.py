"""The words of the ontology."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built import resources

from kg.errors import OntologyError
from kg.lexicon import Lexicon, Word, read_frames, read_scheme, read_words

HEADER = "text\tkind\tvalue\tnote\tsource\n"


def word(text: str, kind: str, value: str = "") -> Word:
    """A word."""
    return Word(text, kind, value, "", "usage")


LEXICON = Lexicon(
    {
        "title.unit": {"局长": word("局长", "title.unit")},
        "title.gov": {"县长": word("县长", "title.gov"), "局长": word("局长", "title.gov")},
        "titles": {"x": word("x", "titles")},
        "join": {t: word(t, "join") for t in ("、", "以", "以及")},
    }
)


def test_kinds_and_families() -> None:
    """A kind is exact; a family is every kind under the prefix, the first of one text wins."""
    assert set(LEXICON.kind("title.unit")) == {"局长"}
    assert LEXICON.kind("none") == {}
    assert set(LEXICON.family("title")) == {"局长", "县长"}
    assert LEXICON.family("title")["局长"].kind == "title.gov"


def test_the_kinds_of_several_words() -> None:
    """They come together; words that the lexicon does not hold add none."""
    assert LEXICON.among(("局长", "、", "某某")) == {"title.unit", "title.gov", "join"}
    assert LEXICON.among(()) == frozenset()


def test_questions() -> None:
    """Kind, value, and a pattern that prefers the longer word."""
    assert LEXICON.is_a("局长", "join", "title.unit")
    assert not LEXICON.is_a("局长", "join")
    assert LEXICON.value("join", "nothing") == ""
    assert re.findall(LEXICON.pattern("join"), "甲以及乙、丙") == ["以及", "、"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("text\tkind\n", 1),
        (HEADER + "局长\ttitle.unit\t\t\n", 2),
        (HEADER + "局长\ttitle.unit\t\t\tusage\n\ttitle.unit\t\t\tusage\n", 3),
        (HEADER + "局长\t\t\t\tusage\n", 2),
        (HEADER + "局长\ttitle.unit\t\t\t\n", 2),
        ("", 1),
    ],
)
def test_a_bad_row_is_named(text: str, line: int, tmp_path: Path) -> None:
    """File and line of a row without five columns, text, kind or source."""
    path = tmp_path / "words.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"words\.tsv.*\b{line}\b"):
        list(read_words(path))


def test_spellings_of_a_scheme_are_words(tmp_path: Path) -> None:
    """Name, term and variants, each with its code; the same spelling once."""
    path = tmp_path / "toy.tsv"
    columns = "code\trank\tzh\tname\ten\tvariants\tbroader\tsource\tfrom\tto\tnote\n"
    path.write_text(
        columns + "warn\t1\t警告\t党内警告\twarning\t警告处分|警告\t\tusage\t\t\t\n", encoding="utf-8"
    )
    found = list(read_scheme(path))
    assert [(w.text, w.kind, w.value, w.note) for w in found] == [
        (t, "scheme.toy", "warn", "党内警告") for t in ("党内警告", "警告", "警告处分")
    ]
    path.write_text(columns + "warn\t1\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="11 columns"):
        list(read_scheme(path))


def test_frames_keep_the_order_of_their_rows(tmp_path: Path) -> None:
    """Rows by event and voice; a short row is named."""
    path = tmp_path / "frames.tsv"
    header = "event\tvoice\trole\tkinds\tpositions\tneed\tsource\n"
    path.write_text(
        header + "e\tv\ta\tperson\tsubject\tx\tusage\ne\tv\tb\tagency\tby\t\tusage\n", encoding="utf-8"
    )
    assert read_frames(path) == {("e", "v"): (("a", "person", "subject", "x"), ("b", "agency", "by", ""))}
    path.write_text(header + "e\tv\ta\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="frames"):
        read_frames(path)


def test_the_words_that_come_with_kg() -> None:
    """Every measure of the vocabularies is a word; rates are numbers."""
    lexicon = resources().lexicon
    assert lexicon.value("scheme.party-sanction", "党内警告处分") == "warning"
    assert lexicon.surname_rates["王"] > lexicon.surname_rates["欧阳"] > 0
    assert lexicon.given_rates["国"] > 0
