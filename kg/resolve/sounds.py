"""Names that sound alike (张伟 and 张炜): a misprint, or two persons. A hint for a question only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kg.disk import Row, Sorter
from kg.resolve.joiner import Joiner
from kg.resolve.known import Known


def misprints(joiner: Joiner, known: Known) -> Iterator[tuple[int, int]]:
    """Two texts of one post, measure and month, with two names of one sound: somebody is asked."""
    asked: set[tuple[int, int]] = set()
    for _, rows in groupby(Sorter(rows_of(known)), key=lambda row: row[:4]):
        first, *others = (row[4] for row in rows)
        name = known.names[first]
        for node in others:
            other = known.names[node]
            if other == name or len(other) != len(name) or known.doc(first) == known.doc(node):
                continue
            roots = joiner.union.find(first), joiner.union.find(node)
            new = roots[0] != roots[1] and roots not in asked and not joiner.parted(first, node)
            if new and sound(name) == sound(other):
                asked.add(roots)
                yield node, first


def rows_of(known: Known) -> Iterator[Row]:
    """Whole names by post, measure and month."""
    for node in range(len(known)):
        bearer = known[node]
        if bearer.happenings and not bearer.masked:
            for office in bearer.offices:
                for one in bearer.happenings if office.body else ():
                    yield office.body, office.title, one.act, one.month, node


def sound(name: str) -> str:
    """The syllables of a name without tones."""
    from pypinyin import lazy_pinyin  # a tenth of a second, wanted only where two names differ

    return " ".join(lazy_pinyin(name))
