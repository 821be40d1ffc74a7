"""Files carried into the page: scripts, styles, words, the shell and the tile map of provinces."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def text(name: str) -> str:
    """One file of this folder as text (``js/main.js``)."""
    return files(__name__).joinpath(*name.split("/")).read_text(encoding="utf-8")


@cache
def names(folder: str, ending: str) -> tuple[str, ...]:
    """Sorted file names of a folder here that end so."""
    return tuple(
        sorted(f.name for f in files(__name__).joinpath(folder).iterdir() if f.name.endswith(ending))
    )
