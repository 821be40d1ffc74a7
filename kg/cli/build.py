"""``kg build``: inputs -> graph.ttl, graph.html and the files of evidence, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.cli.intake import Intake
    from kg.cli.progress import Progress
    from kg.export.shacl import Report
    from kg.kept.cache import Kept
    from kg.model import Document, Graph
    from kg.pipeline import Resources
    from kg.read import Rejected


def build(
    inputs: options.Inputs,
    out: options.Out,
    published: options.Published = "",
    ontology: options.Ontology = None,
    text_column: options.TextColumn = "text",
    column: options.Column = None,
    limit: options.Limit = None,
    workers: options.Workers = 1,
    engine: options.Engine = "local",
    master: options.Master = "local[*]",
    spark: options.Spark = None,
    parts: options.Parts = 0,
    network: options.Network = False,
    strict: options.Strict = False,
    fresh: options.Fresh = False,
    slim: options.Slim = False,
    provenance: options.Provenance = False,
    lean: options.Lean = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Build the graph of some texts, and of those built into OUT before: Turtle, a page, the evidence."""
    from kg import files, pipeline, store
    from kg.cli.intake import Intake
    from kg.cli.progress import Progress
    from kg.cli.publish import now, publish, publish_lean, remembering, tell
    from kg.errors import InputError
    from kg.resolve import judgements

    began = now()
    intake = Intake(inputs, options.reading(published, text_column, column, limit, network=network))
    resources = pipeline.load(ontology)
    with store.locked(out), Progress() as progress, remembering(out, resources) as known:
        if engine == "spark":
            intake.texts = elsewhere(intake, resources, out, known, (master, options.settings(spark)))
        documents = store.merged([] if fresh else store.stream(out), intake.documents(progress.found))
        crew, judged = options.crew(workers, intake.options.limits), judgements.load(out)
        graph = pipeline.build(documents, resources, judged, crew, intake.set_aside, known, progress)
        if strict and intake.rejected:
            raise InputError("--strict", f"{len(intake.rejected)} inputs set aside, nothing written")
        report = None
        if intake.read:
            write, times = publish_lean if lean else publish, (began, now()) if provenance else None
            report = write(graph, resources, out, slim=slim, times=times, watch=progress)
            in_parts(out, parts, progress)
        files.write(out / "rejected.jsonl", intake.rejected_lines())
        if report is None:
            raise InputError(" ".join(inputs), "nothing could be built")
    tell(report, out)
    summary(graph, intake, report, out, quiet=quiet)


def in_parts(out: Path, count: int, progress: Progress) -> None:
    """Write the graph in parts for bulk loaders, where they are wanted."""
    from kg import query
    from kg.export import parts

    if count:
        progress.step(f"writing {parts.FOLDER}")
        parts.write(query.open_store(out), out / parts.FOLDER, count)


def elsewhere(
    intake: Intake, resources: Resources, out: Path, known: Kept, cluster: tuple[str, dict[str, str]]
) -> Callable[[], Iterator[Document | Rejected]]:
    """Finds the texts of the inputs on a cluster, which reads them too."""
    from kg.spark.gather import Cluster, gathered
    from kg.spark.session import check

    check(cluster[0])
    return partial(gathered, intake.inputs, intake.options, resources.folder, out, Cluster(*cluster), known)


def summary(graph: Graph, intake: Intake, report: Report, out: Path, *, quiet: bool) -> None:
    """What was built, counted: documents, entities and facts by kind, doubts by code, shapes not kept."""
    if quiet or say.Log.quiet:
        return
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
