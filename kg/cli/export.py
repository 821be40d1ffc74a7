"""``kg export``: a build in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options, say


def export(
    out: options.Build,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="Format to write; see --list.")] = "",
    folder: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where to write; OUT/FORMAT if not given."),
    ] = None,
    parts: options.Parts = 0,
    names: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
    ontology: options.Ontology = None,
) -> None:
    """Write a build in another format: GraphML, CSV, JSON-LD, N-Quads, Neo4j …"""
    from kg import ontology_dir, query
    from kg.export.formats import FORMATS
    from kg.export.formats import export as write
    from kg.vocab import Vocabulary

    if names:
        say.table("", ("format", "what for"), [(f.name, f.use) for f in FORMATS.values()])
        return
    if parts:
        from kg.export import parts as apart

        say.line(str(apart.write(query.open_store(out), folder or out / apart.FOLDER, parts)))
        return
    if not to:
        raise typer.BadParameter("give --to FORMAT, --parts N or --list")
    vocabulary = Vocabulary.load(ontology_dir.find(ontology).path)
    for path in write(query.open_store(out), to, folder or out / to, vocabulary):
        say.line(str(path))
