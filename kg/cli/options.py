"""Options that several commands share, and what they become."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from kg.pool import Crew
    from kg.read import Limits, Options

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Texts, pages, PDF, images, Word, mail, CSV, JSON lines, archives, folders, addresses, or "
        "- (standard input).",
    ),
]
Published = Annotated[
    str,
    typer.Option(metavar="DATE", help="Date of texts that bring none: 2023, 2023-05 or 2023-05-08."),
]
Ontology = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Words and classes to use instead of those that come with kg."),
]
TextColumn = Annotated[
    str, typer.Option(metavar="NAME", help="Column (or JSON field) that holds the text; text if not given.")
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=NAME", help="Column that holds id, title, url or published; may be repeated."
    ),
]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=NUMBER",
        help="Move a limit: max-bytes, -chars, -pages, -pixels, -expanded, -members, -depth, -seconds or "
        "-memory.",
    ),
]
Workers = Annotated[
    int,
    typer.Option(metavar="N", min=1, max=256, help="Processes that read texts; the outputs stay the same."),
]
Engine = Annotated[
    Literal["local", "spark"],
    typer.Option("--engine", help="Where texts are read: this machine, or a Spark cluster (needs Java)."),
]
Master = Annotated[
    str, typer.Option(metavar="URL", help="Master of the cluster: spark://host:7077, or local[4].")
]
Spark = Annotated[
    list[str] | None,
    typer.Option("--spark", metavar="NAME=VALUE", help="Setting of Spark; may be repeated."),
]
Parts = Annotated[
    int,
    typer.Option(metavar="N", min=0, max=100_000, help="N-Quads and Parquet in N parts for bulk loaders."),
]
Network = Annotated[
    bool,
    typer.Option(
        "--allow-network", help="Go to addresses among the inputs, and to links of rows without text."
    ),
]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder to write into.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail if any input was set aside.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Forget the texts built into OUT before.")]
Slim = Annotated[
    bool, typer.Option("--slim", help="Write graph-slim.ttl too: facts and edges without evidence.")
]
Provenance = Annotated[
    bool, typer.Option("--provenance", help="Say in the graph when the run began and ended.")
]
Lean = Annotated[
    bool, typer.Option("--lean", help="Graph and evidence alone: no page, no store, no shapes asked.")
]
Build = Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote.")]


def reading(
    published: str,
    text_column: str,
    column: list[str] | None,
    limit: list[str] | None,
    *,
    network: bool = False,
) -> Options:
    """The options of ``kg.read``; raises InputError for one that is wrong."""
    from dataclasses import replace

    from kg.errors import InputError
    from kg.read import Columns, Limits, Options, partial_date

    try:
        date = partial_date(published) if published else ""
    except ValueError as error:
        raise InputError("--published", f"{published!r} is no date (2023, 2023-05 or 2023-05-08)") from error
    named = {"text": text_column, **_pairs("--column", column, {"id", "title", "url", "published"})}
    limits = {
        name.replace("-", "_"): _number(name, value)
        for name, value in _pairs("--limit", limit, {n.replace("_", "-") for n in Limits.__slots__}).items()
    }
    columns, bounds = replace(Columns(), **named), replace(Limits(), **limits)
    return Options(published=date, columns=columns, limits=bounds, network=network)


def crew(workers: int, limits: Limits) -> Crew:
    """The processes that read: never this one, so that a text that is stuck or greedy can be ended."""
    from kg.pool import Crew

    return Crew(workers, limits.max_seconds, limits.max_memory, apart=True)


def _pairs(option: str, given: list[str] | None, known: set[str]) -> dict[str, str]:
    from kg.errors import InputError

    found = {}
    for pair in given or ():
        name, sign, value = pair.partition("=")
        if not sign or name not in known:
            raise InputError(option, f"{pair!r} is not one of {', '.join(sorted(known))} with = and a value")
        found[name] = value
    return found


def settings(given: list[str] | None) -> dict[str, str]:
    """Settings of Spark; raises InputError for one that is none."""
    from kg.errors import InputError

    found = {}
    for pair in given or ():
        name, sign, value = pair.partition("=")
        if not sign or not name.startswith("spark."):
            raise InputError("--spark", f"{pair!r} is not spark.NAME=VALUE")
        found[name] = value
    return found


def _number(name: str, value: str) -> int:
    from kg.errors import InputError

    if not value.isdecimal() or int(value) < 1:
        raise InputError("--limit", f"{name} is a whole number above 0, not {value!r}")
    return int(value)
