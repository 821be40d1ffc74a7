"""``kg serve``: a build as a SPARQL endpoint with pages, read-only."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli import options, say


def serve(
    out: options.Build,
    host: Annotated[
        str, typer.Option(help="Address to listen on; loopback only unless told else.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    seconds: Annotated[float, typer.Option(min=0.1, help="Longest time a query may run.")] = 30.0,
    max_rows: Annotated[int, typer.Option(min=1, help="Most rows of one answer.")] = 100_000,
    ontology: options.Ontology = None,
) -> None:
    """Serve a build to browsers and SPARQL clients of this machine, until Ctrl-C."""
    from kg.errors import InputError

    try:
        from kg import serve as serving
    except ImportError as error:
        raise InputError("kg serve", f"needs {error.name}: pip install 'cadre-kg[serve]'") from error
    say.note(f"http://{host}:{port}/ serves {out}; Ctrl-C ends it")
    settings = serving.Settings(seconds=seconds, max_rows=max_rows, ontology=ontology)
    serving.run(out, host, port, settings)
