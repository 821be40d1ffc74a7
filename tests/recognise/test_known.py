"""Names vouched for once are found everywhere."""

from __future__ import annotations

from atoms import named, staged

from kg.recognise.known import claim, known_persons


def test_a_name_is_found_where_nothing_licenses_it() -> None:
    """Behind a word that says nothing of persons, a known name is a person."""
    text = "怀宁县副县长赵试样讲话。大家都认识赵试样。"
    assert named(text, "person") == ["赵试样", "赵试样"]


def test_a_name_is_known_before_it_is_introduced() -> None:
    """A heading that names a person before the designation is read with what comes later."""
    text = "赵试样违规问题。怀宁县副县长赵试样讲话。"
    assert named(text, "person") == ["赵试样", "赵试样"]


def test_only_ordinary_words_are_claimed() -> None:
    """A known name that reaches into another atom is left alone."""
    line, context = staged("怀宁县纪委开会。", "agency")
    context.vouch("县纪", "title")
    assert known_persons(line, context) == line


def test_a_word_is_cut_for_a_name() -> None:
    """A name inside a longer dictionary word is cut out of it."""
    line, _ = staged("大家认识试样们。", "")
    start = "".join(a.text for a in line).index("试样")
    found = claim(line, start, "试样")
    assert [(a.text, a.kind) for a in found if a.start == start] == [("试样", "person")]
    assert "".join(a.text for a in found) == "".join(a.text for a in line)
