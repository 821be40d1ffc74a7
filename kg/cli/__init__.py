"""The command line: the only room that prints, exits or picks paths.

Exit codes: 0 done; 1 could not be done (one line on standard error says why); 2 called wrongly;
130 interrupted. Commands import what they need when they run, so that ``kg --help`` is quick.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kg.cli import (
    bench,
    build,
    check,
    evaluate,
    explain,
    export,
    extract,
    query,
    remove,
    review,
    say,
    serve,
    validate,
)
from kg.errors import KgError

if TYPE_CHECKING:
    from types import FrameType

app = typer.Typer(
    name="kg",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.command()(build.build)
app.command()(extract.extract)
app.command()(query.query)
app.command()(explain.explain)
app.command()(export.export)
app.command()(serve.serve)
app.command("eval")(evaluate.evaluate)
app.command()(check.check)
app.command()(validate.validate)
app.command()(review.review)
app.command()(remove.remove)
app.command()(bench.bench)

_INTERRUPTED = 130


@app.callback()
def common(
    json_logs: Annotated[
        bool, typer.Option("--json-logs", help="Notes as JSON lines on standard error.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="A note for every document.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary, notes or progress; only what went wrong.")
    ] = False,
) -> None:
    """Chinese discipline notices in, a knowledge graph with its evidence out."""
    say.Log.as_json, say.Log.verbose, say.Log.quiet = json_logs, verbose, quiet


class InterruptedByUser(BaseException):
    """Ctrl-C; no Exception, so that no handler for bad documents swallows it."""


def main() -> NoReturn:
    """Run one command and exit; a KgError becomes one line and exit code 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGINT, _interrupt)
    try:
        _run()
    except KgError as error:
        say.note(str(error), "error")
        sys.exit(1)
    except InterruptedByUser:
        say.note("interrupted; earlier outputs stand as they were", "error")
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does: no error, and nothing to tell it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


def _run() -> None:
    """Run the command; what it printed is on its way before the exit code is."""
    try:
        app()
    finally:
        sys.stdout.flush()


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise InterruptedByUser


@app.command()
def version() -> None:
    """Print the version, and which ontology is used."""
    from kg import __version__, ontology_dir

    found = ontology_dir.find()
    say.line(f"cadre-kg {__version__}")
    say.line(f"ontology {found.path} ({found.origin})")
