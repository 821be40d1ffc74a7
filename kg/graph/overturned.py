"""Sanctions taken back (经复查,撤销某人党内警告处分) or lifted (解除处分): never read as sanctions given.

The words that undo stand before the measure, with nothing that gives it between, or behind it (处分被撤销).
What takes away a post (撤销其局长职务处分) is a measure itself. What is lifted had its effect and stays a
sanction; what is taken back does not. Asked for, owed or refused is not done. Where they undo a measure, no
sanction is told by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.lexicon import Lexicon, remembered
from kg.model import Document, Time
from kg.normalise.date import DateResolver
from kg.recognise.date import DateValue
from kg.recognise.line import Atom, Line
from kg.relate.claim import Claim, filler
from kg.values import AgencyValue, MeasureValue, PersonValue

TYPES = {"measure.undo": "overturning", "measure.lift": "lifting"}
"""Kind of word -> type of the claim it makes."""
LIFTED = frozenset({"party-sanction", "gov-sanction", "admin-sanction", "sanction"})
"""Schemes of what is lifted after its term; 解除 of a coercive measure or a contract is something else."""
REACH = 12
"""Atoms between a word that undoes and the measure it undoes, at most."""
NEAR = 4
"""Atoms between a measure and a word that undoes it from behind, at most."""
STOPS = frozenset("\u3002\uff1b;\uff01\uff1f\n")
"""Marks over which nothing is undone."""
HEADED = ("title", "person", "agency")
"""What stands behind a body whose name begins a longer one, or a designation."""
COMMA = frozenset("\uff0c,")


def overturned(
    lines: Iterable[Line], claims: Iterable[Claim], document: Document, lexicon: Lexicon
) -> tuple[Claim, ...]:
    """The claims of a text with those about measures taken back in place of sanctions by them."""
    undone = {u.fillers[0].start: u for u in found(lines, document, lexicon)}
    kept = [left(claim, undone) for claim in claims]
    return (*(c for c in kept if c is not None), *(u for u in undone.values() if u.all("target")))


def left(claim: Claim, undone: dict[int, Claim]) -> Claim | None:
    """A claim without the measures that are undone; none where nothing is left of it."""
    gone = [f for f in claim.fillers if f.role == "measure" and f.start in undone]
    if not gone:
        return claim
    stay = tuple(f for f in claim.fillers if f not in gone)
    return replace(claim, fillers=stay) if any(f.role == "measure" for f in stay) else None


def found(lines: Iterable[Line], document: Document, lexicon: Lexicon) -> Iterator[Claim]:
    """Every measure that is taken back, as a claim; without a target where no name is told."""
    if not any(word in document.folded for kind in TYPES for word in lexicon.kind(kind)):
        return  # before any date is resolved
    resolver = DateResolver(document.published)
    last: list[Atom] = []
    for line in lines:
        times = {a.start: resolver.resolve(a.value, a.text) for a in line if isinstance(a.value, DateValue)}
        for at, atom in enumerate(line):
            if isinstance(atom.value, MeasureValue):
                word = undoing(line, at, lexicon)
                kind = type_of(line[word], lexicon) if word >= 0 else ""
                if kind == TYPES["measure.undo"] or (kind and atom.value.scheme in LIFTED):
                    yield claim(kind, line, at, word, times, last)
        last = [a for a in line if isinstance(a.value, PersonValue)] or last


def undoing(line: Line, measure: int, lexicon: Lexicon) -> int:
    """Where the word that undoes a measure stands; -1 where none does."""
    given = False
    for at in range(measure - 1, max(measure - REACH, -1), -1):
        text = line[at].text
        if text in STOPS or (text in COMMA and not given):
            break
        if undoes(line[at], lexicon):
            taken = any(is_word(a, "measure.undo.object", lexicon) for a in line[at + 1 : measure])
            decided = any(
                is_word(a, "measure.undo.decision", lexicon) for a in line[measure + 1 : measure + 2]
            )
            done_so = not taken and (not given or decided) and done(line, at, lexicon)
            return at if done_so else -1
        given = given or lexicon.is_a(text, "voice.active", "voice.passive")
        if given and text in COMMA:
            break
    return behind(line, measure, lexicon)


def behind(line: Line, measure: int, lexicon: Lexicon) -> int:
    """The word that undoes a measure from behind: 处分决定被依法撤销."""
    between = ("measure.undo.decision", "measure.undo.passive")
    for at in range(measure + 1, min(measure + 1 + NEAR, len(line))):
        if undoes(line[at], lexicon):
            passive = any(lexicon.is_a(a.text, "measure.undo.passive") for a in line[measure + 1 : at])
            return at if passive else -1
        if not lexicon.is_a(line[at].text, *between):
            break
    return -1


def is_word(atom: Atom, kind: str, lexicon: Lexicon) -> bool:
    """Whether an atom is a plain word of a kind: 撤销 in 撤销党内职务 is part of a measure."""
    return atom.value is None and lexicon.is_a(atom.text, kind)


def undoes(atom: Atom, lexicon: Lexicon) -> bool:
    """Whether an atom takes back or lifts."""
    return bool(type_of(atom, lexicon))


def type_of(atom: Atom, lexicon: Lexicon) -> str:
    """What a plain word does to a measure, or ``""``."""
    return "" if atom.value is not None else effect(atom.text, lexicon)


@remembered
def effect(text: str, lexicon: Lexicon) -> str:
    """What a word does to a measure, be it cut with a small word behind it (撤销了, 撤销对), or ``""``."""
    kinds = lexicon.among((text, text[:-1]))
    return next((t for k, t in TYPES.items() if k in kinds), "")


def done(line: Line, word: int, lexicon: Lexicon) -> bool:
    """Whether what undoes is told as done: nothing in its clause asks for it or refuses it."""
    for at in range(word - 1, -1, -1):
        if line[at].text in COMMA | STOPS:
            return True
        if lexicon.is_a(line[at].text, "measure.undo.not", "modal.must", "modal.plan", "modal.doubt"):
            return False
    return True


def claim(kind: str, line: Line, measure: int, word: int, times: dict[int, Time], last: list[Atom]) -> Claim:
    """What is told of a measure taken back or lifted: whose it was, who did so, when."""
    first, final = sorted((measure, word))
    fillers = [filler("measure", line[measure])]
    before = [a for a in line[:final] if isinstance(a.value, PersonValue)]
    between = [a for a in before if a.start > line[first].start]
    carried = last[-1:] if kind == TYPES["measure.undo"] else []  # 期满后解除处分 is said in general too
    fillers += [filler("target", a) for a in between or before[-1:] or carried][:1]
    fillers += [filler("agent", a) for a in bodies(line[:first])][-1:]
    dated = [times[a.start] for a in line[:first] if a.start in times and times[a.start].edtf]
    end = line[final].end
    return Claim(kind, tuple(fillers), line[0].start, end, "graph.overturned", dated[-1] if dated else Time())


def bodies(line: Line) -> list[Atom]:
    """The bodies that stand for themselves: none that begins the designation of a person."""
    return [
        a
        for a, after in zip(line, [*line[1:], None][: len(line)], strict=True)
        if isinstance(a.value, AgencyValue)
        and (after is None or after.kind not in ("title", "person", "agency"))
    ]
