"""The skeleton of a sentence, in order. Rules of relation look at its units, not at single words.

Units are parties (with their designations and their lists), documents, dates, measures, marks and words.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.recognise.line import Atom, Line
from kg.relate.designation import Designations
from kg.values import GroupValue

PARTY = frozenset({"person", "agency", "group", "place"})
CLAUSE_ENDS = frozenset("，：")


@dataclass(unsafe_hash=True, slots=True)
class Unit:
    """A party with all its heads, or any other single atom; like an atom, never changed."""

    kind: str
    """party | document | date | measure | title | punct | number | word."""
    heads: tuple[Atom, ...]
    start: int
    end: int
    text: str
    clause: int
    """Number of the clause in the sentence."""

    def of(self, *kinds: str) -> tuple[Atom, ...]:
        """The heads of some kinds."""
        heads = self.heads
        if len(heads) == 1:
            return heads if heads[0].kind in kinds else ()
        return tuple([a for a in heads if a.kind in kinds])


def units(line: Line, found: Designations, lexicon: Lexicon) -> list[Unit]:
    """The units of a line."""
    singles = phrases(line, found, lexicon)
    if "party" not in [unit.kind for unit in singles]:
        return singles
    out: list[Unit] = []
    index = 0
    while index < len(singles):
        unit = singles[index]
        if unit.kind == "party":
            unit, index = coordinate(singles, index, lexicon)
        else:
            index += 1
        out.append(unit)
    return out


def phrases(line: Line, found: Designations, lexicon: Lexicon) -> list[Unit]:
    """One unit an atom, but a person with its designation, and a body with its divisions, as one."""
    opens = {start: person for person, start in found.spans.items()}
    out: list[Unit] = []
    index, clause = 0, 0
    while index < len(line):
        atom = line[index]
        if atom.text == "（" and (end := noted_post(line, index)):
            index = end + 1
            continue
        if atom.kind not in PARTY and index not in opens:
            out.append(Unit(atom.kind, (atom,), atom.start, atom.end, atom.text, clause))
            clause += atom.kind == "punct" and atom.text in CLAUSE_ENDS
            index += 1
            continue
        last = opens.get(index, index)
        if last == index and atom.kind == "place":
            last = chain_end(line, index)
        head = line[last]
        kind = "party" if head.kind in PARTY else head.kind
        if (head.kind in ("agency", "place") or of_bodies(head)) and possessed(line, last, lexicon):
            kind = "word"
        text = head.text if last == index else "".join(a.text for a in line[index : last + 1])
        out.append(Unit(kind, (head,), atom.start, head.end, text, clause))
        index = last + 1
    return out


def noted_post(line: Line, index: int) -> int:
    """Where the bracket closes that tells a person's posts (甲某某（某市市长，2016年任…）), or 0.

    What such a note tells happened at other times than what the sentence does, and is no act of it.
    """
    if not index or line[index - 1].kind != "person":
        return 0
    close = next((at for at in range(index + 1, len(line)) if line[at].text == "）"), 0)
    kinds = {atom.kind for atom in line[index:close]}
    return close if "title" in kinds and kinds.isdisjoint(("measure", "person")) else 0


def of_bodies(atom: Atom) -> bool:
    """Whether an atom is a count of bodies or divisions (17个省)."""
    return isinstance(atom.value, GroupValue) and atom.value.unit == "organisation"


def possessed(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a body only says whose unnamed people are meant (医保局负责人, 医保局|3人): no party."""
    at = index + 1
    if line[index].kind == "group" and at < len(line) and lexicon.is_a(line[at].text, "particle.of"):
        at += 1  # 12个乡镇的相关责任人
    following = line[at] if at < len(line) else None
    if following is None or following.start != line[at - 1].end:
        return False
    if line[index].kind == "group":
        return lexicon.is_a(following.text, "noun.unnamed")
    if following.kind == "group":
        value: GroupValue = following.value
        return line[index].kind == "agency" and value.unit == "person" and value.count > 1
    return following.kind == "title" or lexicon.is_a(following.text, "possessor.noun")


def chain_end(line: Line, index: int) -> int:
    """The index of the last division, or the body, of an unbroken chain of names."""
    last = index
    while (
        last + 1 < len(line)
        and line[last + 1].start == line[last].end
        and line[last + 1].kind in ("place", "agency")
    ):
        last += 1
        if line[last].kind == "agency":
            break
    return last


def coordinate(singles: list[Unit], index: int, lexicon: Lexicon) -> tuple[Unit, int]:
    """A party with every party joined to it, and the index after them."""
    unit = singles[index]
    heads, end, at = list(unit.heads), unit.end, index + 1
    text = unit.text
    while at < len(singles):
        step = joined(singles, at, heads, lexicon)
        if not step:
            break
        last = singles[at + step - 1]
        if not sums_up(singles, at, heads) and singles[at].text != "（":
            heads += [a for u in singles[at : at + step] for a in u.heads if u.kind == "party"]
        text += "".join(u.text for u in singles[at : at + step])
        end, at = last.end, at + step
    return Unit("party", tuple(heads), unit.start, end, text, unit.clause), at


def sums_up(singles: list[Unit], at: int, heads: list[Atom]) -> bool:
    """Whether a count right behind a list only says how many they are (甲、乙、丙|3人, 甲、乙等|2个单位)."""
    unit = singles[at]
    named = heads[-1].kind == "person" or (unit.of("group") and unit.heads[0].value.rest_of)
    touches = unit.start == singles[at - 1].end and named
    return bool(unit.of("group") and touches) and unit.heads[0].value.count == len(heads)


def joined(singles: list[Unit], at: int, heads: list[Atom], lexicon: Lexicon) -> int:
    """How many units from ``at`` on continue the list: a join and a party, a bracketed note, 等人."""
    unit = singles[at]
    if lexicon.is_a(unit.text, "etc", "honorific", "anaphor.list"):
        return 1
    if unit.text == "（":
        close = next((n for n in range(at, min(at + 6, len(singles))) if singles[n].text == "）"), None)
        return close - at + 1 if close is not None and heads[-1].kind in ("person", "agency") else 0
    if unit.kind == "party" and unit.of("group") and unit.heads[0].value.rest_of:
        return 1
    if sums_up(singles, at, heads):
        return 1
    if at + 1 >= len(singles) or singles[at + 1].kind != "party" or not lexicon.is_a(unit.text, "list.join"):
        return 0
    following = singles[at + 1].heads[0]
    if unit.text == "，":
        both = heads[-1].kind == "person" and following.kind == "person"
        return 2 if both and singles[at + 1].text != following.text else 0
    same = following.kind == heads[-1].kind or {following.kind, heads[-1].kind} <= {
        "person",
        "agency",
        "group",
    }
    return 2 if same else 0


def last_of(persons: list[Atom], count: int) -> tuple[Atom, ...]:
    """The last ``count`` different persons of a list, in order; nothing if there are fewer."""
    names: dict[str, Atom] = {}
    for atom in reversed(persons):
        if len(names) == count:
            break
        names.setdefault(atom.value.name, atom)
    return tuple(reversed(names.values())) if len(names) == count else ()
