"""A body is named once in a document's record, by the name its text uses first."""

from __future__ import annotations

from conftest import extracted


def agencies(text: str) -> list[str]:
    """The names of the bodies in a text's record."""
    return [one["name"] for one in extracted(text)["entities"]["agency"]]


def test_two_names_of_one_body_are_one() -> None:
    """The people's government of a county is its government."""
    text = "湘阴县人民政府召开会议。湘阴县政府副县长赵试样讲话。"
    assert agencies(text) == ["湘阴县人民政府"]
    assert [e["agency"] for e in extracted(text)["events"] if e["type"] == "post"] == [["湘阴县人民政府"]]


def test_bodies_of_two_places_stay_two() -> None:
    """Only bodies of the same division are the same."""
    assert agencies("湘阴县人民政府召开会议。平江县政府召开会议。") == ["湘阴县人民政府", "平江县政府"]


def test_unlike_organs_stay_two() -> None:
    """The table of equivalent organs says what is one; nothing else is."""
    assert agencies("湘阴县人民政府召开会议。湘阴县水利局召开会议。") == ["湘阴县人民政府", "湘阴县水利局"]
