"""Villages told by what is theirs: a name of any characters before a village's own organ or post.

No list holds every village and no dictionary its characters; but 某村村委会, 某村党支部书记 and 某村委会主任
say by their organ where the name ends, and a mark, a division or a word of grammar where it begins.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.lexicon import Lexicon, remembered
from kg.recognise.below import chain_before
from kg.recognise.line import NUMBER, WORD, Atom, Context, Line, merge, split
from kg.values import PlaceValue

LONGEST = 4
"""Characters that a village's name may have before its ending."""
SHORT, LONG = 2, 3
"""Characters that the word which begins the name may have: any word, and a name (刘家庄|村)."""
NAMES = ("nr", "ns")
"""Parts of speech of names."""


def village(line: Line, index: int, out: Line, context: Context) -> tuple[Line, int]:
    """The line with the village that starts at an atom as one, and how many atoms it takes: 0 for none."""
    start = line[index].start
    first = line[index]
    if (
        first.kind != WORD
        or len(first.text) > (LONG if first.pos in NAMES else SHORT)
        or not near(start, context)
    ):
        return line, 0
    if not bounded(line[index], out, context):
        return line, 0
    for size in range(1, LONGEST + 1):
        name = context.document.folded[start : start + size]
        if len(name) < size or not own(name, context):
            return line, 0
        length, suffix = ends(start + size, size, context)
        if suffix:
            cut = split(line, start + size + length)
            used = sum(1 for a in cut[index:] if a.end <= start + size + length)
            chain = chain_before(out, start)
            value = PlaceValue(name + suffix, "village", "", chain, written="" if length else name)
            atom = merge(cut, index, index + used, "place", "recognise.place.village", value)
            return [*cut[:index], atom, *cut[index + used :]], 1
    return line, 0


@remembered
def suffixes(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """The endings of the names of villages by their first character."""
    words = [w.text for w in lexicon.kind("place.suffix").values() if w.value == "village"]
    return {first: tuple(w for w in words if w[0] == first) for first in sorted({w[0] for w in words})}


def near(start: int, context: Context) -> bool:
    """Whether an ending may stand where a name that starts at an offset would have it."""
    firsts = suffixes(context.lexicon)
    return any(c in firsts for c in context.document.folded[start + 1 : start + LONGEST + 1])


def bounded(atom: Atom, out: Line, context: Context) -> bool:
    """Whether a name may start at an atom: behind a mark, a division, a date or a word of grammar."""
    before = out[-1] if out else None
    if before is not None and before.kind == NUMBER:
        return False
    if before is None or before.kind != WORD or before.end != atom.start:
        return True
    if before.pos.startswith("n") and len(before.text) > 1:
        return True
    return context.lexicon.is_a(
        before.text,
        *("inner.stop", "inner.never", "mod.former", "join", "voice.active", "anaphor.place"),
        "village.not",
    )


def own(name: str, context: Context) -> bool:
    """Whether characters may all be of a name: no mark, no word of grammar, no level (全村, 该村)."""
    lexicon = context.lexicon
    if not "\u3400" <= name[-1] <= "\u9fff" or lexicon.is_a(name[-1], "inner.stop", "level.char"):
        return False
    if lexicon.is_a(name, "village.not"):
        return False
    return not lexicon.is_a(
        name, "inner.never", "mod.former", "anaphor.all", "determiner.generic", "voice.active"
    )


def ends(at: int, size: int, context: Context) -> tuple[int, str]:
    """Length and words of the ending at an offset where a village's organ or post follows; (0, "") if none.

    A village whose ending is shared with its organ (某|村委会) has an ending of no length.
    """
    text, lexicon = context.document.folded, context.lexicon
    for suffix in suffixes(lexicon).get(text[at : at + 1], ()):
        if not text.startswith(suffix, at):
            continue
        twice = text.startswith(suffix * 2, at) and post_or_party(at + 2 * len(suffix), context)
        if twice or follows(at + len(suffix), context):
            return (2 if twice else 1) * len(suffix), suffix
        if size > 1 and any(
            o.startswith(suffix) and text.startswith(o, at) for o in lexicon.kind("village.organ")
        ):
            return 0, suffix
    return 0, ""


def follows(at: int, context: Context) -> bool:
    """Whether a village's organ, a title or a meeting held there stands at an offset (在某村|召开)."""
    organ = any(
        context.lexicon.begins(k, context.document.folded, at)
        for k in ("organ.of-village", "village.organ", "verb.convene")
    )
    return organ or post_or_party(at, context) or held(at, context)


def held(at: int, context: Context) -> bool:
    """Whether it is said when a post of the village's organ was held (某村|时任|村党支部)."""
    text = context.document.folded
    sizes = [n for n in (3, 2, 1) if context.lexicon.is_a(text[at : at + n], "mod.former")]
    organs = ("organ.of-village", "village.organ")
    return any(context.lexicon.begins(kind, text, at + n) for n in sizes for kind in organs)


def post_or_party(at: int, context: Context) -> bool:
    """Whether a title or an organ of the party stands at an offset."""
    text, titles = context.document.folded, context.lexicon.titles
    return context.lexicon.begins("village.party", text, at) or any(
        text[at : at + n] in titles for n in range(2, 8)
    )
