"""Rewrite the generated parts of docs/ from what they describe; ``--check`` only says whether they are true.

A generated part stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kg.cli import app
from kg.issues import CATALOGUE

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = tuple(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)


def issues() -> str:
    """The table of doubts."""
    rows = [f"| `{code}` | {meaning} | {advice} |" for code, (meaning, advice) in CATALOGUE.items()]
    return "\n".join(["| code | what it means | what to do |", "|---|---|---|", *rows])


def commands() -> str:
    """The help of every command."""
    return "\n\n".join(f"## kg {name}\n\n```text\n{_help(name)}\n```" for name in COMMANDS)


def _help(command: str) -> str:
    environment = {**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        [sys.executable, "-m", "kg", command, "--help"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = found.stdout.replace("python -m kg", "kg").strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)


PARTS = {"docs/issues.md": {"issues": issues}, "docs/commands.md": {"commands": commands}}


def rewritten(path: Path, parts: dict[str, object]) -> str:
    """The file with its generated parts made anew."""
    text = path.read_text(encoding="utf-8")
    for name, make in parts.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        body = f"{begin}\n{make()}\n{end}"  # type: ignore[operator]
        text = re.sub(
            re.escape(begin) + ".*?" + re.escape(end), lambda _, body=body: body, text, flags=re.DOTALL
        )
    return text


def main() -> int:
    """Write, or check and say which file is out of date."""
    stale = []
    for name, parts in PARTS.items():
        path = ROOT / name
        new = rewritten(path, dict(parts))
        if new != path.read_text(encoding="utf-8"):
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    print(
        "\n".join(
            f"{name} {'is out of date: make docs' if '--check' in sys.argv else 'rewritten'}"
            for name in stale
        )
        or "docs/ is up to date"
    )
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
