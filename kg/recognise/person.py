"""Natural persons: by surname, given-name characters and, above all, by where a name may stand.

A name after a title needs little else; one in a list continues it; one that opens a clause needs a word
behind it that people do. Names once vouched for are then found everywhere in the document.
"""

from __future__ import annotations

from kg.lexicon import NONE, Lexicon, remembered
from kg.recognise.likely import USUAL
from kg.recognise.line import WORD, Atom, Context, Line, first_from, split
from kg.recognise.naming import MASKS, length_of_name
from kg.recognise.vouching import GRAMMAR
from kg.values import PersonValue

CALLING = ("：", "）", "、")
"""Marks behind which a title or a list before them may yet tell that a name follows."""
LISTING = frozenset("、，。；")
"""Marks that end an item of a list."""
LONGEST, OTHERS = 4, 2
"""Characters of a name without a dot, and persons before an item that make a list of persons."""
BEFALLS = ("prep.cause", "voice.passive")
"""Kinds of words for what befalls somebody, or why."""
NAMES = ("nr", "ns", "x", "")
"""Parts of speech of words that names of other languages are cut into."""
OPENERS = frozenset("，。：；（“、")
TELLS = ("title", "date", "person")
"""Kinds of atoms that may say that a name follows."""


def person(line: Line, context: Context) -> Line:
    """Replace words that name persons by atoms, left to right."""
    out: Line = []
    index = 0
    folded, surnames, dotted = context.document.folded, context.surnames, context.dotted
    before: Atom | None = None
    while index < len(line):
        atom, used = line[index], 1
        called = before is not None and (before.kind == "title" or before.text in CALLING)
        may = atom.kind in (WORD, "place") and (called or dotted or folded[atom.start] in surnames)
        found = at(line, index, out, context) if may else None
        if found is not None:
            line, atom, used = found
        out.append(atom)
        before = atom
        index += used
    return out


def at(line: Line, index: int, out: Line, context: Context) -> tuple[Line, Atom, int] | None:
    """The person named from this atom on, if the place allows one: the line re-cut, the atom, its length."""
    kind, start = line[index].kind, line[index].start
    if kind != WORD and not (kind == "place" and after_title(out)):
        return None
    before = out[-1] if out else None
    inside = before is not None and before.kind not in TELLS and not licenses(before.text, context.lexicon)
    if inside and not promising(line, index, context):
        return None
    why = licence(line, index, out, context)
    if not why:
        return None
    size = length_of_name(start, why, line, context) or (why == "list" and unusual(line, index, out, context))
    if not size:
        return None
    line = split(line, start + size)
    used = first_from(line, start + size) - index
    if not used or line[index + used - 1].end != start + size:
        return None
    name = "".join([a.text for a in line[index : index + used]])
    context.vouch(name, why)
    rule = f"recognise.person.{why}"
    return line, Atom(start, start + size, "person", name, value=PersonValue(name), rule=rule), used


@remembered
def licenses(text: str, lexicon: Lexicon) -> bool:
    """Whether a word or mark may say that a name follows: behind others one stands inside a clause."""
    if text in OPENERS or text in CALLING:
        return True
    return lexicon.is_a(text, "title.weak", "list.join", "link.title", "name.before", "particle.of")


def promising(line: Line, index: int, context: Context) -> bool:
    """Whether anything could vouch for a name inside a clause: a mask, a known name, what stands behind."""
    text, start = context.document.folded, line[index].start
    second, fourth = start + 2, start + LONGEST
    if text[start] in context.sizes or not MASKS.isdisjoint(text[start + 1 : second + 1]):
        return True
    if not context.cues.isdisjoint(range(second, fourth + 1)) or "（" in text[second:fourth]:
        return True
    if any(context.lexicon.begins(kind, text, start + LONGEST - 1) for kind in BEFALLS):
        return True
    ahead = line[index + 1 : index + 1 + LONGEST]
    return any(second <= a.start <= fourth and a.kind in ("measure", "title") for a in ahead)


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
    if not out:
        return "opener"
    last, before = out[-1], out[-2].kind if len(out) > 1 else ""
    if last.kind == "person" and gap < line[index].start:
        return "spaced"
    if last.kind == "title" or (last.text == "：" and before == "title"):
        return "title"
    kinds = lexicon.kinds.get(last.text, NONE)
    if "title.weak" in kinds and last.end == line[index].start:
        return "weak"
    if before and "list.join" in kinds and before_join(out) == "person":
        return "list"
    if before == "title" and "link.title" in kinds:
        return "linked"
    if "name.before" in kinds:
        return "act"
    if before == "agency" and "particle.of" in kinds:
        return "of"
    return "opener" if last.text in OPENERS or last.kind == "date" else "inside"


def unusual(line: Line, index: int, out: Line, context: Context) -> int:
    """Characters of an item in a list of persons that no rule of names knows (甲乙丙丁), or 0.

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
    if before.kind == "number":
        return True
    if before.kind != WORD or len(before.text) > 1 or before.pos[:1] in GRAMMAR:
        return False
    family = context.lexicon.surname_rates.get(before.text, 0) > USUAL
    weak = context.lexicon.is_a(before.text, "name.weak", "name.stop", "name.before", "list.join")
    return family and not weak


def before_join(out: Line) -> str:
    """The kind of what stands before the last join, a bracketed note aside."""
    rest = out[:-1]
    if rest and rest[-1].text == "）":
        rest = rest[: opened(rest)]
    return rest[-1].kind if rest else ""
