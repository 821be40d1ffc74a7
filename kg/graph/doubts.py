"""Doubts that only show once facts are made: about dates, deciders, stances, and texts that gave nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.graph.unite import Built
from kg.model import Document, Entity, Evidence, Issue
from kg.private import BLANK, mask
from kg.vocab import Vocabulary

ABOUT_TEXT = frozenset({"Publication", "Republication"})
"""Facts about a text, which tell nothing of what it says."""


def doubts(
    facts: Sequence[Built],
    documents: Iterable[Document],
    entities: Mapping[str, Entity],
    vocabulary: Vocabulary,
) -> Iterator[Issue]:
    """Every such doubt."""
    told = {d.doc for f in facts if f.kind not in ABOUT_TEXT for d in f.drafts}
    for document in documents:
        yield from private(document)
        if document.id not in told:
            yield Issue("N02", document.id, 0, 0, "")
    for fact in facts:
        yield from of_fact(fact, entities, vocabulary)


def private(document: Document) -> Iterator[Issue]:
    """Personal data left out of every output: blanked since the text was read, or still to be."""
    masked = mask(document.text)
    for found in re.finditer(f"{BLANK}+", masked):
        yield Issue("N01", document.id, found.start(), found.end(), found[0])


def of_fact(fact: Built, entities: Mapping[str, Entity], vocabulary: Vocabulary) -> Iterator[Issue]:
    """The doubts about one fact."""
    for draft in fact.drafts:
        if draft.stance != "asserted" and fact.kind != "Requirement":
            yield at("E04", draft.found, f"{fact.id} {draft.stance}")
        if draft.time.basis == "inferred-year":
            yield at("D01", draft.found, draft.time.text)
        if draft.time.text and not draft.time.edtf:
            yield at("D02", draft.found, draft.time.text)
    # Only a supervisory organ gives a government sanction (《公职人员政务处分法》第三条).
    for agent in fact.of("agent") if fact.kind == "GovernmentSanction" else ():
        if agent in entities and vocabulary.is_a(entities[agent].kind, "PartyOrganization"):
            yield at("E03", fact.drafts[0].found, f"{fact.id} {entities[agent].label}")


def at(code: str, found: Evidence, detail: str) -> Issue:
    """A doubt about some words."""
    return Issue(code, found.span.doc, found.span.start, found.span.end, found.quote, detail)
