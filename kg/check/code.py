"""The strings of the code: where Chinese words hide that belong to the ontology."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.check.finding import Finding

_HAN = re.compile("[\u4e00-\u9fff]+")
_RANGE = re.compile("[\u3400-\u9fff]-[\u3400-\u9fff]")
"""A range of characters in a pattern: a script, not a word."""
_ENDS = ("\u4e00", "\u9fff")
"""First and last ideograph, as a comparison names them."""
_SCOPES = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class String:
    """A string of the code that is no docstring."""

    file: str
    line: int
    value: str


def strings(package: Path) -> list[String]:
    """Every string literal of a package, docstrings left out, in the order of the files."""
    found: list[String] = []
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = set(_docstrings(tree))
        file = path.relative_to(package.parent).as_posix()
        found += [
            String(file, node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in documentation
        ]
    return found


def chinese(literals: list[String]) -> Iterator[Finding]:
    """Chinese words in the code."""
    for literal in literals:
        if literal.value in _ENDS:
            continue
        words = _HAN.findall(_RANGE.sub("", literal.value))
        if words:
            yield Finding(f"{literal.file}:{literal.line}", f"{'、'.join(words)} belongs to ontology/")


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that stand alone: docstrings of scopes and of the fields above them."""
    for node in ast.walk(tree):
        for statement in getattr(node, "body", ()) if isinstance(node, _SCOPES) else ():
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                yield statement.value
