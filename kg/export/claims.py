"""Graph -> JSON lines: the evidence file, and beside it entities, edges, doubts and refusals.

One object a line, UTF-8, keys in fixed order. ``kg explain`` reads these files and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.disk import Shelf, Sorter
from kg.export.labels import AT_HAND, Labels
from kg.ids import mint
from kg.issues import CATALOGUE
from kg.model import Edge, Entity, Evidence, Fact, Graph, Merge, Property, Ref, Span, Text, Witness
from kg.private import mask
from kg.vocab import Vocabulary

Row = dict[str, object]
_spelled = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
"""Spells a row; made once, since making it costs as much as spelling a short row."""

_SENTENCE_ENDS = "\u3002\uff01\uff1f\n"
_REACH = 120
"""Code points of a sentence shown before and after a quote, at most."""


class _Writer:
    """What turning one graph into rows needs at hand."""

    def __init__(self, graph: Graph, vocabulary: Vocabulary) -> None:
        self._labels, self._vocabulary = Labels(graph), vocabulary
        self._texts: Shelf[str] = Shelf()
        """Texts with personal data masked."""
        self.order = {d.id: self._texts.append(mask(d.text)) for d in graph.documents}
        """Number of a text by id."""
        self._text = lru_cache(AT_HAND)(self._texts.__getitem__)

    def label(self, local: str) -> str:
        """Label of an entity, fact or vocabulary term; its id where there is none."""
        found = self._labels.get(local)
        if found is not None:
            return found
        concept = self._vocabulary.concept(local)
        return concept.name if concept else local

    def text(self, doc: str) -> str:
        """A text with personal data masked; nothing where it is not at hand."""
        number = self.order.get(doc)
        return "" if number is None else self._text(number)


def files(graph: Graph, vocabulary: Vocabulary) -> dict[str, Iterator[str]]:
    """File name -> its lines, for every file of this format."""
    writer = _Writer(graph, vocabulary)
    return {
        "claims.jsonl": _claims(graph, writer),
        "entities.jsonl": map(_line, (_entity(e, writer) for e in graph.entities)),
        "edges.jsonl": map(_line, (_edge(e, writer) for e in graph.edges)),
        "issues.jsonl": map(_line, _issues(graph)),
        "refused.jsonl": map(_line, _refused(graph)),
    }


def edge_id(edge: Edge) -> str:
    """Local id of an edge."""
    return mint("edge", edge.source, edge.predicate, edge.target, length=12)


def _line(row: Row) -> str:
    return _spelled(row) + "\n"


def _claims(graph: Graph, writer: _Writer) -> Iterator[str]:
    """Claims in the order of the documents and of the text."""
    lines = Sorter(large=True)
    for fact in graph.facts:
        for witness in fact.witnesses:
            place = writer.order.get(witness.doc, len(writer.order)), _first(witness.evidence)
            lines.add((*place, fact.id, witness.id, _line(_claim(fact, witness, writer))))
    return (row[-1] for row in lines)


def _first(evidence: Iterable[Evidence]) -> int:
    return min((e.span.start for e in evidence), default=0)


def _claim(fact: Fact, witness: Witness, writer: _Writer) -> Row:
    return {
        "claim": witness.id,
        "fact": fact.id,
        "kind": fact.kind,
        "label": fact.label,
        "stance": witness.stance,
        "roles": [{"role": r.name, "id": r.filler, "label": writer.label(r.filler)} for r in fact.roles],
        "properties": [_property(p, writer) for p in fact.properties],
        "agent_status": fact.agent_status,
        "time": _time(fact),
        "confidence": witness.confidence,
        "rule": witness.rule,
        "review": witness.review,
        "doc": witness.doc,
        "evidence": [_evidence(e, writer) for e in witness.evidence],
    }


def _time(fact: Fact) -> Row | None:
    time = fact.time
    if not (time.edtf or time.text):
        return None
    return {
        "edtf": time.edtf,
        "text": time.text,
        "basis": time.basis,
        "not_before": time.not_before,
        "not_after": time.not_after,
    }


def _property(item: Property, writer: _Writer) -> Row:
    value = item.value
    if isinstance(value, Ref):
        return {"name": item.predicate, "id": value.id, "label": writer.label(value.id)}
    if isinstance(value, Text):
        row: Row = {"name": item.predicate, "value": value.text}
        return row | {"lang": value.lang} if value.lang else row
    return {"name": item.predicate, "value": value}


def _evidence(item: Evidence, writer: _Writer) -> Row:
    before, after = _sentence(writer.text(item.span.doc), item.span)
    place: Row = {"id": item.id, "doc": item.span.doc, "start": item.span.start, "end": item.span.end}
    return place | {"quote": item.quote, "before": before, "after": after}


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span in its sentence, cut to a readable length."""
    low, high = max(span.start - _REACH, 0), min(span.end + _REACH, len(text))
    start = max(text.rfind(c, low, span.start) for c in _SENTENCE_ENDS) + 1 or low
    if span.end and text[span.end - 1 : span.end] in _SENTENCE_ENDS:
        return text[max(start, low) : span.start], ""
    ends = [text.find(c, span.end, high) for c in _SENTENCE_ENDS]
    end = min((e + 1 for e in ends if e >= 0), default=high)
    return text[max(start, low) : span.start], text[span.end : end].rstrip("\n")


def _entity(entity: Entity, writer: _Writer) -> Row:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "properties": [_property(p, writer) for p in entity.properties],
        "mentions": [_mention(m) for m in entity.mentions],
        "merges": [_merge(m) for m in entity.merges],
    }


def _mention(item: Evidence) -> Row:
    return {"doc": item.span.doc, "start": item.span.start, "end": item.span.end, "quote": item.quote}


def _merge(merge: Merge) -> Row:
    row: Row = {"text": merge.text, "rule": merge.rule, "score": merge.score}
    if merge.span:
        row |= {"doc": merge.span.doc, "start": merge.span.start, "end": merge.span.end}
    return row


def _edge(edge: Edge, writer: _Writer) -> Row:
    return {
        "edge": edge_id(edge),
        "source": edge.source,
        "source_label": writer.label(edge.source),
        "predicate": edge.predicate,
        "target": edge.target,
        "target_label": writer.label(edge.target),
        "facts": list(edge.facts),
        "evidence": [_evidence(e, writer) for e in edge.evidence],
    }


def _issues(graph: Graph) -> Iterator[Row]:
    for issue in graph.issues:
        meaning, advice = CATALOGUE[issue.code]
        yield {
            "code": issue.code,
            "meaning": meaning,
            "doc": issue.doc,
            "start": issue.start,
            "end": issue.end,
            "quote": mask(issue.quote),
            "detail": mask(issue.detail),
            "advice": advice,
        }


def _refused(graph: Graph) -> Iterator[Row]:
    for refusal in graph.refusals:
        yield {
            "doc": refusal.span.doc,
            "start": refusal.span.start,
            "end": refusal.span.end,
            "text": mask(refusal.text),
            "rule": refusal.rule,
            "reason": refusal.reason,
        }
