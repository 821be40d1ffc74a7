"""Options that several commands share, and what they become."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.read import Options

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT…", help="Text files, folders, JSON lines, or - for standard input."),
]
Published = Annotated[
    str,
    typer.Option(metavar="DATE", help="Date of texts that bring none: 2023, 2023-05 or 2023-05-08."),
]
Ontology = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Words and classes to use instead of those that come with kg."),
]
MaxChars = Annotated[int, typer.Option(min=1, help="Longest document read, in characters.")]
MaxBytes = Annotated[int, typer.Option(min=1, help="Largest file (or line of JSON lines) read, in bytes.")]
Build = Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote.")]

MAX_CHARS = 2_000_000
MAX_BYTES = 100_000_000


def reading(published: str, max_chars: int, max_bytes: int) -> Options:
    """The options of ``kg.read``; raises InputError for a date that is none."""
    from kg.errors import InputError
    from kg.read import Limits, Options, partial_date

    try:
        date = partial_date(published) if published else ""
    except ValueError as error:
        raise InputError("--published", f"{published!r} is no date (2023, 2023-05 or 2023-05-08)") from error
    return Options(published=date, limits=Limits(max_bytes=max_bytes, max_chars=max_chars))
