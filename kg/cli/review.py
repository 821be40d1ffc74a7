"""``kg review``: walk the doubts about who is who, and keep what is decided."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.explain.records import Records, Row

VERDICTS = {"s": "same", "d": "different"}
SHOWN = 3
"""Sentences of one person shown."""


def review(
    out: options.Build,
    who: Annotated[
        str, typer.Option("--who", metavar="NAME", help="Who decides; your user name if not given.")
    ] = "",
) -> None:
    """Decide, once, whether two persons of one name are the same; later builds keep to it."""
    from kg.explain.records import load

    records = load(out)
    queue = list(pairs(out))
    if not queue:
        say.line(f"nothing to decide in {out}")
        return
    for number, (one, other) in enumerate(queue, 1):
        say.line(f"\n{number} of {len(queue)}")
        for side in (one, other):
            say.line("\n".join(described(records, side)))
        answer = asked("same, different, later or quit", "later")[:1].lower()
        if answer == "q":
            break
        if answer in VERDICTS:
            keep(out, VERDICTS[answer], (one, other), who or getpass.getuser(), asked("why", ""))
    say.note(f"decisions are in {out / 'judgements.tsv'}; run kg build again to apply them")


def asked(question: str, default: str) -> str:
    """The answer; quits where nobody can answer any more."""
    try:
        return str(typer.prompt(question, default=default))
    except typer.Abort:
        return "quit"


def pairs(out: Path) -> list[tuple[str, str]]:
    """The pairs in doubt (R04), each person as ``text#name``."""
    import json

    from kg.errors import InputError

    try:
        lines = (out / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(str(out / "issues.jsonl"), "no such file; run `kg build` first") from error
    rows = [json.loads(line) for line in lines]
    found = [tuple(row["detail"].split(" or ")) for row in rows if row["code"] == "R04"]
    return [(pair[0], pair[1]) for pair in found]


def described(records: Records, side: str) -> list[str]:
    """A person as a reader needs it: name, text, and the sentences about it."""
    doc, _, name = side.partition("#")
    lines = [f"{name} in {doc}"]
    for local in (row["id"] for row in records.entities.values() if is_person(row, doc, name)):
        claims = [c for f in records.claims_about(local) for c in records.claims[f] if c["doc"] == doc]
        sentences = [e["before"] + e["quote"] + e["after"] for c in claims for e in c["evidence"]]
        lines += [f"    {sentence}" for sentence in list(dict.fromkeys(sentences))[:SHOWN]]
    return lines


def is_person(row: Row, doc: str, name: str) -> bool:
    """Whether an entity is the person that a text calls by a name."""
    said = any(m["doc"] == doc and m["quote"] == name for m in row["mentions"])
    return bool(row["kind"] == "Person" and said)


def keep(out: Path, verdict: str, pair: tuple[str, str], who: str, why: str) -> None:
    """Add a decision to the file; the file is replaced whole, never half written."""
    from kg import files
    from kg.resolve.judgements import COLUMNS, NAME, Judgement

    path = out / NAME
    before = path.read_text(encoding="utf-8") if path.exists() else "\t".join(COLUMNS) + "\n"
    today = date.today().isoformat()  # noqa: DTZ011 (the reviewer's own day)
    files.write(path, before + Judgement(verdict, *pair, who, today, why).row())
