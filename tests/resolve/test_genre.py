"""The class of a document by its genre, its title and its issuer."""

from __future__ import annotations

from built import resources

from kg.resolve.genre import class_of

LEXICON = resources().lexicon


def test_class_follows_genre_title_and_issuer() -> None:
    """Regulations of the Party and laws of the State are told apart."""
    assert class_of("中国共产党问责条例", "regulations", LEXICON, of_party=False) == "PartyRegulation"
    assert class_of("中华人民共和国监察法", "law", LEXICON, of_party=False) == "StateLaw"
    assert class_of("关于工作的意见", "opinion", LEXICON, of_party=True) == "PartyNormativeDocument"
    assert class_of("关于工作的意见", "opinion", LEXICON, of_party=False) == "NormativeDocument"
