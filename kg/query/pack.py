"""The queries that come with the project (``ontology/queries/*.rq``), and what a caller may call a query."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kg import ontology_dir
from kg.errors import QueryError

_SPARQL = re.compile(r"[{}]|^\s*(?:select|ask|construct|describe|prefix|base)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:c?q)?0*(\d+)([a-z]?)", re.IGNORECASE)


class Shipped(NamedTuple):
    """A query of the pack: the stem of its file and its title."""

    stem: str
    title: str


def folder(ontology: Path | None = None) -> Path:
    """Where the pack is."""
    return ontology_dir.find(ontology).path / "queries"


def shipped(ontology: Path | None = None, lang: str = "en") -> list[Shipped]:
    """Every query of the pack with its title, in the order of their names."""
    return [Shipped(p.stem, heading(p, lang)) for p in sorted(folder(ontology).glob("*.rq"))]


def heading(path: Path, lang: str = "en", what: str = "title") -> str:
    """The title or comment in the header of a query file: its first two lines, or the next two."""
    lines = path.read_text(encoding="utf-8").splitlines()[:4]
    number = (0 if what == "title" else 2) + (lang == "zh")
    return lines[number].partition(": ")[2] if number < len(lines) else path.stem


def resolve(query: str, ontology: Path | None = None) -> str:
    """The SPARQL text behind a name, number, file or text.

    Raises:
        QueryError: nothing of that name, several, or a file that cannot be read.
    """
    if _SPARQL.search(query):
        return query
    path = Path(query)
    if path.is_file():
        return _read(path)
    found = [p for p in sorted(folder(ontology).glob("*.rq")) if _meant(query, p.stem)]
    if len(found) > 1:
        names = " or ".join(p.stem for p in found)
        raise QueryError(f"{query}: which one, {names}?")
    if not found:
        raise QueryError(f"{query}: no file, no shipped query (see --list) and no SPARQL")
    return _read(found[0])


def _meant(query: str, stem: str) -> bool:
    """Whether a stem, its first part (``cq04a``) or its number (``4``, ``04a``) is meant."""
    if query in {stem, stem.split("-", maxsplit=1)[0]}:
        return True
    asked, has = _NUMBER.fullmatch(query), _NUMBER.match(stem)
    if asked is None or has is None:
        return False
    return asked[1] == has[1] and asked[2].lower() in {"", has[2].lower()}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as UTF-8 text") from error
