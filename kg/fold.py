"""Folding for matching: one spelling for what readers see as the same character.

``fold`` never changes the length of a text, so an offset found in the folded text is an offset of the
original. It maps half-width punctuation to the Chinese form, full-width digits and letters to ASCII,
every middle dot to one, and traditional characters to simplified ones (OpenCC ``t2s``, one by one).
The folded text is never shown: a quote is always cut from the original.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from types import MappingProxyType

from opencc import OpenCC

_PUNCTUATION = MappingProxyType(
    {
        **dict(zip(",;:?!()", "，；：？！（）", strict=True)),
        **dict(zip("﹐﹔﹕﹖﹗﹙﹚﹑､｡", "，；：？！（）、、。", strict=True)),
        **dict.fromkeys("•・‧∙･⋅⸱", "·"),
        **dict(zip("「」『』﹁﹂﹃﹄", "“”‘’“”‘’", strict=True)),
        **dict.fromkeys("\u3000\u00a0\u2002\u2003", " "),
    }
)
"""Written form -> the form the rules are written in; each one character long."""

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_SHIFT = 0xFEE0
_KEPT = frozenset({0x4E7E})
"""乾 is traditional for 干 in most words, but 乾县 and 乾安县 are simplified and are counties."""
_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))


def fold(text: str) -> str:
    """The text in one spelling, same length; folding twice changes nothing more."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Code point -> folded character, only where they differ."""
    table = {ord(written): form for written, form in _PUNCTUATION.items()}
    kept = set(_PUNCTUATION.values())
    for point in _FULL_WIDTH:
        if chr(point) not in kept:
            table[point] = chr(point - _FULL_WIDTH_SHIFT)
    table.update(_simplified())
    return table


def _simplified() -> dict[int, str]:
    """Code points of traditional and compatibility ideographs -> the simplified character."""
    points = [p for block in _IDEOGRAPHS for p in block if p not in _KEPT]
    composed = [unicodedata.normalize("NFC", chr(p)) for p in points]
    converted = OpenCC("t2s").convert("\n".join(composed)).split("\n")
    pairs = {chr(p): c for p, c in zip(points, converted, strict=True) if len(c) == 1 and c != chr(p)}
    return {ord(written): pairs.get(form, form) for written, form in pairs.items()}
