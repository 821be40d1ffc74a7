"""Where the graph comes from: the texts, their digests, the run and the software, without a clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kg import __version__
from kg.disk import in_order
from kg.export.rdf.names import Names
from kg.export.rdf.terms import ANY_URI, EDTF, LABEL, TYPE, Literal, Pair, Record, curie, decimal, en, zh
from kg.graph.texts import name as title_of
from kg.model import Document, Graph
from kg.published import stated

SECTION = "The run"


def run_id() -> str:
    """Local id of the run: the version alone, so that the same input gives the same bytes."""
    return f"run/{__version__}"


Times = tuple[str, str]
"""When a run started and ended, as xsd:dateTime; only given when asked for, since clocks differ."""


def run_records(graph: Graph, names: Names, times: Times | None = None) -> Iterator[Record]:
    """The run, the software, and a description of each text that is no entity of its own."""
    software = names.node(f"software/{__version__}")
    texts = names.nodes(f"text/{d.id}" for d in graph.documents)
    pairs: list[Pair] = [
        (TYPE, (curie("prov:Activity"),)),
        (LABEL, (en(f"run of cadre-kg {__version__}"),)),
        (curie("prov:wasAssociatedWith"), (software,)),
    ]
    if texts:
        pairs.append((curie("prov:used"), texts))
    for name, time in zip(("prov:startedAtTime", "prov:endedAtTime"), times or (), strict=False):
        pairs.append((curie(name), (Literal(time, curie("xsd:dateTime")),)))
    yield Record(names.node(run_id()), tuple(pairs), SECTION)
    yield Record(software, _software(), SECTION)
    known = {e.id for e in graph.entities if e.id.startswith("text/")}
    for document in in_order(graph.documents, lambda d: d.id):
        if f"text/{document.id}" not in known:
            yield Record(names.node(f"text/{document.id}"), _text(document, names), SECTION)


def _software() -> tuple[Pair, ...]:
    return (
        (TYPE, (curie("prov:SoftwareAgent"),)),
        (LABEL, (en(f"cadre-kg {__version__}"),)),
        (curie("schema:softwareVersion"), (Literal(__version__),)),
    )


def _text(document: Document, names: Names) -> tuple[Pair, ...]:
    digest = document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()
    pairs: list[Pair] = [(TYPE, (names.term("MediaItem"),)), (LABEL, (zh(title_of(document)),))]
    if document.origin:
        pairs.append((names.predicate("declaredSource"), (Literal(document.origin),)))
    if document.url:
        pairs.append((names.predicate("url"), (Literal(document.url, ANY_URI),)))
    if stated(document):
        pairs.append((names.term("published"), (Literal(stated(document), EDTF),)))
    if document.ocr:
        pairs.append((names.term("ocrCertainty"), (decimal(document.ocr),)))
    pairs.append((names.term("sha256"), (Literal(digest),)))
    return tuple(pairs)
