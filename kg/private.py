"""Personal data in texts: mail addresses, telephone and identity numbers, and how they are kept out.

``mask`` keeps the length, so offsets stay true. Every pattern is bounded: time grows with the length
of the text and nothing else.
"""

from __future__ import annotations

import re

from kg.fold import fold

BLANK = "▒"
"""Stands for one character left out."""

_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z])(?:"
    r"[1-9][0-9]{16}[0-9Xx]"  # identity number, GB 11643
    r"|[1-9][0-9]{3,5}[*xX]{6,12}[0-9]{0,4}[0-9Xx]?"  # the same, partly starred
    r"|(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9*]{4}){2}"  # mobile telephone
    r"|0[0-9]{2,3}[- ]?[1-9][0-9]{6,7}"  # telephone with area code
    r")(?![0-9A-Za-z])"
)
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_DOMAIN = re.compile(r"[ \t]{0,2}[A-Za-z0-9-]{1,63}(?:[ \t]{0,2}\.[ \t]{0,2}[A-Za-z0-9-]{1,63}){1,4}")
_TRACE = re.compile(r"@|[0-9*xX]{4}[- ]?[0-9*xX]{3}")
"""What every kind of personal data holds somewhere."""
_REACH = 64
"""Longest local part of an address (RFC 5321), blanks put in against robots included."""


def find(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of personal data, in order and without overlap."""
    folded = fold(text)
    found = sorted([*_mails(folded), *(m.span() for m in _NUMBERS.finditer(folded))])
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def possible(folded: str) -> bool:
    """Whether a folded text, or any part of one, may hold personal data: quick, and never wrongly no."""
    return _TRACE.search(folded) is not None


def mask(text: str) -> str:
    """The text with personal data blanked, character for character."""
    for start, end in find(text):
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _mails(text: str) -> list[tuple[int, int]]:
    found = []
    at = text.find("@")
    while at >= 0:
        start, domain = _local(text, at), _DOMAIN.match(text, at + 1)
        if start < at and domain:
            found.append((start, domain.end()))
        at = text.find("@", at + 1)
    return found


def _local(text: str, at: int) -> int:
    """Where the local part before an ``@`` starts; single blanks inside it are stepped over."""
    start = at
    for place in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if text[place] in _LOCAL:
            start = place
        elif text[place] not in " \t" or (place > 0 and text[place - 1] not in _LOCAL):
            break
    return start
