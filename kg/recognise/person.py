"""Natural persons: by surname, given-name characters and, above all, by where a name may stand.

A name after a title needs little else; one in a list continues it; one that opens a clause needs a word
behind it that people do. Names once vouched for are then found everywhere in the document.
"""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.likely import USUAL
from kg.recognise.line import WORD, Atom, Context, Line, merge, split
from kg.recognise.naming import length_of_name
from kg.recognise.vouching import GRAMMAR
from kg.values import PersonValue

CALLING = ("：", "）", "、")
"""Marks behind which a title or a list before them may yet tell that a name follows."""
LISTING = frozenset("、，。；")
"""Marks that end an item of a list."""
LONGEST, OTHERS = 4, 2
"""Characters of a name without a dot, and persons before an item that make a list of persons."""
NAMES = ("nr", "ns", "x", "")
"""Parts of speech of words that names of other languages are cut into."""
OPENERS = frozenset("，。：；（“、")


def person(line: Line, context: Context) -> Line:
    """Replace words that name persons by atoms, left to right."""
    out: Line = []
    index = 0
    while index < len(line):
        found = at(line, index, out, context)
        if found is None:
            out.append(line[index])
            index += 1
            continue
        line, atom, used = found
        out.append(atom)
        index += used
    return out


def at(line: Line, index: int, out: Line, context: Context) -> tuple[Line, Atom, int] | None:
    """The person named from this atom on, if the place allows one: the line re-cut, the atom, its length."""
    kind, start = line[index].kind, line[index].start
    if not (context.begins_name(start) or (out and (out[-1].kind == "title" or out[-1].text in CALLING))):
        return None
    if kind != WORD and not (kind == "place" and after_title(out)):
        return None
    why = licence(line, index, out, context)
    if not why:
        return None
    size = length_of_name(start, why, line, context) or (why == "list" and unusual(line, index, out, context))
    if not size:
        return None
    line = split(line, start + size)
    used = sum(1 for a in line[index:] if a.end <= start + size)
    atom = merge(line, index, index + used, "person", f"recognise.person.{why}")
    if atom.end - atom.start != size:
        return None
    context.vouch(atom.text, why)
    return line, replace(atom, value=PersonValue(atom.text)), used


def after_title(out: Line) -> bool:
    """Whether a title ends right here, blanks aside; what follows a join is no name by the title alone."""
    return bool(out) and out[-1].kind == "title"


def opened(out: Line) -> int:
    """The index of the bracket that the last atom closes, or the end."""
    for at in range(len(out) - 1, max(-1, len(out) - 8), -1):
        if out[at].text == "（":
            return at
    return len(out)


def licence(line: Line, index: int, out: Line, context: Context) -> str:
    """Why a name may start here: title | weak | list | linked | act | of | opener | inside; or not: empty."""
    lexicon = context.lexicon
    if lexicon.is_a(line[index].text[:1], "list.join") or goes_on(line[index], out, context):
        return ""
    gap = out[-1].end if out else line[index].start
    out = [*out[: opened(out)]] if out and out[-1].text == "）" else out
    if out and out[-1].kind == "person" and gap < line[index].start:
        return "spaced"
    if after_title(out) or (len(out) > 1 and out[-1].text == "：" and out[-2].kind == "title"):
        return "title"
    if out and lexicon.is_a(out[-1].text, "title.weak") and out[-1].end == line[index].start:
        return "weak"
    if len(out) > 1 and lexicon.is_a(out[-1].text, "list.join") and before_join(out) == "person":
        return "list"
    if len(out) > 1 and out[-2].kind == "title" and lexicon.is_a(out[-1].text, "link.title"):
        return "linked"
    if out and lexicon.is_a(out[-1].text, "name.before"):
        return "act"
    if len(out) > 1 and out[-2].kind == "agency" and lexicon.is_a(out[-1].text, "particle.of"):
        return "of"
    opens = not out or out[-1].text in OPENERS or (out[-1].kind == "date")
    return "opener" if opens else "inside"


def unusual(line: Line, index: int, out: Line, context: Context) -> int:
    """Characters of an item in a list of persons that no rule of names knows (白玛赤林), or 0.

    Two persons stand before it in the list and a mark behind it; no word of the dictionary is in it.
    """
    start, lexicon = line[index].start, context.lexicon
    end = next((at for at, a in enumerate(line) if at > index and a.kind != WORD), len(line))
    item = line[index:end]
    size = item[-1].end - start
    if not 2 <= size <= LONGEST or end == len(line) or line[end].text not in LISTING or listed(out) < OTHERS:
        return 0
    text = "".join(a.text for a in item)
    words = any(len(a.text) > 1 and a.pos[:2] not in NAMES for a in item)
    stop = any(lexicon.is_a(c, "name.stop", "common.char") for c in text)
    return 0 if words or stop or lexicon.begins("name.not", text) or min(rates(text, context)) <= 0 else size


def rates(text: str, context: Context) -> list[float]:
    """How often each character is in given names; a surname counts as one."""
    known, families = context.lexicon.given_rates, context.lexicon.surname_rates
    return [max(known.get(c, 0), families.get(c, 0)) for c in text]


def listed(out: Line) -> int:
    """How many persons stand before the last join, each behind a mark of a list."""
    count, at = 0, len(out) - 1
    while at > 0 and out[at].text == "、" and out[at - 1].kind == "person":
        count += 1
        at -= 2
    return count


def goes_on(atom: Atom, out: Line, context: Context) -> bool:
    """Whether an atom belongs to what it touches: a number (5|元全额), a surname left alone (刘|向民)."""
    before = out[-1] if out else None
    if before is None or before.end != atom.start:
        return False
    lone = before.kind == WORD and len(before.text) == 1 and before.pos[:1] not in GRAMMAR
    family = lone and context.lexicon.surname_rates.get(before.text, 0) > USUAL
    weak = context.lexicon.is_a(before.text, "name.weak", "name.stop", "name.before", "list.join")
    return before.kind == "number" or (family and not weak)


def before_join(out: Line) -> str:
    """The kind of what stands before the last join, a bracketed note aside."""
    rest = out[:-1]
    if rest and rest[-1].text == "）":
        rest = rest[: opened(rest)]
    return rest[-1].kind if rest else ""
