"""``kg bench``: the time of each stage on texts of your own."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options, say


def bench(
    inputs: options.Inputs,
    rounds: Annotated[int, typer.Option("--rounds", min=1, max=99, help="Passes; the median counts.")] = 3,
    published: options.Published = "",
    ontology: options.Ontology = None,
    text_column: options.TextColumn = "text",
    column: options.Column = None,
    limit: options.Limit = None,
) -> None:
    """Time each stage on texts of your own; nothing is written."""
    from kg import bench as timing
    from kg import pipeline
    from kg.errors import InputError

    run = timing.Run(rounds)
    chosen = options.reading(published, text_column, column, limit)
    graph = timing.stages(run, inputs, chosen, pipeline.load(ontology))
    if graph is None:
        raise InputError(" ".join(inputs), "nothing could be read")
    whole = sum(run.seconds.values())
    rows = [
        (name, f"{seconds:.3f}", f"{run.documents / max(seconds, 1e-9):,.0f}", f"{100 * seconds / whole:.1f}")
        for name, seconds in run.seconds.items()
    ]
    say.table("", ("stage", "processor seconds", "texts a second", "% of all"), rows)
    say.line(
        f"{run.documents:,} texts, {run.characters:,} characters, {len(graph.entities):,} entities, "
        f"{len(graph.facts):,} facts, {len(graph.edges):,} edges; median of {rounds}"
    )
