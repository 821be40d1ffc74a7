"""Whom and what a demand is aimed at: objects of verbs and prepositions, parties beside a mechanism."""

from __future__ import annotations

import re

from kg.relate.claim import Filler
from kg.relate.mechanisms import Named
from kg.relate.page import Clause, Page, addressed
from kg.relate.wordfinder import Found

SHORT, LONG = 2, 40
"""Characters that a target may have."""


def targets(page: Page, clauses: list[Clause], named: list[Named]) -> list[Filler]:
    """The targets of a group of clauses, each once, in order."""
    found: list[Filler] = []
    marked = False
    for clause in clauses:
        own = [n for n in named if clause.start <= n.start < clause.end]
        fronted = toward(page, clause)
        if marked and not fronted and nominal(page, clause):
            fronted = target(page, clause.start, clause.end)
        marked = bool(fronted)
        found += objects(page, clause, own) or fronted
        found += beneficiaries(page, clause)
        found += kinds(page, own) + beside(page, clause, own)
    seen: dict[object, Filler] = {}
    for one in found:
        if not any(
            o is not one and o.start <= one.start and one.end <= o.end and o.value != one.value for o in found
        ):
            seen.setdefault(one.value, one)
    return list(seen.values())


def nominal(page: Page, clause: Clause) -> bool:
    """Whether a clause behind a marked object only goes on listing it (…行为,…问题): it ends in a noun."""
    ends = page.finder("demand.open").ends(clause.text)
    return ends is not None and not page.lexicon.is_a(ends.text, "demand.condition")


def target(page: Page, start: int, end: int) -> list[Filler]:
    """The words between two offsets as a target, words of place before it left out."""
    local = page.finder("demand.localiser").at(page.text, start, end)
    start = local.end if local else start
    words = page.context.document.text[start:end]
    return [Filler("targets", words, start, end)] if SHORT <= len(words) <= LONG else []


def verb_of(page: Page, start: int, end: int) -> Found | None:
    """The verb of aiming that a phrase begins with, adverbs aside."""
    at = start
    while (adverb := page.finder("demand.adverb").at(page.text, at, end)) is not None:
        at = adverb.end
    return page.finder("demand.aim", "demand.list").at(page.text, at, end)


def objects(page: Page, clause: Clause, named: list[Named]) -> list[Filler]:
    """The objects of the verbs of aiming: one a phrase of a list (找…、问…、查…), or the items of a list."""
    verb = verb_of(page, clause.start, clause.end)
    if verb is None:
        return []
    out: list[Filler] = []
    for start, end in phrases(page, clause):
        again = verb_of(page, start, end)
        begin = again.end if again else start
        if any((begin <= n.end and n.end == end) or (n.start <= begin and end <= n.end) for n in named):
            continue
        out += target(page, begin, end)
    return out


def phrases(page: Page, clause: Clause) -> list[tuple[int, int]]:
    """The parts of a list of verb phrases, or of objects behind a verb of listing; else the whole clause."""
    bounds = [m.start() for m in re.finditer("、", clause.text)]
    edges = [0, *(b for at in bounds for b in (at, at + 1)), len(clause.text)]
    parts = [(clause.start + a, clause.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    verbs = all(verb_of(page, a, b) for a, b in parts)
    if verbs or page.opens(clause.text, "demand.list"):
        return parts
    return [(clause.start, clause.end)]


def toward(page: Page, clause: Clause) -> list[Filler]:
    """What a clause is about that begins with 对 and holds no verb of its own, up to its last noun."""
    marker = page.finder("demand.toward").at(page.text, clause.start, clause.end)
    if marker is None or page.finder("demand.open").ends(clause.text) is None:
        return []
    return target(page, marker.end, clause.end)


def beneficiaries(page: Page, clause: Clause) -> list[Filler]:
    """For whom something is done: the party between 为 and a verb, each of a list (A为B担当、C为D担当)."""
    out: list[Filler] = []
    for marker in page.finder("demand.for").scan(page.text, clause.start, clause.end):
        end = next((n for n in range(marker.end, clause.end) if page.text[n] in "、“"), clause.end)
        words = page.text[marker.end : end].removesuffix(page.opens(page.text[end - 1 : end], "demand.of"))
        verb = page.finder("demand.serve").ends(words)
        if verb is not None:
            out += target(page, marker.end, marker.end + len(words) - len(verb.text))
    return out


def kinds(page: Page, named: list[Named]) -> list[Filler]:
    """The kinds of official that a mechanism's name lists, those who …: 能者, 优者 of 能者上、优者奖."""
    out: list[Filler] = []
    for one in named:
        parts = [m.span() for m in re.compile("[^、]+").finditer(page.text, one.start, one.end)]
        for start, end in parts if len(parts) > 1 else []:
            who = next(page.finder("demand.who").scan(page.text, start, end), None)
            out += target(page, start, who.end) if who is not None else []
    return out


def beside(page: Page, clause: Clause, named: list[Named]) -> list[Filler]:
    """The officials right before a mechanism (受处分党员干部|跟踪帮助), with their attribute."""
    out: list[Filler] = []
    for one in named:
        person = page.finder("demand.person").ends(page.text[clause.start : one.start])
        if person is None:
            continue
        start = one.start - len(person.text)
        verb = page.finder("demand.do").at(page.text, clause.start, one.start)
        out += target(page, verb.end if verb and verb.end < start else start, one.start)
    return out


def addressees(page: Page, clauses: list[Clause]) -> list[Filler]:
    """Who is to act or to be moved: officials right behind a verb of moving others (激励广大干部…)."""
    out: list[Filler] = []
    for clause in clauses:
        size = addressed(page, clause)
        if size:
            body = next((a.value for a in clause.atoms("agency") if a.end == clause.start + size), None)
            out.append(Filler("addressee", body or clause.text[:size], clause.start, clause.start + size))
        for verb in page.finder("demand.move").scan(page.text, clause.start, clause.end):
            person = page.finder("demand.person").at(page.text, verb.end, clause.end)
            if person is not None:
                out.append(Filler("addressee", person.word.text, person.start, person.end))
    return out[:1]
