"""Bodies that one body stations at another or in a place (财政部驻某地监察专员办事处, 市纪委派驻某局纪检组).

What stands between the word for stationing and the head may be a division, a body or a title; all is the name
(中国共产党章程 第四十五条: 纪委向国家机关派驻纪律检查组).
"""

from __future__ import annotations

from dataclasses import replace

from kg.recognise.line import Atom, Context, Line, merge
from kg.values import AgencyValue

REACH = 8
"""Atoms between the word for stationing and the head."""


def dispatched(line: Line, index: int, atom: Atom, used: int, context: Context) -> tuple[Atom, int]:
    """The body with what it stations behind it, if a head of such a body follows; else as it is."""
    at = index + used
    lexicon = context.lexicon
    if at >= len(line) or line[at].start != atom.end or not lexicon.begins("verb.station", line[at].text):
        return atom, used
    for last in range(at, min(at + REACH, len(line))):
        inside = line[last]
        touching = last == at or inside.start == line[last - 1].end
        if not touching or inside.kind in ("punct", "person", "date", "number"):
            break
        head = next((h for n in (5, 4, 3) if lexicon.is_a(h := inside.text[-n:], "head.station")), "")
        if head:
            words = "".join(a.text for a in line[at : last + 1])
            value: AgencyValue = atom.value
            whole = replace(
                value,
                body=value.body + words,
                kind=lexicon.kind("head.station")[head].note,
                parents=(*value.parents, value.body),
            )
            return merge(
                line, index, last + 1, "agency", "recognise.agency.dispatched", whole
            ), last + 1 - index
    return atom, used
