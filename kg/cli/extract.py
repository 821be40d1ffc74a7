"""``kg extract``: inputs -> JSON lines, one object a document, entities and events with their spans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options, say


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
) -> None:
    """Read each text on its own and write its entities and events as JSON lines."""
    from kg import files, pipeline
    from kg.cli.intake import Intake
    from kg.errors import InputError
    from kg.export import facts

    intake = Intake(inputs, options.reading(published, text_column, column, limit))
    resources = pipeline.load(ontology)

    def lines() -> Iterator[str]:
        for document in intake.documents():
            yield json.dumps(facts.record(pipeline.extract(document, resources)), ensure_ascii=False) + "\n"

    if out is None:
        for line in lines():
            say.raw(line)
    else:
        files.write(out, lines())
    if not intake.read:
        raise InputError(" ".join(inputs), "nothing could be read")
