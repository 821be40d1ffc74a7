"""How long a name is."""

from __future__ import annotations

import pytest
from atoms import named, staged
from built import document, resources

from kg.recognise.line import Context
from kg.recognise.naming import dotted_length, masked_length
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
    context = context_of("")
    stop = next(w for w in context.lexicon.kind("name.stop") if len(w) == 1)
    assert dotted_length(f"艾力·试样{stop}", context) == len("艾力·试样")
    assert dotted_length("艾力·试样", context) == len("艾力·试样")


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
