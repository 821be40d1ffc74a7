"""Plain-text cases: title / . / text / . / expected facts / . — read, and compared with what kg extracts.

Expected facts are JSON objects in the schema of docs/annotating.md, one a line. A fact must be found with
every role it gives; roles it does not give are free. ``not {…}`` must not be found, ``none`` means no event
at all, ``{"type": "entity", "person": "…"}`` an entity. A title may end in ``(published 2023-05-08)``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluate.align import KEY_ROLES, agreeing, atoms, fillers

_PUBLISHED = re.compile(r"\s*\(published ([0-9-]+)\)$")
_PARTS = 3


@dataclass(frozen=True)
class Case:
    """One block of a case file."""

    line: int
    title: str
    text: str
    published: str
    expected: tuple[str, ...]


def cases(path: Path) -> Iterator[Case]:
    """The blocks of a file; prose between blocks is left out: a title is the last line before its dot."""
    part, parts, start = 0, [[], [], []], 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line != ".":
            parts[part].append(line)
            continue
        start = number - 1 if part == 0 else start
        part += 1
        if part == _PARTS:
            yield _case(start, parts)
            part, parts = 0, [[], [], []]
    if part:
        raise ValueError(f"{path}:{start}: the block has no end")


def _case(line: int, parts: list[list[str]]) -> Case:
    title = next((t for t in reversed(parts[0]) if t.strip()), "untitled")
    date = _PUBLISHED.search(title)
    return Case(
        line=line,
        title=_PUBLISHED.sub("", title),
        text="\n".join(parts[1]),
        published=date[1] if date else "",
        expected=tuple(e for e in parts[2] if e.strip()),
    )


def differences(case: Case, record: Mapping[str, Any]) -> list[str]:
    """One line for every expectation that what was read does not meet."""
    found = []
    for line in case.expected:
        wanted, negated = line.removeprefix("not ").strip(), line.startswith("not ")
        if wanted == "none":
            met = not record["events"]
        else:
            fact = json.loads(wanted)
            met = (_entity(fact, record) if fact["type"] == "entity" else _event(fact, record)) != negated
        if not met:
            found.append(line)
    return found


def _entity(fact: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    return all(
        agreeing(fillers(names), fillers(record["entities"].get(kind))) == len(fillers(names))
        for kind, names in fact.items()
        if kind != "type"
    )


def _event(fact: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Whether each atom of an expected event is in some atom read, role for role."""
    if fact["type"] not in KEY_ROLES:
        raise ValueError(f"no event type {fact['type']!r}")
    read = [atom for event in record["events"] if event["type"] == fact["type"] for atom in atoms(event)]
    return all(
        any(all(agreeing(w, got.get(role, ())) == len(w) for role, w in wanted.items()) for got in read)
        for wanted in atoms(fact)
    )
