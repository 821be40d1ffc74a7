"""Copies: texts that repeat another's words are one source, however many sites carry them.

Each text is reduced to fingerprints by winnowing (Schleimer, Wilkerson and Aiken 2003): of every few
neighbouring shingles the smallest hash is kept, so that a common stretch of some length is always seen. A
text whose fingerprints lie almost all in another's, or the other way round, is its copy, whatever caption
or footer it has.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model import Document
from kg.published import stated

SHINGLE, WINDOW = 8, 6
"""Characters of a shingle; shingles of which one is kept."""
FEWEST = 12
"""Fingerprints below which a text is too short to tell: only the same words are then a copy."""
COMMON = 200
"""Texts that share a fingerprint after which it counts as a set phrase, and is looked up no further."""
LONG = 60
"""Fingerprints from which a text is long: some two hundred characters, more than a set phrase."""
SHARED, ALIKE = 0.6, 0.85
"""Share of the shorter text's fingerprints that must lie in the other, where it is long; where it is short.

Given names left out or other words in places cost a long copy a third of its fingerprints; two short notices
of one pattern, about two persons, share four fifths.
"""


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """Id of a text -> id of the text it copies: the earliest published, then the first by id; or itself."""
    found: dict[str, str] = {}
    prints: dict[str, frozenset[int]] = {}
    index: dict[int, list[str]] = {}
    same: dict[str, str] = {}
    for document in sorted(documents, key=lambda d: (stated(d) or "9999", d.id)):
        own = fingerprints(document.folded)
        words = bare(document.folded)
        source = same.get(words, "") or original(own, prints, index)
        found[document.id] = source or document.id
        if not source:
            prints[document.id] = own
            same[words] = document.id
            for one in own:
                known = index.setdefault(one, [])
                if len(known) < COMMON:
                    known.append(document.id)
    return found


def original(
    own: frozenset[int], prints: Mapping[str, frozenset[int]], index: Mapping[int, list[str]]
) -> str:
    """The text that fingerprints are a copy of, or an empty string."""
    shared = Counter(doc for one in sorted(own) for doc in index.get(one, ()))
    fit = [(count, doc) for doc, count in shared.items() if alike(count, own, prints[doc])]
    return min(fit, key=lambda pair: (-pair[0], pair[1]))[1] if fit else ""


def alike(count: int, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether so many common fingerprints make one text a copy of another."""
    fewest = min(len(one), len(other))
    return fewest >= FEWEST and count >= (SHARED if fewest >= LONG else ALIKE) * fewest


def bare(text: str) -> str:
    """A text's letters and characters; marks and blanks do not count."""
    return "".join(c for c in text if c.isalnum())


def fingerprints(text: str) -> frozenset[int]:
    """The fingerprints of a text's letters and characters."""
    words = bare(text)
    hashes = [zlib.crc32(words[at : at + SHINGLE].encode()) for at in range(max(len(words) - SHINGLE + 1, 1))]
    return frozenset(min(hashes[at : at + WINDOW]) for at in range(max(len(hashes) - WINDOW + 1, 1)))


def combined(confidences: Mapping[str, float]) -> float:
    """The confidence of a fact from that of each independent source: the chance that one is right.

    The noisy-or of Pearl (1988), as others use it for claims read by machine; copies are one source.
    """
    wrong = 1.0
    for source in sorted(confidences):
        wrong *= 1.0 - confidences[source]
    return round(1.0 - wrong, 4)
