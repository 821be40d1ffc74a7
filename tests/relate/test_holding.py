"""Who holds titles that stand without a name beside them."""

from __future__ import annotations

import pytest
from atoms import lines
from built import resources
from reader import claims, values

from kg.recognise.line import Line
from kg.relate.holding import apposed, career, during, entry, last_person, listed, unknown


def line_of(text: str) -> Line:
    """The first line of a text."""
    return lines(text)[0]


def index(line: Line, text: str) -> int:
    """The index of an atom by its words."""
    return next(at for at, a in enumerate(line) if a.text == text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2015.03—2018.06 怀宁县水利局副局长", True),
        ("2015年3月至2018年6月,怀宁县水利局副局长赵某。", False),
        ("怀宁县水利局副局长", False),
    ],
)
def test_a_line_of_a_career(text: str, *, found: bool) -> None:
    """A period, then a body and a title, no person."""
    assert career(line_of(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("赵样文,市委委员,怀宁县委书记,给予党内警告处分。", True),
        ("赵样文,男,怀宁县委书记。", False),
        ("怀宁县委书记赵样文,给予党内警告处分。", False),
    ],
)
def test_a_person_set_before_the_posts(text: str, *, found: bool) -> None:
    """Name, comma, posts; other words behind the comma are no apposition."""
    assert apposed(line_of(text)) is found


def test_an_entry_told_with_a_verb() -> None:
    """A date and a verb of holding; with a person it is a sentence of its own."""
    lexicon = resources().lexicon
    assert entry(line_of("2009年1月,任怀宁县水利局局长。"), lexicon)
    assert not entry(line_of("2009年1月,赵某任怀宁县水利局局长。"), lexicon)
    assert not entry([], lexicon)


def test_a_list_of_past_posts_goes_on() -> None:
    """What stands behind a semicolon is of the list, a sentence with a verb is not."""
    lexicon = resources().lexicon
    first, second, *_ = lines("赵某曾任怀宁县副县长;望江县水利局局长;望江县财政局局长。")
    assert listed(first, second, lexicon)
    assert not listed(second, first, lexicon)


def test_a_holding_that_is_only_a_time() -> None:
    """在任…期间 tells when, 任 alone tells what."""
    lexicon = resources().lexicon
    told, plain = (
        line_of(f"赵样文{w}任怀宁县水利局局长{e}。") for w, e in (("在", "期间收受礼金"), ("", ""))
    )
    assert during(told, index(told, "任"), lexicon)
    assert not during(plain, index(plain, "任"), lexicon)


def test_a_name_that_may_be_unread() -> None:
    """A word right before a verb of holding may be somebody; a person or a mark is nobody unknown."""
    lexicon = resources().lexicon
    line = line_of("赵样文任怀宁县水利局局长。")
    assert not unknown(line, index(line, "任"), lexicon)
    assert not unknown(line, 0, lexicon)


def test_who_takes_over_is_the_last_person() -> None:
    """The one that is followed in a post does not hold it."""
    line = line_of("赵某接替钱某担任怀宁县教育局局长。")
    person = last_person(line, index(line, "担任"), resources().lexicon)
    assert person is not None
    assert person.value.name == "赵某"


def test_a_post_told_as_a_time_is_past() -> None:
    """Whoever is told to have done something while in office is not said to hold it still."""
    (post,) = claims("赵样文在任怀宁县水利局局长期间收受礼金。", "post")
    assert (values(post, "person"), post.all("former")) == (["赵样文"], (True,))
