"""The JSON lines of a build, read back and indexed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything ``kg explain`` looks things up in."""

    entities: dict[str, Row]
    claims: dict[str, tuple[Row, ...]]
    """Fact id -> its claims, one a witness."""
    edges: tuple[Row, ...]
    refused: tuple[Row, ...]

    def text(self, doc: str) -> str:
        """What a reader knows a text by, with its id where that is not the same."""
        label = self.entities.get(f"text/{doc}", {}).get("label", doc)
        return doc if label == doc else f"{label} ({doc})"

    def claims_about(self, entity: str) -> Iterator[str]:
        """Ids of the facts in which an entity fills a role, in order."""
        for fact, rows in self.claims.items():
            if any(role["id"] == entity for role in rows[0]["roles"]):
                yield fact


def load(out: Path) -> Records:
    """Read a build; raises InputError where a file is missing or broken."""
    claims: dict[str, list[Row]] = {}
    for row in _rows(out / "claims.jsonl"):
        claims.setdefault(row["fact"], []).append(row)
    return Records(
        entities={row["id"]: row for row in _rows(out / "entities.jsonl")},
        claims={fact: tuple(rows) for fact, rows in claims.items()},
        edges=tuple(_rows(out / "edges.jsonl")),
        refused=tuple(_rows(out / "refused.jsonl")),
    )


def _rows(path: Path) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise InputError(f"{path}:{number}", "broken; run `kg build` again") from error
    except OSError as error:
        raise InputError(str(path), "no such file; run `kg build` first") from error
