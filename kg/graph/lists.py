"""Counted groups and what the text counts out of them or names of them: 32人,其中10人; 甲、乙等10人."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.model import Document, Entity, Ref
from kg.resolve import Register

ENDS = frozenset("\u3002\uff1b;\uff01\uff1f\n")
"""Marks over which nothing is counted out of a group."""
Place = tuple[int, int, str]
"""Start and end of a mention, and the id of what it means."""


def tell_lists(register: Register, documents: Iterable[Document], lexicon: Lexicon) -> None:
    """Add to every group the group it is part of, and the persons named as some of it."""
    entities = register.entities()
    groups, persons = placed(entities, "AgentGroup"), placed(entities, "Person")
    numbers = {e.id: count(e) for e in entities if e.kind == "AgentGroup"}
    for document in documents:
        told = groups.get(document.id, [])
        for wide, narrow in pairwise(told):
            between = document.folded[wide[1] : narrow[0]]
            of_which = any(word in between for word in lexicon.kind("list.of-which"))
            fits = numbers[narrow[2]] <= numbers[wide[2]] and narrow[2] != wide[2]
            if of_which and fits and not ENDS & set(between):
                register.tell(narrow[2], "partOfGroup", Ref(wide[2]))
        for group in told:
            for person in named(group, persons.get(document.id, []), document, lexicon):
                register.tell(group[2], "listsMember", Ref(person))


def placed(entities: Iterable[Entity], kind: str) -> dict[str, list[Place]]:
    """Where the things of a class are mentioned, by text, in its order."""
    found: dict[str, list[Place]] = {}
    for entity in entities:
        for mention in entity.mentions if entity.kind == kind else ():
            span = mention.span
            found.setdefault(span.doc, []).append((span.start, span.end, entity.id))
    return {doc: sorted(places) for doc, places in found.items()}


def count(group: Entity) -> int:
    """How many a group is."""
    return next(
        (p.value for p in group.properties if p.predicate == "cardinality" and type(p.value) is int), 0
    )


def named(group: Place, persons: list[Place], document: Document, lexicon: Lexicon) -> list[str]:
    """The persons of a list that ends in 等 right before the group's number."""
    found: list[str] = []
    at, joins = group[0], frozenset(lexicon.kind("etc"))
    for start, end, person in reversed([p for p in persons if p[1] <= group[0]]):
        if document.folded[end:at].strip() not in joins:
            break
        found.append(person)
        at, joins = start, frozenset(lexicon.kind("list.join"))
    return found
