"""Put the query editor into the query page: ``python scripts/fetch_editor.py`` (needs npm).

``make demo`` and ``make wheel`` call it, so that a wheel holds the editor and nothing is fetched later. Takes
Yasqe from npm, in the version the tests pin, and copies its script and its style into
``kg/serve/assets/vendor``, which is no part of the repository; a notice of its licence stands beside them.
Without it the page has a plain field.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "kg" / "serve" / "assets" / "vendor"
PACKAGE = "@zazuko/yasqe"
FILES = ("build/yasqe.min.js", "build/yasqe.min.css")


def main() -> int:
    """Fetch, copy and say so; where npm is missing or has no answer, say that and change nothing."""
    pinned = json.loads((ROOT / "tests" / "clients" / "package.json").read_text(encoding="utf-8"))
    version = pinned["dependencies"][PACKAGE]
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{PACKAGE}@{version}"]
        try:
            packed = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, check=True, timeout=120
            )
        except (OSError, subprocess.SubprocessError):
            print(
                f"npm cannot give {PACKAGE} {version}: the query page keeps its plain field", file=sys.stderr
            )
            return 1
        shutil.unpack_archive(Path(folder) / packed.stdout.strip().splitlines()[-1], folder)
        TARGET.mkdir(parents=True, exist_ok=True)
        source = Path(folder) / "package"
        for name in FILES:
            shutil.copyfile(source / name, TARGET / Path(name).name)
        about = json.loads((source / "package.json").read_text(encoding="utf-8"))
    (TARGET / "LICENSE").write_text(notice(about), encoding="utf-8")
    print(f"{PACKAGE} {version} is in {TARGET.relative_to(ROOT)}")
    return 0


def notice(about: dict[str, Any]) -> str:
    """Whose the editor is and under which terms, from its package; the package itself brings no such file."""
    if about["license"] != "MIT":
        raise SystemExit(f"{PACKAGE} is under {about['license']}: its terms must be read first")
    inside = ", ".join(sorted(about.get("dependencies", {})))
    terms = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("Permission is hereby")
    head = f"{about['name']} {about['version']} ({about['homepage']}), with {inside}\n"
    return f"{head}MIT License\n\nCopyright (c) {about['author']}\n\n{terms[1]}{terms[2]}"


if __name__ == "__main__":
    sys.exit(main())
