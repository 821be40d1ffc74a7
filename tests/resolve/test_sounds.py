"""Names of one sound are a question, never a merge."""

from __future__ import annotations

from built import graph

ONE = "2023年2月,望江县教育局局长张伟受到党内警告处分。"


def asked(*texts: str) -> list[str]:
    """What somebody is asked about persons; nobody was joined."""
    built = graph(*texts)
    assert len([e for e in built.entities if e.kind == "Person"]) == len(texts)
    return [i.detail for i in built.issues if i.code == "R04"]


def test_misprint_of_one_sound_is_asked_about() -> None:
    """The same post, measure and month, another character."""
    assert asked(ONE, ONE.replace("张伟", "张炜")) == ["d1#张炜 or d0#张伟"]


def test_other_sound_post_or_month_is_not() -> None:
    """Two deputies of one bureau, two months, two bureaus."""
    assert asked(ONE, ONE.replace("张伟", "张敏")) == []
    assert asked(ONE, ONE.replace("张伟", "张炜").replace("2月", "3月")) == []
    assert asked(ONE, ONE.replace("张伟", "张炜").replace("教育", "财政")) == []


def test_script_makes_no_difference() -> None:
    """張偉 in traditional characters is the same name."""
    built = graph(ONE, "2023年2月,望江縣教育局局長張偉受到黨內警告處分。")
    assert len([e for e in built.entities if e.kind == "Person"]) == 1
