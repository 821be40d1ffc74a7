"""Claims, statements about edges, and the stretches of text all of them rest on, spelled out as Turtle.

They are nine tenths of a file and all alike, so they are poured into moulds here and are not built of terms
first: that is what makes the writer fast. A stretch is a Web Annotation resource with two selectors: offsets
(fast) and the quote with ten characters before and after (finds the place again in a text that has moved).
Personal data is blanked, character for character.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.names import Names
from kg.export.rdf.run import run_id
from kg.export.rdf.spell import Speller, escape, line
from kg.export.rdf.stretches import stretches
from kg.export.rdf.terms import decimal
from kg.fold import fold
from kg.ids import digest
from kg.model import Document, Edge, Evidence, Graph, Witness
from kg.private import mask, possible

CONTEXT = 10
"""Characters of prefix and suffix."""
CLAIM = """
{} a kg:Claim ;
    kg:asserts {} ;
    kg:evidence {} ;
    kg:rule "{}" ;
    kg:confidence {} ;
    kg:stance {} ;
    kg:reviewStatus {} ;
    prov:hadPrimarySource {} ;
    prov:wasGeneratedBy {} .
"""
EDGE = """
{} a kg:Edge ;
    rdf:subject {} ;
    rdf:predicate {} ;
    rdf:object {}{} .
"""


def claim_blocks(graph: Graph, spell: Speller) -> Iterator[str]:
    """One block a witness, sorted by id."""
    claims = sorted(((w.id, n, i) for n, f in enumerate(graph.facts) for i, w in enumerate(f.witnesses)))
    run = spell.local(run_id())
    for _id, n, i in claims:
        fact = graph.facts[n]
        yield _claim(fact.witnesses[i], fact.id, spell, run)


def _claim(witness: Witness, fact: str, spell: Speller, run: str) -> str:
    return CLAIM.format(
        spell.local(witness.id),
        spell.local(fact),
        stretches(witness.evidence),
        escape(witness.rule),
        spell.literal(decimal(witness.confidence)),
        spell.local(f"voc/stance/{witness.stance}"),
        spell.local(f"voc/review-status/{witness.review}"),
        spell.local(f"text/{witness.doc}"),
        run,
    )


def edge_id(edge: Edge) -> str:
    """Local id of the statement about an edge."""
    return f"edge/{digest(edge.source, edge.predicate, edge.target, length=12)}"


def edge_blocks(graph: Graph, spell: Speller, names: Names) -> Iterator[str]:
    """One block an edge: which facts and evidence it is drawn from."""
    for local, n in sorted((edge_id(e), n) for n, e in enumerate(graph.edges)):
        edge = graph.edges[n]
        rest = ""
        if edge.facts:
            facts = line([spell.local(f) for f in sorted(set(edge.facts))])
            rest = f" ;\n    kg:derivedFromFact {facts}"
        if edge.evidence:
            rest += f" ;\n    kg:evidence {stretches(edge.evidence)}"
        yield EDGE.format(
            spell.local(local),
            spell.local(edge.source),
            spell.iri(names.predicate(edge.predicate)),
            spell.local(edge.target),
            rest,
        )


def evidence_blocks(graph: Graph, spell: Speller) -> Iterator[str]:
    """Three blocks a stretch: the resource and its two selectors, by text and offset."""
    texts = {d.id: d for d in graph.documents}
    rests = _by_text(graph)
    for doc in sorted(rests):
        document = texts.get(doc)
        yield "".join(_stretches(doc, rests.pop(doc), document or Document(doc, "", ""), spell))


def _stretches(doc: str, found: list[Evidence], document: Document, spell: Speller) -> Iterator[str]:
    """The stretches of one text; personal data is only looked for where there may be any.

    The selectors are named beside the stretch, not as fragments of it: a library that makes a namespace of
    all before the ``#`` would get one namespace a stretch and take minutes to write them.
    """
    text, source = document.text, spell.local(f"text/{doc}")
    private = not document.text or possible(document.folded or fold(text))
    text = mask(text) if private else text
    once = {(e.span.start, e.span.end): e.quote for e in found}
    for start, end in sorted(once):
        quote = once[start, end]
        offsets = f"{start}-{end}"
        position, exact = f"<ev/{doc}/position-{offsets}>", f"<ev/{doc}/quote-{offsets}>"
        words = escape(mask(quote) if private else quote)
        before, after = escape(text[max(0, start - CONTEXT) : start]), escape(text[end : end + CONTEXT])
        yield (
            f"\n<ev/{doc}/{offsets}> a kg:Evidence , oa:SpecificResource ;\n"
            f"    oa:hasSource {source} ;\n    oa:hasSelector {line((position, exact))} .\n\n"
            f"{position} a oa:TextPositionSelector ;\n    oa:start {start} ;\n    oa:end {end} .\n\n"
            f'{exact} a oa:TextQuoteSelector ;\n    oa:exact "{words}" ;\n'
            f'    oa:prefix "{before}" ;\n    oa:suffix "{after}" .\n'
        )


def _by_text(graph: Graph) -> dict[str, list[Evidence]]:
    """Every stretch that anything rests on, by text; the same one may stand there several times."""
    found: dict[str, list[Evidence]] = {}
    for fact in graph.facts:
        for witness in fact.witnesses:
            for e in witness.evidence:
                found.setdefault(e.span.doc, []).append(e)
    for edge in graph.edges:
        for e in edge.evidence:
            found.setdefault(e.span.doc, []).append(e)
    for entity in graph.entities:
        for e in entity.mentions:
            found.setdefault(e.span.doc, []).append(e)
    return found
