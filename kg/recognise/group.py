"""Counted, unnamed parties: 32名党员干部, 干部776人, 5起典型案例, 甲、乙等10人."""

from __future__ import annotations

from kg.lexicon import Lexicon, remembered
from kg.recognise.date import read_number
from kg.recognise.line import NUMBER, WORD, Atom, Context, Line, merge
from kg.values import GroupValue

NOUN_REACH = 24
"""Characters that a modifier between the classifier and the head noun may have."""

ENDS = frozenset({"punct", "person", "measure", "date", "group", NUMBER})
"""Kinds of atoms that no attribute of what is counted holds."""

WITHIN = ("“", "”", "、", "（", "）")
"""Marks that may stand inside what is counted (24个县（市、区）党委)."""

DIGITS = 12
"""Digits beyond which a number counts no persons."""


def group(line: Line, context: Context) -> Line:
    """Replace a number, its classifier and the noun counted by one atom."""
    numerals = numerals_of(context.lexicon)
    words = context.document.folded[line[0].start : line[-1].end] if line else ""
    if numerals.isdisjoint(words) and NUMBER not in [atom.kind for atom in line]:
        return line
    out: Line = []
    index = 0
    while index < len(line):
        first = line[index]
        may = first.kind == NUMBER or first.text[:1] in numerals
        found = counted(line, index, out, context) if may else None
        if found is None:
            out.append(first)
            index += 1
            continue
        atom, used, back = found
        del out[len(out) - back :]
        out.append(atom)
        index += used
    return out


def counted(line: Line, index: int, out: Line, context: Context) -> tuple[Atom, int, int] | None:
    """The counted group that starts with this number: the atom, atoms used ahead, atoms taken back."""
    number = count_at(line, index, context)
    ordinal = (
        bool(out) and context.lexicon.is_a(out[-1].text, "ordinal.word") and out[-1].end == line[index].start
    )
    if number is None or ordinal:
        return None
    count, at = number
    unit, at = classifier(line, at, context)
    if not unit:
        return None
    end, noun = noun_after(line, at, unit, context)
    back = 0
    if end == at and unit != "case":
        back = noun_before(out, unit, context)
        noun = "".join(a.text for a in out[len(out) - back :])
    cases = line[at - 1].text[-1:] in context.lexicon.kind("classifier.case") or in_batches(out, context)
    if not noun and (unit == "organisation" or (unit == "case" and not cases)):
        return None
    value = GroupValue(count, unit, noun or "".join(a.text for a in line[at - 1 : at]), rest(out, context))
    atom = merge(
        [*out[len(out) - back :], *line[index:end]], 0, back + end - index, "group", "recognise.group", value
    )
    return atom, end - index, back


@remembered
def numerals_of(lexicon: Lexicon) -> frozenset[str]:
    """The characters that a number in words begins with."""
    return frozenset(w[0] for kind in ("time.digit", "time.ten") for w in lexicon.kind(kind))


def count_at(line: Line, index: int, context: Context) -> tuple[int, int] | None:
    """The number that starts here (digits or Chinese numerals, with a myriad) and where it ends."""
    lexicon = context.lexicon
    digits, tens = lexicon.kind("time.digit"), lexicon.kind("time.ten")
    atom = line[index]
    number: int | float
    if atom.kind == NUMBER and "%" not in atom.text:
        if len(atom.text) > DIGITS:
            return None
        number, at = float(atom.text), index + 1
        while at < len(line) and line[at].text in tens and int(tens[line[at].text].value) >= 1000:
            number *= int(tens[line[at].text].value)
            at += 1
    elif atom.kind == WORD and all(c in digits or c in tens for c in atom.text):
        at, text = index, ""
        while (
            at < len(line) and line[at].kind == WORD and all(c in digits or c in tens for c in line[at].text)
        ):
            text += line[at].text
            at += 1
        number = read_number(text, lexicon)
    elif (
        atom.kind == WORD
        and len(atom.text) > 1
        and atom.text[0] in digits
        and lexicon.is_a(atom.text[1:], "count.classifier")
    ):
        return read_number(atom.text[0], lexicon), index
    else:
        return None
    while at < len(line) and lexicon.is_a(line[at].text, "count.more"):
        at += 1
    return (int(number), at) if number else None


def classifier(line: Line, at: int, context: Context) -> tuple[str, int]:
    """The unit that a classifier says and where it ends."""
    if at >= len(line):
        return "", at
    word = context.lexicon.kind("count.classifier").get(line[at].text)
    if word is None and len(line[at].text) > 1:
        word = context.lexicon.kind("count.classifier").get(line[at].text[1:])
    return (word.value, at + 1) if word else ("", at)


def noun_after(line: Line, at: int, unit: str, context: Context) -> tuple[int, str]:
    """The end of the noun phrase behind a classifier and its head noun, if its head is a known party noun."""
    heads = context.lexicon.kind(f"party.{unit}")
    best, noun = at, ""
    end = len(line) if context.lexicon.is_a(line[at - 1].text[-1:], "classifier.whole") else at
    while end < len(line) and line[end].end - line[at - 1].end <= NOUN_REACH:
        atom = line[end]
        if atom.kind in ENDS and atom.text not in WITHIN:
            break
        if atom.text in context.lexicon.kind("noun.stop") and end > at:
            break
        end += 1
        inside = closing(line, at, end)
        if inside or atom.text in heads or any(atom.text.endswith(h) for h in heads):
            end = max(end, inside)
            best, noun = end, head_words(line, at, end, context)
            if end < len(line) and line[end].text not in heads:
                break
    return best, noun


def closing(line: Line, at: int, end: int) -> int:
    """Where a bracket open before ``end`` closes, its mark with it; 0 if none does (省（区|、市）)."""
    words = [atom.text for atom in line[at:end]]
    if words.count("（") <= words.count("）"):
        return 0
    return next((n + 1 for n in range(end, min(end + 6, len(line))) if line[n].text == "）"), 0)


def in_batches(out: Line, context: Context) -> bool:
    """Whether a count stands behind the number of its batches (12批|114件), or behind what it counts."""
    lexicon = context.lexicon
    batch = len(out) > 1 and lexicon.is_a(out[-1].text, "classifier.batch") and out[-2].kind == NUMBER
    return batch or (bool(out) and out[-1].text in lexicon.kind("party.case"))


def head_words(line: Line, at: int, end: int, context: Context) -> str:
    """The words after the last attributive particle."""
    first = at
    for index in range(at, end):
        if context.lexicon.is_a(line[index].text, "particle.of"):
            first = index + 1
    return "".join(a.text for a in line[first:end])


def noun_before(out: Line, unit: str, context: Context) -> int:
    """How many atoms before a bare number of persons name them: 乡科级以下|干部 776人."""
    back = 0
    heads = context.lexicon.kind(f"party.{unit}")
    if out and out[-1].kind in (WORD, "title") and any(out[-1].text.endswith(h) for h in heads):
        back = 1
        while (
            back < len(out)
            and out[-back - 1].kind == WORD
            and out[-back - 1].end == out[-back].start
            and out[-back - 1].pos.startswith(("n", "f", "b", "j", "m"))
            and not context.lexicon.is_a(out[-back - 1].text, "trigger", "voice.active", "act.handling")
        ):
            back += 1
    return back


def rest(out: Line, context: Context) -> bool:
    """Whether the count closes a list of named persons: 甲、乙等10人."""
    return (
        len(out) > 1
        and context.lexicon.is_a(out[-1].text, "etc")
        and out[-2].kind in ("person", "place", "agency")
    )
