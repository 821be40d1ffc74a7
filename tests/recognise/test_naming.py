"""How long a name is."""

from __future__ import annotations

import pytest
from atoms import named, staged
from built import document, resources

from kg.recognise.line import Context
from kg.recognise.naming import (
    addressed,
    before_post,
    cuts,
    dotted_length,
    foreign,
    foreign_word,
    masked_length,
    sounds,
    unmasked,
)
from kg.recognise.surroundings import rated, surname_at


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("怀宁县副县长赵试样讲话。", "赵试样"),
        ("怀宁县副县长周样讲话。", "周样"),
        ("怀宁县副县长欧阳试讲话。", "欧阳试"),
        ("怀宁县副县长欧阳试样讲话。", "欧阳试样"),
        ("怀宁县副县长赵某讲话。", "赵某"),
        ("怀宁县副县长赵某某讲话。", "赵某某"),
        ("怀宁县副县长赵某某受到处分。", "赵某某"),
        ("怀宁县副县长赵某甲、钱某讲话。", "赵某甲"),
        ("墨玉县副县长艾力·试样受到党内警告处分。", "艾力·试样"),
        ("墨玉县副县长艾力•试样,讲话。", "艾力·试样"),
        ("怀宁县副县长赵××讲话。", "赵××"),
    ],
)
def test_length(text: str, name: str) -> None:
    """One or two given characters, double surnames, masks, letters behind masks, dots of any form."""
    assert named(text, "person")[0] == name


def test_what_the_document_repeats_decides() -> None:
    """赵范 said again without its next character is a name of two."""
    text = "怀宁县副县长赵范本人承认。赵范表示后悔。赵范受到党内警告处分。"
    assert set(named(text, "person")) == {"赵范"}


def context_of(text: str) -> Context:
    """A context of a text."""
    return resources().recogniser.context(document(text, "case"))


def test_the_double_surname_comes_first() -> None:
    """欧阳 before 欧; a character that is no surname is none."""
    context = context_of("欧阳试")
    assert surname_at("欧阳试", 0, context) == "欧阳"
    assert surname_at("赵试样", 0, context) == "赵"
    assert surname_at("的试样", 0, context) == ""


def test_a_dotted_name_ends_before_a_word_of_the_lexicon() -> None:
    """The characters behind the last dot are cut where the lexicon says a name stops."""
    for text, name in (
        ("艾力·试样", "艾力·试样"),
        ("艾力·试样被", "艾力·试样"),
        ("艾力·试样作为", "艾力·试样"),
        ("艾力·试样不", "艾力·试样"),
        ("艾力·试样和图尔荪·试样", "艾力·试样"),
        ("艾力·试样讨回", "艾力·试样"),
        ("阿不都·试样不力", "阿不都·试样不力"),
        ("不仅帮艾力·试样", ""),
    ):
        line, context = staged(text, "agency")
        assert dotted_length(0, text, line, context) == len(name)


def test_rates_of_given_characters() -> None:
    """Characters common in given names are rated, a rare one spoils the name."""
    context = context_of("")
    assert rated("建国", context)
    assert not rated("建矬", context)


@pytest.mark.parametrize(
    ("text", "length"), [("赵某受到处分。", 2), ("赵某文,男。", 3), ("赵某某受到处分。", 3)]
)
def test_a_mask_takes_one_more_character_only_if_it_belongs(text: str, length: int) -> None:
    """A given character may stand behind the mask, a word of the sentence may not."""
    line, context = staged(text, "")
    assert masked_length(0, 1, line, context) == length


def test_what_is_in_no_name() -> None:
    """A form of address, and the beginning of a longer word that goes on behind."""
    line, context = staged("利同志代表常委会", "title")
    assert addressed("利同志代表常委会", 0, 3, context)
    assert not addressed("利样文代表常委会", 0, 3, context)
    assert cuts(3, 6, line)
    assert not cuts(0, 3, line)


def test_a_name_goes_on_in_another_language() -> None:
    """By the dictionary, or by the sounds that only other languages are written with."""
    line, context = staged("马样明科夫讲话", "title")
    assert sounds(3, line, context) == len("科夫")
    assert sounds(0, line, context) == 0
    line, context = staged("普里马科夫讲话", "title")
    assert foreign_word(0, line, context) == len("普里马科夫")
    assert foreign_word(5, line, context) == 0


def test_before_a_post() -> None:
    """为, or 的 and a body, lead from a person to a post."""
    line, context = staged("钱安标的怀宁县教育局副局长", "agency")
    assert before_post(3, line, context)
    assert not before_post(2, line, context)


def test_behind_a_mask() -> None:
    """A given character that a mark, a verb, or the whole text binds to the mask."""
    line, context = staged("赵某生受贿", "title")
    assert unmasked(line[-2], "赵某", 2, context)
    line, context = staged("赵某说真话", "title")
    assert not unmasked(line[-1], "赵某", 2, context)


def test_sounds_of_other_languages() -> None:
    """不 is in no given name but writes a sound; 的 writes none."""
    context = context_of("")
    assert not foreign("不", context)
    assert foreign("的", context)
