"""Grounds of exposures, sanctions, clearings and accusations."""

from __future__ import annotations

from reader import claims, values


def test_an_exposure_has_the_conduct_of_its_cases() -> None:
    """Every category named with the cases is a ground."""
    (exposure,) = claims("2022年6月,海南省纪委监委通报4起不担当、不作为典型案例。", "exposure")
    assert values(exposure, "ground") == ["no-responsibility", "inaction"]


def test_a_clearing_has_the_kind_of_complaint() -> None:
    """不实举报 and 失实检举控告 are one ground, 诬告陷害 another."""
    grounds = {
        words: values(claims(f"湘阴县纪委为5名{words}的干部澄清正名。", "clearing")[0], "ground")
        for words in ("受到不实举报", "受到失实检举控告", "被诬告陷害")
    }
    assert list(grounds.values()) == [["untrue"], ["untrue"], ["false-accusation"]]


def test_a_sanction_has_what_is_named_before_its_measure() -> None:
    """因…受到…: the cause is the ground."""
    (sanction,) = claims("2022年3月,湘阴县水利局局长赵试样因收受礼金受到党内警告处分。", "sanction")
    assert values(sanction, "ground") == ["gifts"]
