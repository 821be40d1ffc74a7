"""``kg build``: inputs -> graph.ttl, graph.html and the files of evidence, then a summary."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.cli.intake import Intake
    from kg.export.shacl import Report
    from kg.model import Graph
    from kg.pipeline import Resources


def build(
    inputs: options.Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder to write into.")],
    published: options.Published = "",
    ontology: options.Ontology = None,
    text_column: options.TextColumn = "text",
    column: options.Column = None,
    limit: options.Limit = None,
    workers: options.Workers = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if any input was set aside.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the texts built into OUT before.")] = False,
    slim: Annotated[
        bool, typer.Option("--slim", help="Write graph-slim.ttl too: facts and edges without evidence.")
    ] = False,
    provenance: Annotated[
        bool, typer.Option("--provenance", help="Say in the graph when the run began and ended.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Build the graph of some texts, and of those built into OUT before: Turtle, a page, the evidence."""
    from kg import files, pipeline, store
    from kg.cli.intake import Intake
    from kg.cli.publish import now, publish, tell
    from kg.errors import InputError

    began = now()
    intake = Intake(inputs, options.reading(published, text_column, column, limit))
    resources = pipeline.load(ontology)
    with store.locked(out):
        graph = made(intake, resources, out, fresh=fresh, workers=workers)
        if strict and intake.rejected:
            raise InputError("--strict", f"{len(intake.rejected)} inputs set aside, nothing written")
        report = None
        if intake.read:
            report = publish(graph, resources, out, slim=slim, times=(began, now()) if provenance else None)
        files.write(out / "rejected.jsonl", intake.rejected_lines())
        if report is None:
            raise InputError(" ".join(inputs), "nothing could be built")
    tell(report, out)
    if not quiet:
        summary(graph, intake, report, out)


def made(intake: Intake, resources: Resources, out: Path, *, fresh: bool, workers: int) -> Graph:
    """The graph of the inputs together with the texts of the folder."""
    from kg import pipeline, store
    from kg.cli.intake import Progress
    from kg.cli.publish import remembering
    from kg.resolve import judgements

    old = [] if fresh else store.load(out)
    crew = options.crew(workers, intake.options.limits)
    progress = Progress()
    try:
        documents = store.merged(old, intake.documents(progress.tick))
        with remembering(out, resources) as known:
            watched = progress.over(documents)
            judged = judgements.load(out)
            return pipeline.build(watched, resources, judged, crew, intake.set_aside, known)
    finally:
        progress.stop()


def summary(graph: Graph, intake: Intake, report: Report, out: Path) -> None:
    """What was built, counted: documents, entities and facts by kind, doubts by code, shapes not kept."""
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
        *_counted("shapes", (f"{f.severity} {f.rule}" for f in report.findings)),
    ]
    say.table(str(out), ("what", "kind", "count"), [(a, b, str(n)) for a, b, n in rows])


def _counted(what: str, kinds: object) -> list[tuple[str, str, int]]:
    counts = Counter(kinds)  # type: ignore[call-overload]
    return [(what, kind, counts[kind]) for kind in sorted(counts)]
