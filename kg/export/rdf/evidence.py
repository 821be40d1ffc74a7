"""Claims, statements about edges, and the stretches of text all of them rest on, spelled out as Turtle.

They are nine tenths of a file and all alike, so they are poured into moulds here and are not built of terms
first: that is what makes the writer fast. A stretch is a Web Annotation resource with two selectors: offsets
(fast) and the quote with ten characters before and after (finds the place again in a text that has moved).
Personal data is blanked, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.disk import Sorter
from kg.disk.rows import stretch
from kg.export.rdf.names import Names
from kg.export.rdf.run import run_id
from kg.export.rdf.spell import Speller, escape, line
from kg.export.rdf.stretches import stretches
from kg.export.rdf.terms import decimal
from kg.fold import fold
from kg.ids import digest
from kg.model import Document, Edge, Entity, Evidence, Fact, Witness
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


class Grounds:
    """What a graph rests on: noted while things and facts are written, handed out in order after them."""

    def __init__(self, names: Names, spell: Speller) -> None:
        self._names, self._spell = names, spell
        self._run = spell.local(run_id())
        self._claims, self._edges, self._stretches = Sorter(), Sorter(), Sorter()
        self._count = 0

    def fact(self, fact: Fact) -> None:
        """Note the claims of a fact."""
        for witness in fact.witnesses:
            self._claims.add((witness.id, self._next(), _claim(witness, fact.id, self._spell, self._run)))
            self._rest(witness.evidence)

    def entity(self, entity: Entity) -> None:
        """Note where an entity is named."""
        self._rest(entity.mentions)

    def edge(self, edge: Edge) -> None:
        """Note the statement about an edge."""
        local = edge_id(edge)
        self._edges.add((local, self._next(), _edge(edge, local, self._spell, self._names)))
        self._rest(edge.evidence)

    def claims(self) -> Iterator[str]:
        """One block a claim, by id."""
        return (block for _, _, block in self._claims)

    def edges(self) -> Iterator[str]:
        """One block an edge, by id: which facts and evidence it is drawn from."""
        return (block for _, _, block in self._edges)

    def stretches(self, documents: Sequence[Document]) -> Iterator[str]:
        """Three blocks a stretch: the resource and its two selectors, by text and offset."""
        numbers = {d.id: n for n, d in enumerate(documents)}
        for doc, rows in groupby(self._stretches, key=lambda row: row[0]):
            number = numbers.get(doc)
            document = Document(doc, "", "") if number is None else documents[number]
            once = {(start, end): quote for _, start, end, quote in rows}
            yield "".join(_stretches(doc, once, document, self._spell))

    def _rest(self, evidence: Iterable[Evidence]) -> None:
        for found in evidence:
            self._stretches.add(stretch(found))

    def _next(self) -> int:
        self._count += 1
        return self._count


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


def _edge(edge: Edge, local: str, spell: Speller, names: Names) -> str:
    rest = ""
    if edge.facts:
        facts = line([spell.local(f) for f in sorted(set(edge.facts))])
        rest = f" ;\n    kg:derivedFromFact {facts}"
    if edge.evidence:
        rest += f" ;\n    kg:evidence {stretches(edge.evidence)}"
    return EDGE.format(
        spell.local(local),
        spell.local(edge.source),
        spell.iri(names.predicate(edge.predicate)),
        spell.local(edge.target),
        rest,
    )


def _stretches(
    doc: str, once: Mapping[tuple[int, int], str], document: Document, spell: Speller
) -> Iterator[str]:
    """The stretches of one text; personal data is only looked for where there may be any.

    The selectors are named beside the stretch, not as fragments of it: a library that makes a namespace of
    all before the ``#`` would get one namespace a stretch and take minutes to write them.
    """
    text, source = document.text, spell.local(f"text/{doc}")
    private = not document.text or possible(document.folded or fold(text))
    text = mask(text) if private else text
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
