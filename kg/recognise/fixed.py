"""Bodies known by a proper name of their own. "Which names need no rule?"."""

from __future__ import annotations

from kg.lexicon import Lexicon, remembered
from kg.recognise.line import NUMBER, WORD, Atom, Context, Line, merge
from kg.values import AgencyValue

OWNED = tuple("nmjb")
"""Parts of speech of what a body's short name may be an attribute of, or of what numbers it."""


def fixed(line: Line, index: int, context: Context) -> tuple[Atom, int] | None:
    """A proper name of the lexicon, also when the segmenter cut it."""
    begun = beginnings(context.lexicon)
    text = ""
    found = None
    for length, atom in enumerate(line[index : index + 6], 1):
        if atom.kind not in (WORD, "place", NUMBER) and atom.text != "、":
            break
        text += atom.text
        if text not in begun:
            break
        word = context.lexicon.kind("agency").get(text)
        if word:
            value = AgencyValue(word.value, word.note, fixed=True)
            found = merge(line, index, index + length, "agency", "recognise.agency.fixed", value), length
    return found


def attribute(line: Line, behind: int, body: Atom, context: Context) -> bool:
    """Whether a body's short name only says whose the noun or the number behind it is (中央|预算)."""
    if behind >= len(line) or not context.lexicon.is_a(body.text, "agency.attribute"):
        return False
    after = line[behind]
    acts = [a for a in line[behind : behind + 2] if context.lexicon.is_a(a.text, "round.inspection")]
    elected = context.document.folded[body.start - 1 : body.start] in context.lexicon.kind("session")
    if elected and acts and (acts[0] is after or after.pos.startswith("m")):
        return False  # 二十届中央第四轮巡视: the body inspects
    return after.kind == WORD and after.start == body.end and after.pos[:1] in OWNED


@remembered
def beginnings(lexicon: Lexicon) -> frozenset[str]:
    """What proper names of bodies begin with, themselves included."""
    return frozenset(name[:size] for name in lexicon.kind("agency") for size in range(1, len(name) + 1))
