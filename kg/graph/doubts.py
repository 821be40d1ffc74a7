"""Doubts that only show once facts are made: about dates, deciders, stances, and texts that gave nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kg.dateline import datelines, of_address
from kg.graph.unite import Built
from kg.model import Document, Entity, Evidence, Issue
from kg.private import BLANK, mask
from kg.vocab import Vocabulary

ABOUT_TEXT = frozenset({"Publication", "Republication"})
"""Facts about a text, which tell nothing of what it says."""


_TOLD_AHEAD = frozenset({"EntryIntoForce", "Requirement"})
"""Facts that a text may date after its own publication."""


def doubts(
    facts: Sequence[Built],
    documents: Iterable[Document],
    entities: Mapping[str, Entity],
    vocabulary: Vocabulary,
) -> Iterator[Issue]:
    """Every such doubt."""
    told = {d.doc for f in facts if f.kind not in ABOUT_TEXT for d in f.drafts}
    published = {}
    for document in documents:
        published[document.id] = "" if document.published_basis == "inferred" else document.published
        yield from private(document)
        yield from of_dates(document)
        if document.ocr:
            yield Issue("N03", document.id, 0, 0, "", f"{document.ocr:.2f}")
        if document.id not in told:
            yield Issue("N02", document.id, 0, 0, "")
    for fact in facts:
        yield from of_fact(fact, entities, vocabulary)
        yield from ahead(fact, published)


def private(document: Document) -> Iterator[Issue]:
    """Personal data left out of every output: blanked since the text was read, or still to be."""
    masked = mask(document.text)
    for found in re.finditer(f"{BLANK}+", masked):
        yield Issue("N01", document.id, found.start(), found.end(), found[0])


def of_dates(document: Document) -> Iterator[Issue]:
    """Dates of publication that a text, its address and its metadata tell, and that cannot all be true.

    A signed date may come before publication, as papers are published after they are signed; never after.
    """
    said = document.published
    if not said or document.published_basis == "inferred":
        return
    for day in document.dates:
        if apart(said, day):
            detail = f"{said} {document.published_basis}, {day} metadata"
            yield Issue("D03", document.id, 0, 0, "", detail)
    address = of_address(document.url)
    if address and apart(said, address):
        yield Issue("D03", document.id, 0, 0, "", f"{said} {document.published_basis}, {address} url")
    for line in datelines(document.text):
        if apart(said, line.day) and (line.labelled or line.day > said):
            quote = document.text[line.start : line.end]
            detail = f"{said} {document.published_basis}, {line.day} dateline"
            yield Issue("D03", document.id, line.start, line.end, quote, detail)


def ahead(fact: Built, published: Mapping[str, str]) -> Iterator[Issue]:
    """What a text tells as done, on a day after the text was published."""
    for draft in fact.drafts if fact.kind not in _TOLD_AHEAD else ():
        said, first = published.get(draft.found.span.doc, ""), draft.time.not_before
        late = said and first > said and apart(said, first)
        if late and draft.stance == "asserted" and draft.time.basis == "explicit":
            yield at("D03", draft.found, f"{said} publication, {first} {fact.kind}")


def apart(said: str, day: str) -> bool:
    """Whether a day is more than the next one to a date of any precision; the clocks of sites differ."""
    if len(said) < len(day) or len(said) != len("2023-05-08"):
        return not day.startswith(said)
    try:
        return abs((date.fromisoformat(said) - date.fromisoformat(day)).days) > 1
    except ValueError:
        return said != day


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
