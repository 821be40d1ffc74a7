"""Clauses of a sentence."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from kg.fold import fold
from kg.relate.page import cut
from kg.relate.story import Scene

SCENE = cast(Scene, SimpleNamespace(line=[]))


def clauses(text: str) -> list[str]:
    """The clauses of a text."""
    return [c.text for c in cut(SCENE, 0, len(text), fold(text))]


def test_marks_inside_quotation_do_not_cut() -> None:
    """A comma in quotation marks, brackets or a title belongs to its clause."""
    assert clauses("甲说“一,二”,乙(三,四)来;丙。") == ["甲说“一，二”", "乙（三，四）来", "丙"]


def test_an_open_quotation_does_not_swallow_the_rest() -> None:
    """A mark without its partner cuts nothing off."""
    assert clauses("甲“来,乙去。") == ["甲“来", "乙去"]
