"""What the documents say is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from kg.issues import CATALOGUE

ROOT = Path(__file__).resolve().parents[1]


def test_generated_parts_are_up_to_date() -> None:
    """The tables of commands and doubts are those of the code."""
    found = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_doubt_is_documented() -> None:
    """Each code has its row."""
    text = (ROOT / "docs" / "issues.md").read_text(encoding="utf-8")
    assert [c for c in CATALOGUE if f"| `{c}` |" not in text] == []


def test_links_lead_somewhere() -> None:
    """Every relative link of a document leads to a file."""
    broken = []
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")]:
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            broken += [] if (path.parent / target).exists() else [f"{path.relative_to(ROOT)}: {target}"]
    assert broken == []


def test_make_help_lists_every_command() -> None:
    """A command of the Makefile without a line of help is not found by anyone."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = set(" ".join(re.findall(r"^\.PHONY: (.*)$", text, flags=re.MULTILINE)).split())
    helped = set(re.findall(r"^([a-z-]+):.*## ", text, flags=re.MULTILINE))
    assert phony == helped
