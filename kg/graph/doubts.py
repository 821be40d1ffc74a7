"""Doubts that only show once facts are made: about dates, deciders, stances, and texts that gave nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kg.dateline import datelines, of_address
from kg.graph.built import Built
from kg.graph.names import Names
from kg.model import Document, Evidence, Issue
from kg.private import BLANK, mask
from kg.vocab import Vocabulary

ABOUT_TEXT = frozenset({"Publication", "Republication"})
"""Facts about a text, which tell nothing of what it says."""


_TOLD_AHEAD = frozenset({"EntryIntoForce", "Requirement"})
"""Facts that a text may date after its own publication."""


class Doubter:
    """Doubts about texts and facts as they come by: all texts first, then all facts."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names, self._vocabulary = names, vocabulary
        self._published: dict[str, str] = {}
        self._told: set[str] = set()

    def of_text(self, document: Document) -> Iterator[Issue]:
        """The doubts about one text."""
        inferred = document.published_basis == "inferred"
        self._published[document.id] = "" if inferred else document.published
        yield from private(document)
        yield from of_dates(document)
        if document.ocr:
            yield Issue("N03", document.id, 0, 0, "", f"{document.ocr:.2f}")

    def of_fact(self, fact: Built) -> Iterator[Issue]:
        """The doubts about one fact."""
        if fact.kind not in ABOUT_TEXT:
            self._told |= {d.doc for d in fact.drafts}
        yield from of_fact(fact, self._names, self._vocabulary)
        yield from ahead(fact, self._published)

    def without_facts(self) -> Iterator[Issue]:
        """The texts that gave nothing."""
        return (Issue("N02", doc, 0, 0, "") for doc in self._published if doc not in self._told)


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


def of_fact(fact: Built, names: Names, vocabulary: Vocabulary) -> Iterator[Issue]:
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
        if vocabulary.is_a(names.kind(agent), "PartyOrganization"):
            yield at("E03", fact.drafts[0].found, f"{fact.id} {names[agent]}")


def at(code: str, found: Evidence, detail: str) -> Issue:
    """A doubt about some words."""
    return Issue(code, found.span.doc, found.span.start, found.span.end, found.quote, detail)
