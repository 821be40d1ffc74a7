"""The tables of ``ontology/``: well-formed, sorted, without doubles, every row with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from kg.check.finding import Finding

Row = dict[str, str]
Order = Callable[[Row], tuple[object, ...]]


def _rank(row: Row) -> tuple[object, ...]:
    """Schemes go by weight, the lightest first, then by code; terms without weight stand last."""
    return (not row["rank"], int(row["rank"] or 0), row["code"])


_ORDERS: dict[str, Order] = {
    "lexicon": lambda row: (row["text"], row["kind"]),
    "schemes": _rank,
}
"""Folder -> what its rows are sorted by. Rows of other folders are sorted as whole lines."""
_KEYS: dict[str, tuple[str, ...]] = {"lexicon": ("text", "kind"), "schemes": ("code",)}
"""Folder -> the columns that no two rows of one file share."""


def check(ontology: Path) -> Iterator[Finding]:
    """Findings about every table, file by file."""
    for path in sorted(ontology.rglob("*.tsv")):
        place = path.relative_to(ontology).as_posix()
        text = path.read_bytes().decode()
        yield from _form(place, text)
        rows = _rows(text)
        yield from _doubles(place, path.parent.name, rows)
        yield from _order(place, path.parent.name, rows)
        if path.parent.name == "places":
            if not (path.parent / "README.md").is_file():
                yield Finding(place, "no README.md beside it says where the rows come from")
        else:
            yield from _sources(place, rows)


def _rows(text: str) -> list[tuple[int, Row]]:
    """Line number and cells by column of every whole row."""
    lines = text.split("\n")
    header = lines[0].split("\t")
    cells = ((n, line.split("\t")) for n, line in enumerate(lines[1:], 2) if line)
    return [(n, dict(zip(header, row, strict=True))) for n, row in cells if len(row) == len(header)]


def _form(place: str, text: str) -> Iterator[Finding]:
    width = text.split("\n", 1)[0].count("\t")
    if "\r" in text:
        yield Finding(place, "line ends are not plain newlines")
    if not text.endswith("\n"):
        yield Finding(place, "no newline at the end")
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if line.count("\t") != width:
            yield Finding(
                f"{place}:{number}", f"{line.count(chr(9)) + 1} columns, the header has {width + 1}"
            )
        elif any(cell != cell.strip() for cell in line.split("\t")):
            yield Finding(f"{place}:{number}", "a cell begins or ends with a blank")


def _doubles(place: str, folder: str, rows: list[tuple[int, Row]]) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in rows:
        key = tuple(row[column] for column in _KEYS.get(folder, row))
        first = seen.setdefault(key, number)
        if first != number:
            yield Finding(f"{place}:{number}", f"{' '.join(key)} stands in line {first} already")


def _order(place: str, folder: str, rows: list[tuple[int, Row]]) -> Iterator[Finding]:
    order = _ORDERS.get(folder)
    if order is None:
        return
    for (_, before), (number, row) in pairwise(rows):
        if order(row) < order(before):
            yield Finding(f"{place}:{number}", f"not sorted: {order(row)[-2:]} after {order(before)[-2:]}")
            return


def _sources(place: str, rows: list[tuple[int, Row]]) -> Iterator[Finding]:
    for number, row in rows:
        if not row.get("source"):
            yield Finding(f"{place}:{number}", "no source")
