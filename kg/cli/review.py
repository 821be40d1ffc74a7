"""``kg review``: walk the doubts about who is who, and keep what is decided."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.resolve.queue import Queue

VERDICTS = {"s": "same", "d": "different"}


def review(
    out: options.Build,
    who: Annotated[
        str, typer.Option("--who", metavar="NAME", help="Who decides; your user name if not given.")
    ] = "",
    reject: Annotated[
        str, typer.Option("--reject", metavar="CLAIM", help="Take this claim out of the next build.")
    ] = "",
    accept: Annotated[
        str, typer.Option("--accept", metavar="CLAIM", help="Mark this claim as checked.")
    ] = "",
    correct: Annotated[
        str, typer.Option("--correct", metavar="CLAIM", help="Mend this claim: say how with --with.")
    ] = "",
    mended: Annotated[
        str, typer.Option("--with", metavar="ROLE=ID", help="A role and what fills it, or date=EDTF.")
    ] = "",
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")
    ] = "",
) -> None:
    """Decide, once, whether two persons are the same, or judge a claim; later builds keep to it."""
    from kg.errors import InputError
    from kg.resolve.queue import Queue, keep

    queue, name = Queue(out), who or getpass.getuser()
    judged = [(v, c) for v, c in (("reject", reject), ("accept", accept), ("correct", correct)) if c]
    for verdict, claim in judged:
        if claim not in queue.claims:
            raise InputError(str(out), f"holds no claim {claim}; nothing was kept")
        keep(out, verdict, claim, mended if verdict == "correct" else "", name, why)
    if not judged:
        walk(queue, name)
    say.note(f"decisions are in {out / 'judgements.tsv'}; run kg build again to apply them")


def walk(queue: Queue, who: str) -> None:
    """Show one pair after the other, and keep the answers."""
    from kg.resolve.queue import keep

    pairs = queue.pairs()
    if not pairs:
        say.line(f"nothing to decide in {queue.out}")
    for number, (one, other) in enumerate(pairs, 1):
        say.line(f"\n{number} of {len(pairs)}")
        for side in (one, other):
            say.line("\n".join(described(queue, side)))
        answer = asked("same, different, later or quit", "later")[:1].lower()
        if answer == "q":
            break
        if answer in VERDICTS:
            keep(queue.out, VERDICTS[answer], one, other, who, asked("why", ""))


def asked(question: str, default: str) -> str:
    """The answer; quits where nobody can answer any more."""
    try:
        return str(typer.prompt(question, default=default))
    except typer.Abort:
        return "quit"


def described(queue: Queue, side: str) -> list[str]:
    """A person as a reader needs it: name, text, and the sentences about it."""
    doc, _, name = side.partition("#")
    return [f"{name} in {doc}", *(f"    {told.whole}" for told in queue.sentences(side))]
