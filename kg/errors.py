"""Reasons to stop, named by who must act.

KgError
├── InputError       the caller: a path, option or input file is wrong; the rest of the batch goes on
├── OntologyError    the domain reader: a file of ontology/ is malformed (file and line are in the text)
├── QueryError       the person asking: SPARQL that does not parse, a name that is not shipped
└── InvariantError   us: a law of the programme is broken
"""

from __future__ import annotations


class KgError(Exception):
    """Root of all reasons to stop; ``str()`` is one line fit for a terminal."""


class InputError(KgError):
    """Something given by the caller cannot be read; ``place`` is a file, or file:line."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class OntologyError(KgError):
    """A file of ``ontology/`` is malformed; carries file and line."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class QueryError(KgError):
    """A query cannot be run as asked."""


class InvariantError(KgError):
    """A law of the programme is broken: always a defect of ours."""
