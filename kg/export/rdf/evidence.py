"""Claims, statements about edges, and the stretches of text all of them rest on.

A stretch is a Web Annotation resource with two selectors: offsets (fast) and the quote with ten
characters before and after (finds the place again in a text that has moved). Personal data is blanked,
character for character.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.names import Names
from kg.export.rdf.run import run_id
from kg.export.rdf.terms import INTEGER, TYPE, Iri, Literal, Pair, Record, Term, curie, decimal
from kg.ids import digest
from kg.model import Edge, Evidence, Graph, Witness
from kg.private import mask

CONTEXT = 10
"""Characters of prefix and suffix."""
GENERATED_BY = curie("prov:wasGeneratedBy")
PRIMARY_SOURCE = curie("prov:hadPrimarySource")
_SUBJECT, _PREDICATE, _OBJECT = curie("rdf:subject"), curie("rdf:predicate"), curie("rdf:object")
_RESOURCE, _SOURCE, _SELECTOR = curie("oa:SpecificResource"), curie("oa:hasSource"), curie("oa:hasSelector")
_POSITION, _START, _END = curie("oa:TextPositionSelector"), curie("oa:start"), curie("oa:end")
_QUOTE, _EXACT = curie("oa:TextQuoteSelector"), curie("oa:exact")
_BEFORE, _AFTER = curie("oa:prefix"), curie("oa:suffix")


def claim_records(graph: Graph, names: Names) -> Iterator[Record]:
    """One record a witness, sorted by id."""
    claims = sorted(((w.id, w, f.id) for f in graph.facts for w in f.witnesses), key=lambda c: c[0])
    for _id, witness, fact in claims:
        yield Record(names.node(witness.id), _claim(witness, fact, names), "Claims", (witness.doc,))


def _claim(witness: Witness, fact: str, names: Names) -> tuple[Pair, ...]:
    return (
        (TYPE, (names.term("Claim"),)),
        (names.term("asserts"), (names.node(fact),)),
        (names.term("evidence"), names.nodes(e.id for e in witness.evidence)),
        (names.term("rule"), (Literal(witness.rule),)),
        (names.term("confidence"), (decimal(witness.confidence),)),
        (names.term("stance"), (names.node(f"voc/stance/{witness.stance}"),)),
        (names.term("reviewStatus"), (names.node(f"voc/review-status/{witness.review}"),)),
        (PRIMARY_SOURCE, (names.node(f"text/{witness.doc}"),)),
        (GENERATED_BY, (names.node(run_id()),)),
    )


def edge_id(edge: Edge) -> str:
    """Local id of the statement about an edge."""
    return f"edge/{digest(edge.source, edge.predicate, edge.target, length=12)}"


def edge_records(graph: Graph, names: Names) -> Iterator[Record]:
    """One record an edge: which facts and evidence it is drawn from."""
    for edge in sorted(graph.edges, key=edge_id):
        pairs: list[Pair] = [
            (TYPE, (names.term("Edge"),)),
            (_SUBJECT, (names.node(edge.source),)),
            (_PREDICATE, (names.predicate(edge.predicate),)),
            (_OBJECT, (names.node(edge.target),)),
        ]
        if edge.facts:
            pairs.append((names.term("derivedFromFact"), names.nodes(edge.facts)))
        if edge.evidence:
            pairs.append((names.term("evidence"), names.nodes(e.id for e in edge.evidence)))
        docs = tuple(sorted({e.span.doc for e in edge.evidence}))
        yield Record(names.node(edge_id(edge)), tuple(pairs), "Statements about edges", docs)


def evidence_records(graph: Graph, names: Names) -> Iterator[Record]:
    """Three records a stretch: the resource and its two selectors."""
    texts = {d.id: mask(d.text) for d in graph.documents}
    for item in _all_evidence(graph):
        span = item.span
        text = texts.get(span.doc, "")
        resource = names.node(item.id)
        position, quote = (names.node(i) for i in selectors(item))
        whole: list[tuple[Iri, tuple[Term, ...]]] = [
            (TYPE, (names.term("Evidence"), _RESOURCE)),
            (_SOURCE, (names.node(f"text/{span.doc}"),)),
            (_SELECTOR, (position, quote)),
        ]
        yield Record(resource, tuple(whole), "Evidence", (span.doc,))
        yield Record(position, _position(item), "Evidence", (span.doc,))
        yield Record(quote, _quote(item, text), "Evidence", (span.doc,))


def selectors(item: Evidence) -> tuple[str, str]:
    """Local ids of the position and the quote of a stretch.

    Names beside the stretch, not fragments of it: a library that makes a namespace of all before the ``#``
    would get one namespace a stretch and take minutes to write them.
    """
    span = item.span
    offsets = f"{span.start}-{span.end}"
    return f"ev/{span.doc}/position-{offsets}", f"ev/{span.doc}/quote-{offsets}"


def _position(item: Evidence) -> tuple[Pair, ...]:
    start, end = Literal(str(item.span.start), INTEGER), Literal(str(item.span.end), INTEGER)
    return ((TYPE, (_POSITION,)), (_START, (start,)), (_END, (end,)))


def _quote(item: Evidence, text: str) -> tuple[Pair, ...]:
    before = text[max(0, item.span.start - CONTEXT) : item.span.start]
    after = text[item.span.end : item.span.end + CONTEXT]
    return (
        (TYPE, (_QUOTE,)),
        (_EXACT, (Literal(mask(item.quote)),)),
        (_BEFORE, (Literal(before),)),
        (_AFTER, (Literal(after),)),
    )


def _all_evidence(graph: Graph) -> list[Evidence]:
    """Every stretch that anything rests on, once, by document and offset."""
    found: dict[str, Evidence] = {}
    for fact in graph.facts:
        for witness in fact.witnesses:
            found.update((e.id, e) for e in witness.evidence)
    for edge in graph.edges:
        found.update((e.id, e) for e in edge.evidence)
    for entity in graph.entities:
        found.update((e.id, e) for e in entity.mentions)
    return sorted(found.values(), key=lambda e: (e.span.doc, e.span.start, e.span.end))
