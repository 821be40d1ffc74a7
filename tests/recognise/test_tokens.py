"""Words of a sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from built import resources
from hypothesis import given
from hypothesis import strategies as st

from kg.fold import fold
from kg.recognise.line import NUMBER, PUNCT, WORD


def cut(text: str) -> list[tuple[str, str]]:
    """Words and kinds."""
    return [(a.text, a.kind) for a in resources().recogniser.tokenizer.atoms(text, 0)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("怀宁县水利局", ["怀宁县", "水利局"]),
        ("水利局局长", ["水利局", "局长"]),
        ("受到党内警告", ["受到", "党内警告"]),
        ("3名干部", ["3", "名", "干部"]),
        ("增长12%", ["增长", "12", "%"]),
    ],
)
def test_words_of_the_lexicon_and_the_gazetteer_are_whole(text: str, words: list[str]) -> None:
    """Added words win over their parts."""
    assert [w for w, _ in cut(text)] == words


def test_kinds() -> None:
    """Words, numbers and marks."""
    assert [k for _, k in cut("3名，干部")] == [NUMBER, WORD, PUNCT, WORD]


@given(st.text(max_size=60), st.integers(0, 1000))
def test_atoms_lie_in_the_text_in_order(text: str, offset: int) -> None:
    """Offsets are those of the stretch, nothing overlaps, only blanks are dropped."""
    folded = fold(text)
    found = resources().recogniser.tokenizer.atoms(folded, offset)
    assert all(folded[a.start - offset : a.end - offset] == a.text for a in found)
    assert "".join(a.text for a in found) == "".join(folded.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
