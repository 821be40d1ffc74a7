"""Competency questions right of twelve: ``python scripts/competency.py OUT STUDY``.

OUT is a build of the article the domain study is about, STUDY the study itself, which prints each question's
answer as a table. Names of agents may be fuller than printed, and an event may be called otherwise; all else
must be the same.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg import query

FREE = {"label"}
"""Names we give to events ourselves; the other cells of the row say which event is meant."""
FULLER = {"organ", "issuer", "a", "b", "unit", "parent", "mech", "base", "docs", "media"}
"""Columns whose words may be fuller than the study prints them."""
Row = tuple[str, ...]


def printed(study: str) -> Iterator[tuple[str, Row, list[Row]]]:
    """Name, columns and rows of every question of the study that has a table."""
    for block in re.split(r"^\*\*CQ", study, flags=re.MULTILINE)[1:]:
        name = re.match(r"(\d+)([a-z]?)", block)
        lines = [line for line in block.splitlines() if line.startswith("| ")]
        if name and lines:
            cells = [tuple(c.strip() for c in line.strip().strip("|").split("|")) for line in lines]
            rows = [r for r in cells[1:] if not set("".join(r)) <= {"-"}]
            yield f"cq{int(name[1]):02}{name[2]}", cells[0], rows


def parts(cell: str) -> list[str]:
    """A cell of several values, in an order that does not matter."""
    return sorted(p for piece in cell.split(";") for p in piece.strip().split("、"))


def fuller(short: str, long: str) -> bool:
    """Whether every letter of one is in the other, marks, brackets and order apart."""
    return not Counter(re.sub(r"\W", "", short)) - Counter(re.sub(r"\W", "", long))


def same(column: str, wanted: str, found: str) -> bool:
    """Whether a cell is as printed, or fuller where it may be."""
    if column in FREE:
        return bool(found)
    return parts(wanted) == parts(found) or (column in FULLER and fuller(wanted, found))


def missing(columns: Row, wanted: list[Row], found: list[Row]) -> tuple[list[Row], list[Row]]:
    """Printed rows that were not found, and found rows that are not printed."""
    left, lost = list(found), []
    for row in wanted:
        match = next((f for f in left if all(map(same, columns, row, f))), None)
        if match is None:
            lost.append(row)
        else:
            left.remove(match)
    return lost, left


def main(out: Path, study: Path) -> int:
    """Print what differs; 1 if anything does."""
    wrong: set[str] = set()
    for name, columns, rows in printed(study.read_text(encoding="utf-8")):
        result = query.run(out, name)
        lost, extra = missing(columns, rows, list(result.rows))
        if lost or extra or result.columns != columns:
            wrong.add(name[:4])
        for sign, differing in (("-", lost), ("+", extra)):
            for row in differing:
                print(f"{name} {sign} {' | '.join(row)}")
    print(f"{12 - len(wrong)} of 12 competency questions right")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
