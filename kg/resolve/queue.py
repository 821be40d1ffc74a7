"""The queue of a build: pairs of persons in doubt, with the sentences of both sides, and decisions kept.

Read from the files of the build folder, so that the terminal and the server show the same. A pair that was
decided since the build is not shown again; the next build applies the decision.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg import files
from kg.errors import InputError
from kg.resolve.judgements import COLUMNS, NAME, Judgement, anchor, fault, load

Row = dict[str, Any]
SHOWN = 3
"""Sentences of one side shown."""
Pair = tuple[str, str]
"""Two persons, each as ``text#name``."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one claim about a person rests on, with the words around it."""

    claim: str
    before: str
    quote: str
    after: str

    @property
    def whole(self) -> str:
        """The sentence as it stands in the text."""
        return f"{self.before}{self.quote}{self.after}"


class Queue:
    """The pairs in doubt of one build folder. Raises InputError where a file is missing or broken."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._claims: dict[str, list[Row]] = {}
        for row in rows(out / "claims.jsonl"):
            self._claims.setdefault(row["doc"], []).append(row)
        self._persons: dict[tuple[str, str], str] = {}
        for row in rows(out / "entities.jsonl"):
            for mention in row["mentions"] if row["kind"] == "Person" else ():
                self._persons[mention["doc"], mention["quote"]] = row["id"]
        self.claims = frozenset(row["claim"] for told in self._claims.values() for row in told)

    def pairs(self) -> list[Pair]:
        """The pairs in doubt (R04) that nobody has decided yet."""
        decided = {j.pair for verdict in ("same", "different") for j in load(self.out).pairs(verdict)}
        told = [r["detail"].split(" or ") for r in rows(self.out / "issues.jsonl") if r["code"] == "R04"]
        pairs = [(one, other) for one, other in told]
        return [p for p in pairs if tuple(sorted((anchor(p[0]), anchor(p[1])))) not in decided]

    def sentences(self, side: str) -> list[Sentence]:
        """The sentences in which a text tells of a person, each once."""
        doc, name = anchor(side)
        who = self._persons.get((doc, name), "")
        found: dict[str, Sentence] = {}
        for row in self._claims.get(doc, ()) if who else ():
            for part in row["evidence"] if any(r["id"] == who for r in row["roles"]) else ():
                told = Sentence(row["claim"], part["before"], part["quote"], part["after"])
                found.setdefault(told.whole, told)
        return list(found.values())[:SHOWN]


def rows(path: Path) -> Iterator[Row]:
    """The JSON lines of a file of the build."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise InputError(f"{path}:{number}", "broken; run `kg build` again") from error
    except OSError as error:
        raise InputError(str(path), "no such file; run `kg build` first") from error


def keep(out: Path, verdict: str, one: str, other: str, who: str, why: str) -> None:
    """Add a decision to the file, which is replaced whole, never half written.

    Raises:
        InputError: the decision could not be read again.
    """
    today = date.today().isoformat()  # noqa: DTZ011 (the reviewer's own day)
    row = Judgement(verdict, one, other, who, today, why).row()
    wrong = fault(row.rstrip("\n").split("\t"))
    if wrong or not who.strip():
        raise InputError(NAME, wrong or "somebody must decide: give a name")
    path = out / NAME
    before = path.read_text(encoding="utf-8") if path.exists() else "\t".join(COLUMNS) + "\n"
    files.write(path, before + ("" if before.endswith("\n") else "\n") + row)
