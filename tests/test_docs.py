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


def test_the_example_of_the_readme_is_true(tmp_path: Path) -> None:
    """The two lines of notice give the lines of Turtle, word for word."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    notice, turtle = (
        re.search(rf"```{kind}\n(.*?)```", text, flags=re.DOTALL) for kind in ("text", "turtle")
    )
    assert notice
    assert turtle
    (tmp_path / "notice.txt").write_text(notice[1], encoding="utf-8")
    kg = [
        sys.executable,
        "-m",
        "kg",
        "build",
        str(tmp_path / "notice.txt"),
        "-o",
        str(tmp_path),
        "--published",
        "2023-05",
    ]
    subprocess.run(kg, cwd=ROOT, check=True, capture_output=True)
    written = {line.strip() for line in (tmp_path / "graph.ttl").read_text(encoding="utf-8").splitlines()}
    assert [line for line in turtle[1].splitlines() if line.strip() not in written] == []


def test_every_command_of_the_readme_exists() -> None:
    """A command or make target that a reader is told to type is there."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^kg ([a-z]+)", text, flags=re.MULTILINE))
    listed = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [c for c in commands if f"## kg {c}\n" not in listed] == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [
        t for t in re.findall(r"^make ([a-z-]+)", text, flags=re.MULTILINE) if f"\n{t}:" not in makefile
    ] == []
