"""Titles of posts: a head word of the lexicon with the ranks written before it (常务副市长, 代市长)."""

from __future__ import annotations

from kg.recognise.line import WORD, Atom, Context, Line, merge
from kg.values import TitleValue

def title(line: Line, context: Context) -> Line:
    """Replace title words and the ranks in front of them by one atom."""
    titles = context.lexicon.family("title")
    out: Line = []
    for atom in line:
        word = titles.get(atom.text) if atom.kind == WORD else None
        if word is None:
            out.append(atom)
            continue
        first = len(out)
        while first and is_rank(out[first - 1], out[first:], atom, context):
            first -= 1
        ranks = out[first:]
        del out[first:]
        text = "".join(a.text for a in ranks) + atom.text
        kind, organ = word.kind.partition(".")[2], word.value
        value = TitleValue(text, kind, organ=organ)
        out.append(merge([*ranks, atom], 0, len(ranks) + 1, "title", "recognise.title", value))
    return out


def is_rank(before: Atom, ranks: Line, head: Atom, context: Context) -> bool:
    """Whether a word belongs to the title behind it: 副, 常务, 代 … with nothing between."""
    behind = ranks[0] if ranks else head
    return before.kind == WORD and before.end == behind.start and before.text in context.lexicon.kind("rank")
