"""Words in raw text."""

from __future__ import annotations

from kg.lexicon import Lexicon, Word
from kg.relate.wordfinder import WordFinder

LEXICON = Lexicon({"k": {t: Word(t, "k", t, "", "test") for t in ("作为", "不作为", "作")}})


def test_the_longest_word_wins_from_left_to_right() -> None:
    """A word inside a longer one is not found."""
    finder = WordFinder.of(LEXICON, "k")
    assert [f.word.text for f in finder.scan("不作为作为作")] == ["不作为", "作为", "作"]


def test_a_word_ends_within_the_range() -> None:
    """No word reaches over the end of the range."""
    assert [f.word.text for f in WordFinder.of(LEXICON, "k").scan("不作为", 0, 2)] == ["作"]


def test_the_word_a_text_ends_in() -> None:
    """The longest word at the end, or none."""
    finder = WordFinder.of(LEXICON, "k")
    ended = finder.ends("有不作为")
    assert ended is not None
    assert ended.text == "不作为"
    assert finder.ends("不作为者") is None
