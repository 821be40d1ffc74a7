"""An answer: columns and rows for people, SPARQL 1.1 result formats for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.markup import mended


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query.

    ``bindings`` is the document of the SPARQL 1.1 JSON results format. A CONSTRUCT or DESCRIBE answers
    with the columns subject, predicate and object, an ASK with one truth value.
    """

    bindings: Mapping[str, Any]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns as the query prints them."""
        return ("answer",) if self._truth else tuple(self.bindings["head"].get("vars", ()))

    @property
    def rows(self) -> Sequence[tuple[str, ...]]:
        """Rows as plain strings; an unbound cell is empty."""
        if self._truth:
            return (("true" if self.bindings["boolean"] else "false",),)
        found = self.bindings["results"]["bindings"]
        return tuple(tuple(row.get(c, {}).get("value", "") for c in self.columns) for row in found)

    def to_json(self) -> str:
        """SPARQL 1.1 Query Results JSON Format, one row a line for reading."""
        if self._truth:
            return json.dumps(self.bindings, ensure_ascii=False) + "\n"
        head = json.dumps(self.bindings["head"], ensure_ascii=False)
        rows = ",\n".join(json.dumps(b, ensure_ascii=False) for b in self.bindings["results"]["bindings"])
        return f'{{"head": {head},\n"results": {{"bindings": [\n{rows}\n]}}}}\n'

    def to_csv(self) -> str:
        """SPARQL 1.1 Query Results CSV Format."""
        return self._convert(ox.QueryResultsFormat.CSV)

    def to_tsv(self) -> str:
        """SPARQL 1.1 Query Results TSV Format."""
        return self._convert(ox.QueryResultsFormat.TSV)

    def to_xml(self) -> str:
        """SPARQL Query Results XML Format; control characters by their pictures, counted in a comment."""
        return mended(self._convert(ox.QueryResultsFormat.XML))

    @property
    def _truth(self) -> bool:
        return "boolean" in self.bindings

    def _convert(self, target: ox.QueryResultsFormat) -> str:
        source = json.dumps(self.bindings).encode()
        parsed = ox.parse_query_results(source, format=ox.QueryResultsFormat.JSON)
        if self._truth and target in {ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV}:
            return f"{self.columns[0]}\r\n{self.rows[0][0]}\r\n"  # these two formats have no truth values
        return (parsed.serialize(format=target) or b"").decode()
