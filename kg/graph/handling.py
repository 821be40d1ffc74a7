"""Drafts about those who are dealt with: sanctioned, prosecuted, cleared, investigated, accused."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.draft import Desk, Draft
from kg.graph.duration import duration
from kg.graph.papers import is_cases, seat
from kg.graph.parties import agents, patients, places, scene, terms
from kg.model import Text
from kg.relate.claim import Filler
from kg.values import GroupValue, MeasureValue

ACCUSERS = "false-accusation"
POLICE = "accuser-measure"
COERCIVE = "criminal-detention"
"""刑事拘留: a coercive measure on any suspect, no penalty (《刑事诉讼法》第八十二条)."""


def sanction(desk: Desk) -> Iterator[Draft]:
    """One draft a patient and kind of measure; a group of false accusers is handled, not sanctioned."""
    for target in desk.of("target"):
        if is_cases(target):
            continue
        for kind, measures in by_kind(desk, target).items():
            one = Desk(desk.reading, desk.claim, desk.world)
            body = agents(one)
            places(one)
            who = patients(one, [target])
            for filler in measures:
                if isinstance(filler.value, MeasureValue):
                    one.fill("measure", f"voc/{filler.value.scheme}/{filler.value.code}")
            term(one, measures)
            if kind == "AccuserHandling":
                one.fill("ground", f"voc/complaint/{ACCUSERS}")
            terms(one, "ground", "conduct", "complaint")
            grouped = isinstance(target.value, GroupValue)
            yield one.draft(kind, *who, *(scene(one, body) if grouped else ()), strict=grouped)


def by_kind(desk: Desk, target: Filler) -> dict[str, list[Filler]]:
    """The measures of a claim by the class of fact they make; without any, a sanction of unknown kind."""
    found: dict[str, list[Filler]] = {}
    for filler in desk.of("measure"):
        if isinstance(filler.value, MeasureValue):
            found.setdefault(kind_of(desk, filler.value, target), []).append(filler)
    return found or {"CriminalProceeding" if desk.claim.type == "judicial" else "Sanctioning": []}


def kind_of(desk: Desk, measure: MeasureValue, target: Filler) -> str:
    """The class of fact that a measure makes: the ontology says which class takes which scheme."""
    if is_accuser(desk, target):
        return "AccuserHandling"
    if (measure.scheme, measure.code) == (POLICE, COERCIVE):
        return "CriminalProceeding"
    classes = desk.world.vocabulary.classes.values()
    return next((c.name for c in classes if measure.scheme in c.schemes), "Sanctioning")


def is_accuser(desk: Desk, target: Filler) -> bool:
    """Whether a group is of false accusers, by the words that name it."""
    if not isinstance(target.value, GroupValue):
        return False
    noun, lexicon = target.value.noun, desk.world.lexicon
    if noun.startswith(tuple(lexicon.kind("passive"))):
        return False
    return any(
        noun.startswith(w.text) for w in lexicon.kind("scheme.complaint").values() if w.value == ACCUSERS
    )


def term(desk: Desk, measures: list[Filler]) -> None:
    """The length of a measure, as the claim or the measure itself gives it."""
    spoken = [str(f.value) for f in desk.of("term")]
    spoken += [f.value.term for f in measures if isinstance(f.value, MeasureValue) and f.value.term]
    spoken += [desk.words(f).quote for f in measures if f.start >= 0]  # 留党察看一年
    for words in dict.fromkeys(spoken):
        found = duration(words, desk.world.lexicon)
        if found:
            desk.tell("term", Text(found))


def clearing(desk: Desk) -> Iterator[Draft]:
    """One draft a claim: all whose names were cleared, where, how, and of what complaint."""
    body = agents(desk)
    where = places(desk)
    if not body and where and not desk.status and any(f.start >= 0 for f in desk.of("place")):
        desk.status = "metonym"
    if not where:
        seat(desk)
    who = patients(desk, desk.of("target"))
    if not who:
        return
    terms(desk, "method", "clearing-method")
    terms(desk, "ground", "complaint", "conduct")
    if is_open(desk):
        desk.tell("methodListOpen", value=True)
    grouped = bool(desk.groups)
    yield desk.draft("Clearing", *who, *(scene(desk, body) if grouped else ()), strict=grouped)


def is_open(desk: Desk) -> bool:
    """Whether the list of methods ends in a word for "and others" (等)."""
    ends = [f.end for f in desk.of("method") if f.start >= 0]
    words = desk.world.lexicon.kind("etc")
    return bool(ends) and any(desk.document.folded.startswith(w, max(ends)) for w in words)


def one_each(desk: Desk, kind: str) -> Iterator[Draft]:
    """One draft a target."""
    for target in desk.of("target"):
        if is_cases(target):
            continue
        one = Desk(desk.reading, desk.claim, desk.world)
        body = agents(one)
        places(one)
        who = patients(one, [target])
        terms(one, "ground", "conduct", "complaint")
        grouped = isinstance(target.value, GroupValue)
        yield one.draft(kind, *who, *(scene(one, body) if grouped else ()), strict=grouped)


def investigation(desk: Desk) -> Iterator[Draft]:
    """Who is under investigation, by whom: never that anything was found."""
    yield from one_each(desk, "Investigation")


def overturning(desk: Desk) -> Iterator[Draft]:
    """Whose sanction was taken back, by whom; which one, if the text says."""
    yield from ended(desk, "Overturning")


def lifting(desk: Desk) -> Iterator[Draft]:
    """Whose sanction was lifted after its term: it had its effect, and stays a sanction."""
    yield from ended(desk, "Lifting")


def ended(desk: Desk, kind: str) -> Iterator[Draft]:
    """One draft a person whose sanction ended."""
    for target in desk.of("target"):
        one = Desk(desk.reading, desk.claim, desk.world)
        agents(one)
        who = patients(one, [target])
        for filler in one.of("measure"):
            if isinstance(filler.value, MeasureValue):
                one.fill("measure", f"voc/{filler.value.scheme}/{filler.value.code}")
        yield one.draft(kind, *who)


def accusation(desk: Desk) -> Iterator[Draft]:
    """Who accused whom; an accusation without the accused is kept by its accuser."""
    if desk.of("target"):
        yield from one_each(desk, "Accusation")
        return
    body = agents(desk)
    yield desk.draft("Accusation", *body, *desk.here(), strict=True)
