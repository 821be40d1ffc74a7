"""Copies: texts that repeat another's words are one source, however many sites carry them.

Each text is reduced to fingerprints by winnowing (Schleimer, Wilkerson and Aiken 2003): of every few
neighbouring shingles the smallest hash is kept, so that a common stretch of some length is always seen. A
text whose fingerprints lie almost all in another's, or the other way round, is its copy, whatever caption
or footer it has.
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from math import ceil

from kg.disk import Shelf
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
ROOM = 64
"""Counters a text, for the fingerprints that only it has."""
TWICE = 2
"""More than once is all that needs to be known."""
SHARED, ALIKE = 0.6, 0.85
"""Share of the shorter text's fingerprints that must lie in the other, where it is long; where it is short.

Given names left out or other words in places cost a long copy a third of its fingerprints; two short notices
of one pattern, about two persons, share four fifths.
"""


def copies(documents: Iterable[Document]) -> dict[str, str]:
    """Id of a text -> id of the text it copies: the earliest published, then the first by id; or itself."""
    rows: Shelf[tuple[bytes, Sequence[int]]] = Shelf(
        lambda row: (row[0], array("I", row[1]).tobytes()), lambda row: (row[0], array("I", row[1]))
    )
    order: list[tuple[str, str, int]] = []
    for document in documents:
        words = bare(document.folded)
        told = blake2b(words.encode(), digest_size=16).digest()
        order.append((stated(document) or "9999", document.id, len(order)))
        rows.append((told, array("I", fingerprints(words))))
    found: dict[str, str] = {}
    index = Index(Seen(rows))
    same: dict[bytes, str] = {}
    for _, doc, number in sorted(order):
        told, own = rows[number]
        source = same.get(told, "") or index.original(own)
        found[doc] = source or doc
        if not source:
            index.add(doc, own)
            same[told] = doc
    return found


class Seen:
    """Roughly which fingerprints occur more than once: those that only one text has need no index."""

    def __init__(self, texts: Collection[tuple[bytes, Sequence[int]]]) -> None:
        self._last = (1 << (len(texts) * ROOM).bit_length()) - 1
        self._times = times = bytearray(self._last + 1)
        for _, own in texts:
            for one in own:
                if times[one & self._last] < TWICE:
                    times[one & self._last] += 1

    def shared(self, own: Iterable[int]) -> list[int]:
        """The fingerprints of a text that another may have too."""
        return [one for one in own if self._times[one & self._last] == TWICE]


class Index:
    """The texts that are no copies by their fingerprints, texts of about one length together.

    A copy shares so many fingerprints with its source that it is found by the rarest ones already: the
    longest lists, those of set phrases, are only asked about texts that the shorter ones have brought up.
    """

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._ids: list[str] = []
        self._sizes = array("I")
        self._known: dict[int, int] = {}
        """Fingerprint -> how many texts it has been noted of."""
        self._lists: dict[int, dict[int, list[int]]] = {}
        """Length of texts as a power of two -> fingerprint -> their numbers."""

    def add(self, doc: str, own: Sequence[int]) -> None:
        """Note the fingerprints of a text that is no copy."""
        number, size = len(self._ids), len(own)
        self._ids.append(doc)
        self._sizes.append(size)
        lists = self._lists.setdefault(size.bit_length(), {})
        for one in self._seen.shared(own):
            known = self._known.get(one, 0)
            if known < COMMON:
                self._known[one] = known + 1
                lists.setdefault(one, []).append(number)

    def original(self, own: Sequence[int]) -> str:
        """The text that fingerprints are a copy of, or an empty string."""
        fit: list[tuple[int, str]] = []
        for power, lists in self._lists.items():
            enough = fewest_shared(len(own), (1 << power) >> 1, (1 << power) - 1)
            told = sorted((lists[one] for one in own if one in lists), key=len) if enough else []
            if len(told) >= enough > 0:
                cut = len(told) - enough * 3 // 4
                shared = Counter(number for numbers in told[:cut] for number in numbers)
                near = {n for n, count in shared.items() if count >= enough - (len(told) - cut)}
                for numbers in told[cut:] if near else ():
                    shared.update(near.intersection(numbers))
                sizes = self._sizes
                fit += [(-shared[n], self._ids[n]) for n in near if alike(shared[n], len(own), sizes[n])]
        return min(fit)[1] if fit else ""


def alike(count: int, one: int, other: int) -> bool:
    """Whether so many common fingerprints make a text with so many a copy of another, or the other way."""
    fewest = min(one, other)
    return fewest >= FEWEST and count >= (SHARED if fewest >= LONG else ALIKE) * fewest


def fewest_shared(own: int, low: int, high: int) -> int:
    """Fingerprints that copies share at least, where one has ``low`` to ``high``; 0 if none is alike."""
    low, high = max(min(own, low), FEWEST), min(own, high)
    if high < low:
        return 0
    counts = [ALIKE * low] if low < LONG else []
    counts += [SHARED * max(low, LONG)] if high >= LONG else []
    return ceil(min(counts))


def bare(text: str) -> str:
    """A text's letters and characters; marks and blanks do not count."""
    return "".join(c for c in text if c.isalnum())


def fingerprints(words: str) -> frozenset[int]:
    """The fingerprints of a text's letters and characters."""
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
