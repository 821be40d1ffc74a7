"""Atoms merged and split."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

from kg.recognise.line import PUNCT, WORD, Atom, ending, first_from, holding, merge, split, starting
from kg.relate.units import Unit

LINE = [Atom(5, 7, WORD, "怀宁", "ns"), Atom(7, 9, WORD, "县委", "n"), Atom(9, 10, PUNCT, "，")]


def test_merge() -> None:
    """One atom from the first start to the last end, with the rule and value given."""
    assert merge(LINE, 0, 2, "agency", "r", "v") == Atom(5, 9, "agency", "怀宁县委", value="v", rule="r")


def test_split_inside_a_word() -> None:
    """A word cut in two keeps its characters, and no part of speech."""
    found = split(LINE, 8)
    assert [(a.start, a.end, a.text, a.pos) for a in found[1:3]] == [(7, 8, "县", ""), (8, 9, "委", "")]


def test_split_at_a_boundary_or_inside_a_finding_changes_nothing() -> None:
    """A boundary is there already; what a rule found is never cut."""
    assert split(LINE, 7) == LINE
    found = [Atom(5, 9, "agency", "怀宁县委")]
    assert split(found, 7) == found


def test_atoms_by_their_place() -> None:
    """An atom is found by where it starts or ends, or by a character in it; between two there is none."""
    gap = [*LINE, Atom(12, 14, WORD, "书记", "n")]
    assert [first_from(gap, at) for at in (0, 5, 6, 10, 12, 14)] == [0, 0, 1, 3, 3, 4]
    assert [starting(gap, at) for at in (7, 8, 10)] == [gap[1], None, None]
    assert [ending(gap, at) for at in (5, 7, 10, 12)] == [None, gap[0], gap[2], None]
    assert [holding(gap, at) for at in (4, 5, 8, 11, 13, 14)] == [None, gap[0], gap[1], None, gap[3], None]


def test_no_rule_changes_an_atom_or_a_unit() -> None:
    """They are not frozen, so no reader may assign to what is a field of theirs but its own."""
    names = {field.name for kind in (Atom, Unit) for field in fields(kind)}
    kg = Path(__file__).resolve().parents[2] / "kg"
    changed = [
        f"{path.name}:{node.lineno}"
        for path in sorted(kg.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store | ast.Del)
        and node.attr in names
        if not (isinstance(node.value, ast.Name) and node.value.id == "self")
    ]
    assert changed == []
