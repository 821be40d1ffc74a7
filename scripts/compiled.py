"""Build hook of the wheel: with ``KG_COMPILE=1`` the reader travels as native code, beside its source.

The modules that read a text are translated to C by mypyc, from the types that mypy checks, and compiled. A
wheel built so is for one platform and one version of Python, and reads the same. Where there is no compiler,
the wheel is the pure one, and the build says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULES = ("lexicon.py", "gazetteer.py", "values.py", "segment.py")
ROOMS = ("recognise", "normalise", "relate")
"""What is compiled of ``kg``: where nearly all the time of reading goes."""
SWITCH = "KG_COMPILE"


class Compiled(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the native modules to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, where it is asked for."""
        if version != "standard" or os.environ.get(SWITCH) != "1":
            return
        self.folder = tempfile.mkdtemp(prefix="kg-compiled-")
        failed = compile_reader(Path(self.root), Path(self.folder))
        if failed:
            self.app.display_warning(f"not compiled, the wheel is pure Python: {failed}")
            return
        build_data["pure_python"], build_data["infer_tag"] = False, True
        for built in native(Path(self.folder)):
            build_data["force_include"][str(built)] = built.relative_to(self.folder).as_posix()

    def finalize(self, *_: Any) -> None:
        """Take the folder away."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)


def compile_reader(root: Path, folder: Path) -> str:
    """Copy the package into a folder and compile its reader there; why it failed, or nothing."""
    shutil.copytree(root / "kg", folder / "kg", ignore=shutil.ignore_patterns("__pycache__", "_ontology"))
    rooms = [p for room in ROOMS for p in sorted((folder / "kg" / room).glob("*.py"))]
    paths = [folder / "kg" / name for name in MODULES] + rooms
    names = [p.relative_to(folder).as_posix() for p in paths]
    command = [sys.executable, "-m", "mypyc", "--config-file", "", "--ignore-missing-imports", *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    shutil.rmtree(folder / "build", ignore_errors=True)
    if done.returncode == 0 and native(folder):
        return ""
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return next((line for line in lines if "error" in line), lines[-1] if lines else "no reason given")


def native(folder: Path) -> list[Path]:
    """The compiled modules under a folder."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    return sorted(folder.rglob(f"*{suffix}"))
