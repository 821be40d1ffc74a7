"""Named mechanisms in a clause: words of the lexicon, names built by a verb, quoted names.

``ontology/lexicon/mechanisms.tsv`` holds the known ones: text, label, and in the note how one rests on
another (``basedOn``: its principle; ``wayOf``: a way of doing it; ``broader``; ``instrumentOf``). A verb of
building (建立 健全, 打造, 推行 …) names further ones: the words up to a head (机制, 制度, 体系, 建议函 …),
or what stands in quotation marks. The longest name wins; names that only describe a party (被问责的干部)
are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.relate.page import Page
from kg.relate.wordfinder import Found

NAME = range(3, 24)
"""Characters that a built name may have."""
QUOTED = re.compile(r"“([^“”，。]{2,16})”")


@dataclass(frozen=True, slots=True)
class Named:
    """A mechanism as named: its label, where, and what the lexicon says of it."""

    label: str
    start: int
    end: int
    note: str = ""
    basis: bool = False
    """Only a principle that others rest on."""

    def rests_on(self, other: str, *relations: str) -> bool:
        """Whether the lexicon relates it to another by one of some relations."""
        return any(self.note == f"{relation}:{other}" for relation in relations)


def mechanisms(page: Page, start: int, end: int) -> list[Named]:
    """The mechanisms named between two offsets of one clause, in order, none inside another."""
    found = [
        known(f)
        for f in page.finder("mechanism", "mechanism.basis", "mechanism.not").scan(page.text, start, end)
    ]
    found += built(page, start, end) + quoted(page, start, end)
    kept: list[Named] = []
    found = [n for n in found if not page.titles.hold(n.start)]
    for one in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if not any(one.start < k.end and k.start < one.end for k in kept):
            kept.append(one)
    return sorted((n for n in kept if n.label), key=lambda n: n.start)


def known(found: Found) -> Named:
    """A word of the lexicon; one that is no mechanism has no label."""
    word = found.word
    return Named(word.value, found.start, found.end, word.note, word.kind == "mechanism.basis")


def built(page: Page, start: int, end: int) -> list[Named]:
    """Names that a verb of building leads to: the words behind it up to the last head before a mark."""
    out: list[Named] = []
    for verb in page.finder("demand.build").scan(page.text, start, end):
        stop = verb.end
        while stop < end and page.text[stop] not in "，。；：、（《":
            stop += 1
        out += joined(page, verb.end, stop)
    return out


def joined(page: Page, start: int, end: int) -> list[Named]:
    """The names of a list (问责制度和激励关怀机制): each part that ends in a head of its own."""
    joins = list(page.finder("demand.join").scan(page.text, start, end))
    bounds = [start, *(b for j in joins for b in (j.start, j.end)), end]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    if all(page.finder("demand.head").ends(page.text[a:b]) for a, b in parts):
        return [n for a, b in parts for n in name(page, a, b)]
    return name(page, start, end)


def name(page: Page, start: int, end: int) -> list[Named]:
    """The name between two offsets, without an attribute before its last particle, if it is one."""
    of = max(
        (
            page.text.rfind(w, start, end) + len(w)
            for w in page.lexicon.kind("demand.of")
            if w in page.text[start:end]
        ),
        default=start,
    )
    last = max((f.end for f in page.finder("demand.head").scan(page.text, of, end)), default=0)
    words = page.text[of:last]
    head = page.finder("demand.head").ends(words) if words.count("“") == words.count("”") else None
    if (
        len(words) not in NAME
        or head is None
        or page.lexicon.is_a(words[: -len(head.text)], "demand.generic")
    ):
        return []
    if page.opens(words, "demand.generic"):
        return []
    entry = page.lexicon.kind("mechanism").get(words)
    return [Named(entry.value if entry else words, of, last, entry.note if entry else "")]


def quoted(page: Page, start: int, end: int) -> list[Named]:
    """Names in quotation marks that a verb of building leads to, closing the clause or called a mechanism."""
    verbs = [f.end for f in page.finder("demand.build").scan(page.text, start, end)]
    out: list[Named] = []
    for match in QUOTED.finditer(page.text, start, end):
        closes = (
            match.end() == end or page.finder("demand.claimed").at(page.text, match.end(), end) is not None
        )
        if closes and any(v <= match.start() for v in verbs):
            entry = page.lexicon.kind("mechanism").get(match.group(1))
            out.append(
                Named(
                    entry.value if entry else match.group(1),
                    match.start(),
                    match.end(),
                    entry.note if entry else "",
                )
            )
    return out
