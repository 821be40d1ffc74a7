"""Short titles -> whole titles: 《实施意见》 is the document it stands for.

Read in order: a short name defined in the text (以下简称《…》) holds from there on; else the last whole
title of that genre; else, where the sentences before spoke of one document only and no title of that genre
was named yet, that document: then the genre word is a slip of the writer, and said to be one (doubt R02).
Genre words of laws and Party regulations are never taken for slips: a text may well quote a law that it has
not named.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.model import Issue
from kg.recognise.line import Atom, Context, Line
from kg.values import DocumentValue

DEFINED, RESOLVED, SLIP = "normalise.titles.defined", "normalise.titles", "normalise.titles.slip"
"""Rules of the atoms: a name being defined, a short name resolved, one used for another genre's document."""
NEAR = 2
"""Sentences within which a document named in full stays the one spoken of."""
STRETCH = 2
"""Characters that a short name keeps together at least."""
DEFINITION = 4
"""Atoms that may stand between a title and the words that introduce its short name."""


@dataclass
class Shelf:
    """The documents named so far."""

    context: Context
    aliases: dict[str, DocumentValue] = field(default_factory=dict)
    slips: dict[str, DocumentValue] = field(default_factory=dict)
    whole: list[tuple[int, DocumentValue]] = field(default_factory=list)
    """Number of the line and title, in order."""

    def of_genre(self, short: str) -> DocumentValue | None:
        """The last whole title that ends in a genre word (实施意见 is an 意见, 意见 no 实施意见)."""
        return next((d for _, d in reversed(self.whole) if d.genre.endswith(short)), None)

    def abbreviated(self, value: DocumentValue) -> DocumentValue | None:
        """The one title before that a title leaves words out of, or None."""
        if value.short or any(word in value.title for word in self.context.lexicon.kind("doc.about")):
            return None
        meant = {d.title: d for _, d in self.whole if shortens(value.title, d.title)}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def topic(self, number: int) -> DocumentValue | None:
        """The one document that the last sentences speak of, or None."""
        near = {d.title: d for n, d in self.whole if number - NEAR <= n < number}
        return next(iter(near.values())) if len(near) == 1 else None


def shortens(short: str, whole: str) -> bool:
    """Whether a title is a longer one with words left out, both ending alike.

    What is kept of it stands in the same order and in stretches of at least two characters: the criminal law
    (刑法) is no short name of the law of criminal procedure (刑事诉讼法).
    """
    if len(short) >= len(whole) or short[-STRETCH:] != whole[-STRETCH:]:
        return False
    at = 0
    while short:
        size = max((n for n in range(STRETCH, len(short) + 1) if whole.find(short[:n], at) >= 0), default=0)
        if not size:
            return False
        at, short = whole.find(short[:size], at) + size, short[size:]
    return at == len(whole)


def titles(lines: list[Line], context: Context) -> list[Line]:
    """The lines with every short title, and genre word that speaks (通知明确), given its whole title."""
    shelf = Shelf(context)
    return [resolve_line(line, number, shelf) for number, line in enumerate(lines)]


def resolve_line(line: Line, number: int, shelf: Shelf) -> Line:
    """One line of it."""
    out: Line = []
    carriers = shelf.context.lexicon.kind("discourse.genre.carrier")
    for index, atom in enumerate(line):
        if atom.kind == "document":
            out.append(resolve(atom, out, number, shelf, replaced=replaced(line, index, shelf.context)))
        elif atom.text in carriers and atom.kind == "word" and speaks(line, index, shelf.context):
            found = shelf.of_genre(atom.text)
            out.append(named(atom, found, f"{RESOLVED}.word") if found else atom)
        else:
            out.append(atom)
    return out


def replaced(line: Line, index: int, context: Context) -> bool:
    """Whether a title is of what a new document takes the place of (《…》同时废止): none it is short for."""
    return index + 1 < len(line) and context.lexicon.is_a(line[index + 1].text, "act.repeal-with")


def resolve(atom: Atom, before: Line, number: int, shelf: Shelf, *, replaced: bool = False) -> Atom:
    """A title atom: put on the shelf when whole, replaced when short."""
    value: DocumentValue = atom.value
    owner = defined_for(before, shelf.context)
    if owner is not None:
        shelf.aliases[value.title] = owner
        return named(atom, owner, DEFINED)
    if value.title in shelf.aliases:
        return named(atom, shelf.aliases[value.title], RESOLVED)
    whole = shelf.abbreviated(value) if atom.text.startswith("《") and not replaced else None
    if whole is not None:
        return named(atom, whole, RESOLVED)
    if not value.short:
        shelf.whole.append((number, value))
        return atom
    found = shelf.of_genre(value.title)
    if found is not None:
        return named(atom, found, RESOLVED)
    return slip(atom, before, number, shelf)


def slip(atom: Atom, before: Line, number: int, shelf: Shelf) -> Atom:
    """A genre word used for the document the text is speaking of, though that is of another genre."""
    value: DocumentValue = atom.value
    meant = shelf.slips.get(value.title)
    if meant is None and not before and shelf.context.lexicon.is_a(value.title, "discourse.genre.carrier"):
        meant = shelf.topic(number)
    if meant is None or not shelf.context.lexicon.is_a(meant.genre, "discourse.genre.carrier"):
        return atom
    if value.title not in shelf.slips:
        document = shelf.context.document
        quote = document.text[atom.start : atom.end]
        shelf.context.issues.append(Issue("R02", document.id, atom.start, atom.end, quote, meant.title))
    shelf.slips[value.title] = meant
    return named(atom, meant, SLIP)


def named(atom: Atom, meant: DocumentValue, rule: str) -> Atom:
    """The atom as a short name of a document."""
    return replace(atom, kind="document", value=replace(meant, short=True), rule=rule)


def defined_for(before: Line, context: Context) -> DocumentValue | None:
    """The whole title that a title right here is introduced as the short name of."""
    if not before or not any(context.lexicon.is_a(joined(before, n), "discourse.alias.cue") for n in (1, 2)):
        return None
    titles_before = [a for a in before[-DEFINITION - 1 :] if a.kind == "document"]
    return titles_before[-1].value if titles_before else None


def joined(before: Line, count: int) -> str:
    """The words of the last atoms, marks of quotation and colons aside."""
    words = [a.text for a in before if a.text not in ("“", "：")]
    return "".join(words[-count:])


def speaks(line: Line, index: int, context: Context) -> bool:
    """Whether a bare genre word is the subject of a verb of saying (通知中明确), no part of a longer name."""
    lexicon = context.lexicon
    before = line[index - 1] if index else None
    opens = before is None or before.kind == "punct" or lexicon.is_a(before.text, "discourse.determiner.this")
    at = index + 1
    while at < len(line) and lexicon.is_a(line[at].text, "discourse.speech.inside"):
        at += 1
    return opens and at < len(line) and lexicon.is_a(line[at].text, "demand.say")
