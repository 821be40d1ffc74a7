"""Annotated or extracted facts as JSON lines, joined on ``id``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import InputError

Row = dict[str, Any]


def load(path: Path) -> dict[str, Row]:
    """Records by id, in the order of the file; raises InputError with file and line."""
    rows: dict[str, Row] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), "cannot be read as UTF-8 text") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _row(line, f"{path}:{number}")
            if row["id"] in rows:
                raise InputError(f"{path}:{number}", f"id {row['id']} stands twice")
            rows[row["id"]] = row
    if not rows:
        raise InputError(str(path), "no records")
    return rows


def _row(line: str, place: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(place, f"broken JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise InputError(place, "an object with a string id is needed")
    entities, events = row.get("entities", {}), row.get("events", [])
    if not isinstance(entities, dict) or not isinstance(events, list):
        raise InputError(place, "entities is an object by type, events a list")
    if not all(isinstance(event, dict) and isinstance(event.get("type"), str) for event in events):
        raise InputError(place, "every event is an object with a type")
    return row
