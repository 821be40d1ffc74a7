"""What single rules make of a line: the atoms of an invented sentence at one stage of the reading."""

from __future__ import annotations

from functools import cache

from built import document, resources
from reader import reading, spelt

from kg.normalise.ground import ground
from kg.recognise import LATER, RULES
from kg.recognise.line import Atom, Context, Line
from kg.relate.designation import designations
from kg.relate.units import Unit, units
from kg.segment import segment


@cache
def lines(text: str, published: str = "2023-05-09") -> tuple[Line, ...]:
    """The lines of a text as the whole pipeline leaves them."""
    return reading(text, published).lines


def atoms(text: str, kind: str) -> list[Atom]:
    """The atoms of a kind."""
    return [a for line in lines(text) for a in line if a.kind == kind]


def words(text: str, kind: str) -> list[str]:
    """The folded words of the atoms of a kind."""
    return [a.text for a in atoms(text, kind)]


def named(text: str, kind: str) -> list[object]:
    """The names of the atoms of a kind."""
    return [getattr(a.value, "name", None) or spelt(a.value) for a in atoms(text, kind)]


def rules(text: str, kind: str) -> list[str]:
    """The rules that made the atoms of a kind."""
    return [a.rule for a in atoms(text, kind)]


def staged(text: str, last: str) -> tuple[Line, Context]:
    """The first sentence after the rules up to one of them, and its context; "" is words only."""
    made = document(text, "case")
    recogniser = resources().recogniser
    context = recogniser.context(made)
    line = recogniser.words(segment(made, resources().lexicon).sentences[0], context)
    for name, rule in (*RULES, *LATER) if last else ():
        line = rule(line, context)
        if name == last:
            break
    return line, context


def sentence(text: str) -> list[Unit]:
    """The units of the first sentence."""
    made = document(text, "case")
    recogniser = resources().recogniser
    context = recogniser.context(made)
    found = recogniser.recognise(segment(made, resources().lexicon).sentences, context)
    line = ground(found, context)[0]
    return units(line, designations(line, context), context.lexicon)
