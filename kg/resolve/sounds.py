"""Names that sound alike (张伟 and 张炜): a misprint, or two persons. A hint for a question only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.resolve.bearer import Bearer
from kg.resolve.joiner import Joiner
from kg.resolve.judgements import Anchor

Key = tuple[str, str, str, str]


def misprints(joiner: Joiner, known: Mapping[Anchor, Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Two texts of one post, measure and month, with two names of one sound: somebody is asked."""
    asked: set[tuple[Anchor, Anchor]] = set()
    for nodes in index(known).values():
        first = nodes[0]
        for node in nodes[1:]:
            if (
                len({n[1] for n in (first, node)}) == 1
                or len(first[1]) != len(node[1])
                or first[0] == node[0]
            ):
                continue
            roots = joiner.union.find(first), joiner.union.find(node)
            new = roots[0] != roots[1] and roots not in asked and not joiner.parted(first, node)
            if new and sound(first[1]) == sound(node[1]):
                asked.add(roots)
                yield known[node], known[first]


def index(known: Mapping[Anchor, Bearer]) -> dict[Key, list[Anchor]]:
    """Whole names by post, measure and month, where more than one is told."""
    found: dict[Key, list[Anchor]] = {}
    for node in sorted(known):
        bearer = known[node]
        for office in sorted(bearer.offices) if not bearer.masked else ():
            for one in sorted(bearer.happenings) if office.body else ():
                found.setdefault((office.body, office.title, one.act, one.month), []).append(node)
    return {key: found[key] for key in sorted(found) if len(found[key]) > 1}


def sound(name: str) -> str:
    """The syllables of a name without tones."""
    from pypinyin import lazy_pinyin  # a tenth of a second, wanted only where two names differ

    return " ".join(lazy_pinyin(name))
