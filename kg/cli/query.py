"""``kg query``: SPARQL over a build, or one of the questions that come with kg."""

from __future__ import annotations

import csv
import io
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli import options, say


class Format(StrEnum):
    """How the rows are written."""

    table = "table"
    csv = "csv"
    json = "json"


def query(
    out: options.Build,
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="SPARQL text, a file of it, or a shipped query (cq01).")
    ] = "",
    names: Annotated[bool, typer.Option("--list", help="List the queries that come with kg.")] = False,
    format: Annotated[Format, typer.Option(help="json is the SPARQL 1.1 results format.")] = Format.table,
    ontology: options.Ontology = None,
) -> None:
    """Ask a build in SPARQL; prefixes of the ontology need no declaring."""
    from kg import query as asking

    if names:
        say.table("", ("query", "question"), asking.shipped(ontology))
        return
    if not query:
        raise typer.BadParameter("give a query, or --list")
    answer = asking.run(out, query, ontology)
    if format is Format.json:
        say.raw(answer.to_json())
    elif format is Format.csv:
        say.raw(table(answer.to_csv()))
    else:
        say.table("", answer.columns, answer.rows)


def table(answer: str) -> str:
    """CSV whose cells no spreadsheet takes for a formula: such a cell gets an apostrophe in front."""
    from kg.export.cells import harmless

    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    for row in csv.reader(io.StringIO(answer, newline="")):
        writer.writerow([harmless(cell) for cell in row])
    return written.getvalue()
