"""The last steps of a command that changes a build: files written, store kept, shapes asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import say
from kg.watch import NOBODY, Watch

if TYPE_CHECKING:
    from kg.export.rdf import Times
    from kg.export.shacl import Report
    from kg.kept.cache import Kept
    from kg.model import Graph
    from kg.pipeline import Resources


def publish(
    graph: Graph,
    resources: Resources,
    out: Path,
    *,
    slim: bool = False,
    times: Times | None = None,
    watch: Watch = NOBODY,
) -> Report:
    """Write every file of a build and the store that answers queries; what the shapes say of it.

    The fast engine is asked, since pySHACL would take longer than the reading; the two agree on every graph
    of the tests, and ``kg validate`` asks pySHACL.
    """
    from kg import pipeline
    from kg.export import shacl

    pipeline.write(graph, resources, out, slim=slim, times=times, watch=watch)
    watch.step("writing the store")
    _keep(out)
    watch.step("asking the shapes")
    return shacl.validate(out, resources.folder, engine="fast")


def publish_lean(
    graph: Graph,
    resources: Resources,
    out: Path,
    *,
    slim: bool = False,
    times: Times | None = None,
    watch: Watch = NOBODY,
) -> Report:
    """Write the graph and the evidence alone; page and store of an earlier build, which no longer fit, go."""
    from shutil import rmtree

    from kg import pipeline, query
    from kg.export.shacl import Report

    pipeline.write(graph, resources, out, slim=slim, page=False, times=times, watch=watch)
    rmtree(out / query.STORE, ignore_errors=True)
    return Report(())


@contextmanager
def remembering(out: Path, resources: Resources) -> Iterator[Kept]:
    """The readings of earlier builds into a folder; says so where some were damaged and are made anew."""
    from kg.kept.cache import Kept

    known = Kept(out, resources.folder)
    try:
        yield known
    finally:
        known.close()
    if known.damaged:
        say.note(f"{out}: readings of earlier builds were damaged; their texts were read again", "warning")


def _keep(out: Path) -> None:
    """Keep the store; without one queries are answered from the Turtle, so its lack fails no build."""
    from kg import query
    from kg.errors import InputError
    from kg.export.formats.by_text import by_text

    try:
        query.keep(out, by_text)
    except InputError as error:
        say.note(f"{error}; queries will load the Turtle instead")


def now() -> str:
    """The time of day, as xsd:dateTime in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def tell(report: Report, out: Path) -> None:
    """A note that a graph breaks rules; nothing where only warnings were found."""
    broken = sum(finding.severity == "Violation" for finding in report.findings)
    if broken:
        say.note(f"{broken} violations of the shapes; kg validate {out} says where and what to do", "warning")
