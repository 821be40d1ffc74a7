"""Bodies go on: a branch, a unit of their own, a former unit."""

from __future__ import annotations

import pytest
from atoms import named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中国银行湖南省分行个人金融部总经理赵试样讲话。", "中国银行湖南省分行个人金融部"),
        ("中国人民银行岳阳分行行长赵试样讲话。", "中国人民银行岳阳分行"),
        ("湘阴县民政局原干休所所长赵试样讲话。", "湘阴县民政局干休所"),
    ],
)
def test_a_body_goes_on_to_its_own_unit(text: str, name: str) -> None:
    """What stands behind a fixed name, a branch's place or "former" belongs to the body."""
    assert name in named(text, "agency")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("杭州电子科技大学党委召开会议。", "杭州电子科技大学党委"),
        ("共青团湖南省委副书记赵试样讲话。", "团湖南省委"),
    ],
)
def test_names_stay_as_they_are_written(text: str, name: str) -> None:
    """An organ of a school takes the school's name as it is; a league's name says its level once."""
    assert named(text, "agency") == [name]
