"""Persons of one name that no rule joins: plainly two, or a question."""

from __future__ import annotations

from built import graph

ONE = "望江县教育局局长{}受到党内警告处分。"
FAR = "广水市财政局局长{}受到政务警告处分。"
NEAR = "宿松县财政局局长{}受到政务警告处分。"


def asked(*texts: str) -> list[str]:
    """The pairs somebody is asked about."""
    return [i.detail for i in graph(*texts).issues if i.code == "R04"]


def test_common_name_in_two_provinces_is_two_persons_without_a_question() -> None:
    """The reason is kept for those who ask for what was dropped."""
    built = graph(ONE.format("张伟"), FAR.format("张伟"))
    assert [i for i in built.issues if i.code == "R04"] == []
    (dropped,) = [r for r in built.refusals if r.rule == "resolve.person.different"]
    assert dropped.reason.startswith("d1#张伟 is not d0#张伟")


def test_neighbours_and_rare_names_are_asked_about() -> None:
    """Cadres move between the counties of a prefecture; a rare name may be one person anywhere."""
    assert asked(ONE.format("张伟"), NEAR.format("张伟"))
    assert asked(ONE.format("赵试样"), FAR.format("赵试样"))


def test_nearest_of_several_is_asked_about() -> None:
    """The third of a name is compared with the one of its prefecture, not with the first."""
    assert asked(FAR.format("张伟"), ONE.format("张伟"), NEAR.format("张伟")) == ["d2#张伟 or d1#张伟"]
