"""Readings of the characters that occur in names, so that the page can be searched by pinyin.

The page holds one small table, character -> readings, and matches syllables and initials against
the characters themselves. Characters with several readings keep them all, so a surname is found
by its own reading and by the common one.
"""

from __future__ import annotations

from collections.abc import Iterable

from pypinyin import Style, pinyin


def readings(labels: Iterable[str]) -> dict[str, str]:
    """``{"\u5355": "dan shan chan"}`` for every Han character of the labels, sorted."""
    letters = sorted({c for label in labels for c in label if _is_han(c)})
    return {c: found for c in letters if (found := _of(c))}


def _of(letter: str) -> str:
    """The readings of one character without tones; empty when none is known."""
    found = pinyin(letter, style=Style.NORMAL, heteronym=True, errors="ignore", v_to_u=False)
    return " ".join(dict.fromkeys(s for row in found for s in row))


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003ffff"
