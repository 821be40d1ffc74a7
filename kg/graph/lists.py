"""Counted groups and what the text counts out of them or names of them: 32人,其中10人; 甲、乙等10人."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, pairwise

from kg.lexicon import Lexicon
from kg.model import Document, Ref
from kg.resolve import Register

ENDS = frozenset("\u3002\uff1b;\uff01\uff1f\n")
"""Marks over which nothing is counted out of a group."""
Place = tuple[int, int, str]
"""Start and end of a mention, and the id of what it means."""


def tell_lists(register: Register, documents: Iterable[Document], lexicon: Lexicon) -> None:
    """Add to every group the group it is part of, and the persons named as some of it."""
    told_of = groupby(register.listed(), key=lambda row: row[0])
    doc, rows = next(told_of, (None, None))
    for document in documents:
        if rows is None or doc != document.id:
            continue
        places = [(start, end, local) for _, start, end, local in rows]
        doc, rows = next(told_of, (None, None))
        told = [p for p in places if p[2].startswith("group/")]
        persons = [p for p in places if p[2].startswith("person/")]
        for wide, narrow in pairwise(told):
            between = document.folded[wide[1] : narrow[0]]
            of_which = any(word in between for word in lexicon.kind("list.of-which"))
            two = of_which and narrow[2] != wide[2] and not ENDS & set(between)
            if two and count(narrow[2], register) <= count(wide[2], register):
                register.tell(narrow[2], "partOfGroup", Ref(wide[2]))
        for group in told:
            for person in named(group, persons, document, lexicon):
                register.tell(group[2], "listsMember", Ref(person))


def count(group: str, register: Register) -> int:
    """How many a group is."""
    told = (p.value for p in register.properties(group) if p.predicate == "cardinality")
    return next((n for n in told if type(n) is int), 0)


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
