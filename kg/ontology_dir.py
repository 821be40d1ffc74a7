"""Where the ontology is: the folder asked for, the copy inside the installed package, or the repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

PACKAGE = Path(__file__).resolve().parent
"""The folder of the package ``kg``."""


@dataclass(frozen=True, slots=True)
class OntologyFolder:
    """An ontology folder and how it was found: ``option``, ``package`` or ``repository``."""

    path: Path
    origin: str


def find(option: Path | None = None) -> OntologyFolder:
    """The ontology to use; an option wins, then the packaged copy, then the repository.

    Raises:
        InputError: the folder asked for, or every known place, holds no ``kg.ttl``.
    """
    if option is not None:
        if not (option / "kg.ttl").is_file():
            raise InputError(str(option), "holds no kg.ttl, so it is no ontology folder")
        return OntologyFolder(option, "option")
    for path, origin in (
        (PACKAGE / "_ontology", "package"),
        (PACKAGE.parent / "ontology", "repository"),
    ):
        if (path / "kg.ttl").is_file():
            return OntologyFolder(path, origin)
    raise InputError(str(PACKAGE), "the ontology is missing; install kg again or give --ontology")
