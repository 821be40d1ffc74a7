"""The words a claim rests on."""

from __future__ import annotations

from built import document
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.passage import passage
from kg.relate.claim import Claim, Filler

TEXT = "2023年4月,甲县为6名干部澄清正名,乙县发文称,要大张旗鼓澄清正名。(附件略)"


def test_words_end_with_the_clause_of_the_last_part() -> None:
    """What the rest of the sentence says is no proof of this claim."""
    end = TEXT.index("干部") + 2
    claim = Claim(
        "clearing",
        (Filler("target", "6名干部", TEXT.index("6"), end),),
        0,
        TEXT.index("。") + 1,
        "r",
        trigger="澄清正名",
    )
    assert passage(document(TEXT, "d"), claim).quote == "2023年4月,甲县为6名干部澄清正名"


def test_claim_without_parts_keeps_its_sentence() -> None:
    """Nothing to go by: the whole sentence, without the mark at its end."""
    assert passage(document(TEXT, "d"), Claim("statement", (), 0, TEXT.index("。") + 1, "r")).quote.endswith(
        "澄清正名"
    )


@given(st.text(alphabet="甲乙,。《》()名", min_size=1, max_size=30), st.data())
def test_quote_is_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the claim, text[start:end] is the quote, inside the claim."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    found = passage(document(text, "d"), Claim("x", (Filler("target", "甲", first, last),), start, end, "r"))
    assert found.quote == text[found.span.start : found.span.end]
    assert start <= found.span.start < found.span.end <= end
