"""Drafts of what is said: demands, definitions, names given to documents, statements, conduct, judgements."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.draft import Desk, Draft
from kg.graph.parties import NAMED, agents, named, patients, places, terms, unnamed
from kg.ids import digest
from kg.model import Ref, Text
from kg.relate.claim import Filler
from kg.resolve.document import year_of
from kg.values import DocumentValue


def prescribers(desk: Desk) -> list[str]:
    """Fill ``prescribedBy``: a document, a body, or a speaker that the text does not name."""
    found = []
    for filler in desk.of("prescribed_by"):
        if isinstance(filler.value, NAMED):
            found.append(named(desk, filler))
        elif isinstance(filler.value, str):
            found.append(unnamed(desk, filler.value, filler))
        desk.fill("prescribedBy", found[-1])
    return found


def contents(desk: Desk, role: str = "content", predicate: str = "content") -> list[str]:
    """The words of a role as texts."""
    found = [str(f.value) for f in desk.of(role)]
    for words in found:
        desk.tell(predicate, Text(words, "zh"))
    return found


def requirement(desk: Desk) -> Iterator[Draft]:
    """What a document or speaker demands: never an event."""
    by = prescribers(desk)
    mechanisms = fill_mechanisms(desk, "mechanism", "mechanism")
    based = fill_mechanisms(desk, "based_on", "basedOn")
    for filler in desk.of("addressee"):
        if isinstance(filler.value, NAMED):
            desk.fill("addressee", named(desk, filler))
        elif isinstance(filler.value, str):
            desk.fill("addressee", unnamed(desk, filler.value, filler, shared=True))
    acts = terms(desk, "requires_act", "doc-act", name="requiresAct")
    objects = fill_documents(desk, "document", "object")
    targets = contents(desk, "targets", "targets")
    words = contents(desk)
    key = (*by, *mechanisms, *based, *acts, *objects, *targets, *words)
    yield desk.draft("Requirement", *(key or desk.here()), stance="demanded", event=False)


def fill_mechanisms(desk: Desk, role: str, name: str) -> list[str]:
    """Fill a role with mechanisms by their labels."""
    found = [desk.world.mechanism(str(f.value), desk.words(f)) for f in desk.of(role)]
    for local in found:
        desk.fill(name, local)
    return found


def fill_documents(desk: Desk, role: str, name: str) -> list[str]:
    """Fill a role with documents; words that stand for an untitled one make a document of this text."""
    found = []
    for filler in desk.of(role):
        if isinstance(filler.value, DocumentValue):
            found.append(named(desk, filler))
        elif isinstance(filler.value, str):
            found.append(untitled(desk, filler))
        desk.fill(name, found[-1])
    return found


def untitled(desk: Desk, filler: Filler) -> str:
    """A document without a title (发文): known by who speaks in it and where it is told of."""
    register = desk.world.register
    body = [r.filler for r in desk.roles if r.name == "agent"]
    area = body[0].removeprefix("org/").split("-")[0] if body else "any"
    local = f"doc/{area}-{year_of(desk.claim) or 'nd'}-other-{digest(*body, str(filler.value), *desk.here())}"
    label = "".join(register.label(b) for b in body) + str(filler.value)
    register.see(local, "Document", label, desk.words(filler), "resolve.document.untitled")
    register.tell(local, "genre", Ref("voc/genre/other"))
    for one in body:
        register.tell(local, "passedBy", Ref(one))
    return local


def written(desk: Desk) -> list[str]:
    """What is stated by issuing (发文称) stands in a document, though the text gives no title."""
    ends = [f.end for f in desk.of("agent") if f.start >= 0]
    starts = [f.start for f in desk.of("content") if f.start >= 0]
    if not (ends and starts):
        return []
    said = desk.document.folded[max(ends) : min(starts)]
    for word in desk.world.lexicon.kind("scheme.doc-act").values():
        if word.value == "issue" and said.startswith(word.text):
            local = untitled(desk, Filler("document", word.text, max(ends), max(ends) + len(word.text)))
            desk.fill("object", local)
            return [local]
    return []


def alias(desk: Desk) -> Iterator[Draft]:
    """A short name given to a document, or one used for it in error."""
    slip = any(f.value is True for f in desk.of("slip"))
    documents = fill_documents(desk, "document", "object")
    names = [str(f.value) for f in desk.of("alias")]
    for name in names:
        desk.tell("content", Text(name, "zh"))
        for local in documents:
            desk.world.register.tell(local, "aliasUsedInError" if slip else "shortTitle", Text(name, "zh"))
            if not slip:
                desk.world.register.also(local, name)
    yield desk.draft("AliasSlip" if slip else "AliasDefinition", *documents, *names, event=False)


def definition(desk: Desk) -> Iterator[Draft]:
    """What a document says something is."""
    by = prescribers(desk)
    words = contents(desk)
    yield desk.draft("Definition", *by, *words, event=False)


def statement(desk: Desk) -> Iterator[Draft]:
    """What a body or an unnamed speaker is said to have stated."""
    by = agents(desk)
    objects = fill_documents(desk, "document", "object") or written(desk)
    words = contents(desk)
    yield desk.draft("Statement", *by, *objects, *(words or desk.here()))


def trend(desk: Desk) -> Iterator[Draft]:
    """What is said to go on everywhere, without an instance."""
    by = agents(desk)
    words = contents(desk)
    yield desk.draft("TrendStatement", *by, *(words or desk.here()))


def characterisation(desk: Desk) -> Iterator[Draft]:
    """What somebody is called."""
    by = agents(desk)
    who = patients(desk, desk.of("patient", "target"))
    words = contents(desk)
    yield desk.draft("Characterisation", *by, *who, *words)


def conduct(desk: Desk) -> Iterator[Draft]:
    """What somebody did, by the categories of conduct."""
    agents(desk)
    by = [r.filler for r in desk.roles if r.name == "agent"]
    places(desk)
    kinds = terms(desk, "ground", "conduct", "complaint")
    words = contents(desk, "object")
    yield desk.draft("Conduct", *by, *kinds, *words)
