"""The one rule that the graph alone cannot show: every quote stands in the stored text at its offsets.

The texts lie beside the graph (``texts.jsonl``), so no shape can see them; ``S2-quote`` in the file of shapes
names the rule and holds its messages (domain study 3.8, last row).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg import store as texts
from kg.errors import InputError
from kg.export.shacl.report import Finding
from kg.export.shacl.shapes import Reader

RULE = "S2-quote"
_QUOTES = """PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?evidence ?text ?start ?end ?exact {
  ?evidence oa:hasSource ?text ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact }"""


def findings(graph: ox.Store, out: Path, shapes: Path, lang: str) -> Iterator[Finding]:
    """Every quote of a build folder that is not in its text; nothing where the folder keeps no texts.

    Raises:
        InputError: the file of texts is broken.
    """
    path = out / texts.NAME
    shape = next((s for s in Reader(shapes).shapes() if s.name == RULE), None)
    if shape is None or not path.is_file():
        return
    stored, found = dict(_texts(path)), graph.query(_QUOTES)
    for row in found if isinstance(found, ox.QuerySolutions) else ():
        node, text, exact = (row[name].value for name in ("evidence", "text", "exact"))
        start, end = (row[name].value for name in ("start", "end"))
        local = text.rpartition("/text/")[2]
        if not _stands(stored.get(local, ""), start, end, exact):
            yield Finding(shape.severity, RULE, "", node, shape.messages.get(lang, ""), exact)


def _stands(text: str, start: str, end: str, exact: str) -> bool:
    """Whether the quote is what the text has between the offsets; offsets that are no numbers never fit."""
    numbers = start.isdecimal() and end.isdecimal()
    return numbers and text[int(start) : int(end)] == exact


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Id and text of every line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield str(row["id"]), str(row["text"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), "broken; build anew with --fresh") from error
