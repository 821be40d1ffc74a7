"""``kg explain``: from a name, an IRI or an edge back to the words it rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options, say


def explain(
    out: options.Build,
    term: Annotated[
        list[str] | None, typer.Argument(metavar="TERM", help="Name, IRI, id, or SUBJECT PREDICATE OBJECT.")
    ] = None,
    refused: Annotated[bool, typer.Option("--refused", help="Show what was considered and dropped.")] = False,
) -> None:
    """Say where a thing, a fact or an edge comes from: sentence, offsets, rule, reason of merging."""
    from kg import explain as explaining

    wanted = " ".join(term or ())
    if not wanted and not refused:
        raise typer.BadParameter("give a name, an IRI or an edge, or --refused")
    say.line(explaining.refused(out, wanted) if refused else explaining.explain(out, wanted))
