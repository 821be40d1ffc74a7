"""The house rules that no other tool checks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted((ROOT / "kg").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
LINES = 300
FUNCTION = 50


def functions(path: Path) -> list[ast.FunctionDef]:
    """Every function of a file."""
    return [
        n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)
    ]


def test_modules_and_functions_stay_short() -> None:
    """No module passes 300 lines, no function 50."""
    long = [str(p) for p in CODE if len(p.read_text(encoding="utf-8").splitlines()) > LINES]
    for path in CODE:
        long += [f"{path}: {f.name}" for f in functions(path) if (f.end_lineno or 0) - f.lineno >= FUNCTION]
    assert long == []


def test_every_test_has_a_sentence() -> None:
    """A test says in one sentence what holds."""
    silent = [
        f"{path.name}: {function.name}"
        for path in TESTS
        for function in functions(path)
        if function.name.startswith("test_")
        and not (ast.get_docstring(function) or "").rstrip().endswith((".", "?", '"'))
    ]
    assert silent == []


def test_no_path_of_a_machine() -> None:
    """No file of the repository holds an absolute path of someone's machine."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git repository")
    machine = re.compile(r"(?<![\w./])/(?:work|home|root|Users)/\w")
    found = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if (
            path.suffix in {".py", ".md", ".toml", ".tsv", ".txt", ".ttl", ".rq", ".jsonl", ".js", ""}
            and path.is_file()
        ):
            found += [
                f"{name}: {m[0]}"
                for m in machine.finditer(path.read_text(encoding="utf-8", errors="replace"))
            ]
    assert found == []


def test_rooms_and_floors() -> None:
    """The import contracts of pyproject.toml hold."""
    pytest.importorskip("importlinter", reason="import-linter is not installed (make check installs it)")
    command = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
