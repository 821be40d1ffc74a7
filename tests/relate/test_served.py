"""Of the terms of several crimes only the one to be served is a sentence."""

from __future__ import annotations

from reader import claims

SENTENCE = (
    "岳阳市中级人民法院以受贿罪判处赵某有期徒刑十年,并处罚金人民币一百万元;"
    "以滥用职权罪判处有期徒刑三年,决定执行有期徒刑十二年。"
)


def terms(text: str) -> list[str]:
    """The terms of prison that a text is read to give."""
    return [term for claim in claims(text, "judicial") for term in claim.all("term")]


def test_terms_that_are_added_up_are_no_sentences() -> None:
    """The terms of the single crimes are left out, also where a semicolon stands between; the fine stays."""
    assert terms(SENTENCE) == ["12年"]
    assert len(claims(SENTENCE, "judicial")) == 2


def test_terms_that_nothing_adds_up_stay() -> None:
    """Without the words for executing one for all, each term stands."""
    assert terms("岳阳市中级人民法院判处赵某有期徒刑十年。") == ["10年"]


def test_another_paragraph_is_another_case() -> None:
    """A term of another paragraph is not added up."""
    assert "10年" in terms("岳阳市中级人民法院判处赵某有期徒刑十年。\n2022年,赵某被决定执行有期徒刑十二年。")
