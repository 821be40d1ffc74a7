"""Plain tables for pandas, DuckDB and spreadsheets: entities, facts, roles, edges, evidence.

Ids join them: ``roles.fact`` is ``facts.id``, ``roles.filler`` is ``entities.id`` (or a fact or ``voc/…``
term, whose label stands beside it), ``fact_evidence`` ties facts to ``evidence``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kg.errors import InputError
from kg.export.cells import harmless
from kg.export.formats.quads import Files
from kg.export.formats.view import ALT_LABEL, Thing, View
from kg.ids import NAMESPACE
from kg.vocab import Vocabulary

Row = tuple[str | int | float | None, ...]
COLUMNS = {
    "entities": ("id", "kind", "label", "aliases", "identifier", "cardinality"),
    "facts": (
        "id",
        "kind",
        "label",
        "edtf",
        "not_before",
        "not_after",
        "date_text",
        "count",
        "agent_status",
        "stance",
        "confidence",
    ),
    "roles": ("fact", "role", "filler", "filler_label"),
    "edges": ("id", "source", "predicate", "target", "facts"),
    "evidence": ("id", "text", "start", "end", "quote"),
    "fact_evidence": ("fact", "evidence"),
}
"""Tables and their columns."""
NUMBERS = {"cardinality", "count", "start", "end", "confidence"}
_IDENTIFIER = "http://purl.org/dc/terms/identifier"


def rows(view: View) -> dict[str, list[Row]]:
    """Every table, sorted by id; a missing value is None."""
    facts = list(view.facts())
    return {
        "entities": [_entity(e) for e in view.entities()],
        "facts": [_fact(f, view) for f in facts],
        "roles": [r for f in facts for r in _roles(f, view)],
        "edges": [(k.id, k.source, k.predicate, k.target, "; ".join(k.facts)) for k in view.links()],
        "evidence": [(q.id, f"text/{q.doc}", q.start, q.end, q.exact) for q in view.quotes()],
        "fact_evidence": [(f.id, view.local(e)) for f in facts for e in f.texts(NAMESPACE + "evidence")],
    }


def _entity(thing: Thing) -> Row:
    number = thing.text(NAMESPACE + "cardinality")
    aliases = "; ".join(thing.texts(ALT_LABEL)) or None
    code = thing.text(_IDENTIFIER) or None
    return thing.id, thing.kind, thing.label, aliases, code, int(number) if number else None


def _fact(fact: Thing, view: View) -> Row:
    def said(name: str) -> str | None:
        return fact.text(NAMESPACE + name) or None

    def code(name: str) -> str | None:
        return view.local(fact.text(NAMESPACE + name)).rsplit("/", 1)[-1] or None

    dates = said("dateEDTF"), said("notBefore"), said("notAfter"), said("dateText")
    number, sure = said("count"), said("confidence")
    counted = int(number) if number else None, code("agentStatus"), code("stance")
    return fact.id, fact.kind, fact.label, *dates, *counted, float(sure) if sure else None


def _roles(fact: Thing, view: View) -> Iterator[Row]:
    for role, filler in view.roles(fact):
        if role not in {"agentStatus", "stance", "dateBasis"}:
            thing = view.get(filler)
            yield fact.id, role, filler, thing.label if thing else None


def csv_files(view: View, _vocabulary: Vocabulary) -> Files:
    """One CSV file (UTF-8, comma, CRLF as RFC 4180 says) a table; no cell is taken for a formula."""
    return {f"{name}.csv": _csv(COLUMNS[name], table) for name, table in rows(view).items()}


def _csv(columns: tuple[str, ...], table: list[Row]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in table)
    return written.getvalue()


def parquet_files(view: View, _vocabulary: Vocabulary) -> Files:
    """One Parquet file a table, with whole and decimal numbers as such.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise InputError("parquet", "needs pyarrow: pip install 'cadre-kg[parquet]'") from error
    files: Files = {}
    for name, table in rows(view).items():
        columns = COLUMNS[name]
        cells = list(zip(*table, strict=True)) or [()] * len(columns)
        types = [_type(c, pa) for c in columns]
        arrays = [pa.array(list(c), type=t) for c, t in zip(cells, types, strict=True)]
        sink = io.BytesIO()
        parquet.write_table(pa.table(dict(zip(columns, arrays, strict=True))), sink)
        files[f"{name}.parquet"] = sink.getvalue()
    return files


def _type(column: str, pa: object) -> object:
    if column not in NUMBERS:
        return pa.string()  # type: ignore[attr-defined]
    return pa.float64() if column == "confidence" else pa.int64()  # type: ignore[attr-defined]
