"""``kg extract``: inputs -> JSON lines, one object a document, entities and events with their spans."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options, say

if TYPE_CHECKING:
    from kg.model import Document
    from kg.pipeline import Resources


def extract(
    inputs: options.Inputs,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="File to write instead.")
    ] = None,
    published: options.Published = "",
    ontology: options.Ontology = None,
    text_column: options.TextColumn = "text",
    column: options.Column = None,
    limit: options.Limit = None,
    workers: options.Workers = 1,
    network: options.Network = False,
) -> None:
    """Read each text on its own and write its entities and events as JSON lines."""
    from kg import files, pipeline
    from kg.cli.intake import Intake
    from kg.errors import InputError

    intake = Intake(inputs, options.reading(published, text_column, column, limit, network=network))
    resources = pipeline.load(ontology)
    crew = options.crew(workers, intake.options.limits)
    lines = pipeline.each(partial(record, resources=resources), intake.documents(), crew, intake.set_aside)
    if out is None:
        for line in lines:
            say.raw(line)
    else:
        files.write(out, lines)
    if not intake.read:
        raise InputError(" ".join(inputs), "nothing could be read")


def record(document: Document, resources: Resources) -> str:
    """The line of one text."""
    from kg import pipeline
    from kg.export import facts

    return (
        json.dumps(facts.record(pipeline.extract(document, resources), resources.lexicon), ensure_ascii=False)
        + "\n"
    )
