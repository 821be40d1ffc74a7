"""Definitions in documents."""

from __future__ import annotations

from reader import claims, values


def test_a_document_says_what_a_thing_is() -> None:
    """X是… right behind the document's verb is a definition, and what follows is addressed to X."""
    text = "湘阴县委印发《关于改进作风的意见》。《意见》指出,领导干部是作风建设的带头人,要做到以身作则。"
    (defined,) = claims(text, "definition")
    assert values(defined, "content") == ["领导干部是作风建设的带头人"]
    assert [values(c, "addressee") for c in claims(text, "requirement")] == [["领导干部"]]


def test_a_verb_of_being_outside_a_speech_defines_nothing() -> None:
    """A narrative sentence with 是 is no definition."""
    assert claims("这座桥是全县最长的桥。", "definition") == []
