"""``kg build``: inputs -> graph.ttl, graph.html and the files of evidence, then a summary."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.cli.intake import Intake
    from kg.model import Graph


def build(
    inputs: options.Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder to write into.")],
    published: options.Published = "",
    ontology: options.Ontology = None,
    text_column: options.TextColumn = "text",
    column: options.Column = None,
    limit: options.Limit = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if any input was set aside.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Build the graph of some texts: Turtle, a page, and the evidence for every fact."""
    from kg import files, pipeline
    from kg.cli.intake import Intake, Progress
    from kg.errors import InputError
    from kg.resolve import judgements

    intake = Intake(inputs, options.reading(published, text_column, column, limit))
    resources = pipeline.load(ontology)
    progress = Progress()
    try:
        graph = pipeline.build(intake.documents(progress.tick), resources, judgements.load(out))
    finally:
        progress.stop()
    if strict and intake.rejected:
        raise InputError("--strict", f"{len(intake.rejected)} inputs set aside, nothing written")
    if intake.read:
        pipeline.write(graph, resources, out)
    files.write(out / "rejected.jsonl", intake.rejected_lines())
    if not intake.read:
        raise InputError(" ".join(inputs), "nothing could be built")
    if not quiet:
        summary(graph, intake, out)


def summary(graph: Graph, intake: Intake, out: Path) -> None:
    """What was built, counted: documents, entities and facts by kind, doubts by code."""
    from kg.issues import CATALOGUE

    rows = [
        ("documents", "built", intake.read),
        ("documents", "set aside", len(intake.rejected)),
        ("documents", "repeated", len(intake.known)),
        *_counted("entities", (e.kind for e in graph.entities)),
        *_counted("facts", (f.kind for f in graph.facts)),
        ("edges", "all", len(graph.edges)),
        *(
            (a, f"{code} {CATALOGUE[code][0]}", n)
            for a, code, n in _counted("doubts", (i.code for i in graph.issues))
        ),
    ]
    say.table(str(out), ("what", "kind", "count"), [(a, b, str(n)) for a, b, n in rows])


def _counted(what: str, kinds: object) -> list[tuple[str, str, int]]:
    counts = Counter(kinds)  # type: ignore[call-overload]
    return [(what, kind, counts[kind]) for kind in sorted(counts)]
