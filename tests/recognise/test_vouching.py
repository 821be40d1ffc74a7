"""Whether what surrounds a likely name is enough."""

from __future__ import annotations

import pytest
from atoms import named, staged

from kg.recognise.company import (
    aged,
    cabled,
    counted,
    described,
    kin,
    later,
    noted,
    paired,
    rowed,
    signed,
    spaced,
    undergoing,
)
from kg.recognise.likely import Likely
from kg.recognise.vouching import (
    SUPPORTS,
    acts,
    added,
    apart,
    appointed,
    enumerated,
    governs,
    introduced,
    phrased,
    placed,
    swallowed,
    titled,
    touched,
    toward,
    uncut,
    vouched,
    worded,
)

RULES = (
    *(touched, acts, introduced, enumerated, uncut, appointed, placed),
    *(rowed, spaced, paired, counted, later, kin, aged, noted, signed, cabled, described, undergoing),
)


def likely(text: str, why: str, start: int = 0, size: int = 3) -> Likely:
    """A stretch of a text as a likely name with a surname of one character."""
    line, context = staged(text, "agency")
    return Likely(start, size, 1, why, line, context)


def test_every_support_is_asked() -> None:
    """The rules that may speak for a name are those this file tests."""
    assert set(SUPPORTS) == set(RULES)


def test_what_a_likely_name_is_made_of() -> None:
    """Its characters, what stands behind it, whether its surname is usual and it has two given characters."""
    one = likely("赵样文被立案审查。", "opener")
    assert (one.name, one.behind, one.end) == ("赵样文", "被立案审", 3)
    assert (one.common, one.full) == (True, True)
    assert not likely("赵样被立案审查。", "opener", size=2).full


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("钱样华被立案审查。", "钱样华"),
        ("怀宁县纪委对钱样华立案审查。", "钱样华"),
        ("怀宁县人大常委会决定任命李假建为怀宁县教育局局长。", "李假建"),
        ("怀宁县人大常委会决定免去李假建怀宁县教育局局长职务。", "李假建"),
        ("钱样华,男,汉族,1970年5月生。", "钱样华"),
        ("钱样华,现任怀宁县水利局局长。", "钱样华"),
        ("怀宁县水利局局长赵样文、钱样华开会。", "钱样华"),
    ],
)
def test_names_that_their_place_vouches_for(text: str, name: str) -> None:
    """Openers, objects of an act, presented persons, lists."""
    assert name in named(text, "person")


@pytest.mark.parametrize(
    "text",
    ["怀宁县纪委向十四届县委报告。", "怀宁县向作出贡献的单位致谢。", "省长任组长,副省长任副组长。"],
)
def test_words_of_grammar_are_no_surnames(text: str) -> None:
    """A preposition before a number or verb, a verb of holding before a title."""
    assert named(text, "person") == []


def test_a_name_known_to_the_document_is_enough() -> None:
    """What was read as a name elsewhere in the text is one here."""
    line, context = staged("样样样的家。", "agency")
    assert not vouched(0, 3, 1, "opener", line, context)
    context.names["样样样"] = "recognise.person.title"
    assert vouched(0, 3, 1, "opener", line, context)


def test_a_division_of_that_name_is_meant_where_nothing_speaks_for_a_person() -> None:
    """A name that is also a division's is no person at the opening of a clause."""
    line, context = staged("金堂县开会。", "agency")
    assert context.gazetteer.by_name("金堂县")
    assert not vouched(0, 3, 1, "opener", line, context)


def test_a_title_leads_to_a_name_but_not_to_a_word() -> None:
    """Behind a title a word of the dictionary that ends with the stretch and goes on is no name."""
    assert titled(likely("赵样文开会。", "title"))
    assert not titled(likely("全面负责工作。", "title", size=2))


def test_a_measure_touches_a_name() -> None:
    """A party organ's title behind the same characters does not."""
    assert touched(likely("钱样华党内警告处分。", "opener"))
    assert not touched(likely("钱样华的家。", "opener"))


def test_a_list_goes_on() -> None:
    """Only in a list does a mark alone speak for one more name."""
    assert enumerated(likely("钱样华、孙范明开会。", "list"))
    assert not enumerated(likely("钱样华、孙范明开会。", "opener"))


def test_an_appointment_needs_a_post_or_as() -> None:
    """为 or a post speaks for whom an act appoints, elsewhere it does not."""
    assert appointed(likely("李假建为局长。", "act"))
    assert not appointed(likely("李假建为局长。", "opener"))
    assert not appointed(likely("李假建的家。", "act"))


def test_a_biography_introduces_at_the_opening_only() -> None:
    """The sex behind a name counts where a clause opens."""
    assert introduced(likely("钱样华,男,汉族。", "opener"))
    assert not introduced(likely("钱样华,男,汉族。", "inside"))


def test_grammar_governs() -> None:
    """任 before a title, 向 before a verb; a usual surname governs nothing."""
    for text, size, found in (("任组长。", 3, True), ("赵样文。", 3, False)):
        line, context = staged(text, "agency")
        assert governs(0, size, line, context) is found


def test_characters_that_no_dictionary_holds_together() -> None:
    """A surname that stays alone and two given characters, where a verb follows; not before a plain noun."""
    line, context = staged("钱样华被立案审查。", "agency")
    assert apart(0, 3, 1, "opener", line, context)
    assert uncut(likely("钱样华被立案审查。", "opener"))
    assert not uncut(likely("钱样华被立案审查。", "inside"))


def test_acts_and_places_ask_for_a_likely_name() -> None:
    """A word of the dictionary gains nothing from the act behind it."""
    assert acts(likely("钱样华立案审查。", "act"))
    assert not acts(likely("全面地立案审查。", "act", size=2))
    assert placed(likely("钱样华被查。", "act"))
    assert not placed(likely("全面被查。", "list", size=2))


@pytest.mark.parametrize(
    ("text", "start", "size", "why"),
    [
        ("法律意识淡薄", 0, 3, "title"),
        ("正当权利", 0, 3, "title"),
        ("严格要求自己", 0, 2, "title"),
    ],
)
def test_the_beginning_of_a_word_is_no_name(text: str, start: int, size: int, why: str) -> None:
    """A longer word of the dictionary, or two, hold the characters; a name of the dictionary does not."""
    assert swallowed(likely(text, why, start, size))
    assert not swallowed(likely("赵样文讲话", why))


def test_words_of_grammar_before_words() -> None:
    """同 before 观众, 任 before 科技; a usual surname before a usual given name is none of these."""
    assert phrased(likely("同观众一起", "title"))
    assert phrased(likely("任科技副县长", "inside"))
    assert not phrased(likely("王建国讲话", "opener"))


def test_given_names_that_are_words() -> None:
    """同岁 is hardly a given name, 建国 is; a word, not a mark, may join the name to one before."""
    assert worded(likely("张同岁，", "list"))
    assert not worded(likely("王建国，", "list"))
    assert added(likely("赵样与张同岁，", "list", start=3))
    assert not added(likely("赵样、张同岁，", "list", start=3))


def test_a_preposition_toward_a_body() -> None:
    """向 before a division's short name and a body's head."""
    line, context = staged("向中山大学党委反馈", "agency")
    inside = [a for a in line if a.end <= len("向中山")]
    assert toward(inside, line, context)
