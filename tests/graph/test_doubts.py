"""Doubts that show once facts are made."""

from __future__ import annotations

from built import graph


def codes(*texts: str) -> set[str]:
    """The codes of all doubts about some texts."""
    return {i.code for i in graph(*texts).issues}


def test_text_without_a_fact_is_doubted() -> None:
    """Nothing found may mean the text is of another kind."""
    assert "N02" in codes("今天天气很好。")


def test_personal_data_is_noted_and_not_repeated() -> None:
    """A mail address gives a doubt, and no output holds it."""
    built = graph("望江县纪委通报3起典型问题。联系邮箱:zhao@example.org。")
    (doubt,) = [i for i in built.issues if i.code == "N01"]
    assert "zhao" not in doubt.quote


def test_party_organ_that_gives_a_government_sanction_is_doubted() -> None:
    """Only a supervisory organ may (《公职人员政务处分法》第三条)."""
    assert "E03" in codes("2023年2月,望江县纪委给予住建局局长赵试样政务记过处分。")
