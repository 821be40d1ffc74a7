"""``kg serve``: a build as a SPARQL endpoint with pages, read-only."""

from __future__ import annotations

import getpass
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
    review: Annotated[
        bool, typer.Option("--review", help="Add /review, where doubts are decided; loopback only.")
    ] = False,
    who: Annotated[
        str,
        typer.Option("--who", metavar="NAME", help="Who decides on /review; your user name if not given."),
    ] = "",
    ontology: options.Ontology = None,
) -> None:
    """Serve a build to browsers and SPARQL clients of this machine, until Ctrl-C."""
    from kg.errors import InputError

    try:
        from kg import serve as serving
    except ImportError as error:
        raise InputError("kg serve", f"needs {error.name}: pip install 'cadre-kg[serve]'") from error
    if review and not serving.is_loopback(host):
        raise InputError("--review", "writes decisions, so it serves this machine only: leave --host out")
    name = (who or getpass.getuser()) if review else ""
    say.note(f"http://{host}:{port}/ serves {out}; Ctrl-C ends it")
    settings = serving.Settings(seconds=seconds, max_rows=max_rows, ontology=ontology, review=name)
    serving.run(out, host, port, settings)
