"""Put the query editor into the query page: ``python scripts/fetch_editor.py`` (needs npm).

Takes Yasqe from npm, in the version the tests pin, and copies its script, its style and its licence into
``kg/serve/assets/vendor``, which is no part of the repository. Without it the page has a plain field.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "kg" / "serve" / "assets" / "vendor"
PACKAGE = "@zazuko/yasqe"
FILES = ("build/yasqe.min.js", "build/yasqe.min.css", "LICENSE")


def main() -> None:
    """Fetch, copy and say so."""
    pinned = json.loads((ROOT / "tests" / "clients" / "package.json").read_text(encoding="utf-8"))
    version = pinned["dependencies"][PACKAGE]
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{PACKAGE}@{version}"]
        packed = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        shutil.unpack_archive(Path(folder) / packed.stdout.strip().splitlines()[-1], folder)
        TARGET.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            source = Path(folder) / "package" / name
            if source.is_file():
                shutil.copy(source, TARGET / source.name)
    print(f"{PACKAGE} {version} is in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
