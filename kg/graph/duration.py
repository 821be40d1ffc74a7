"""Terms as written (一年, 十年六个月, 12年) -> ISO 8601 durations (P1Y, P10Y6M)."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon


def duration(words: str, lexicon: Lexicon) -> str:
    """The duration, or an empty string where the words hold none."""
    digits, tens = lexicon.kind("time.digit"), lexicon.kind("time.ten")
    number = "[" + "".join(sorted(re.escape(w) for w in (*digits, *tens) if len(w) == 1)) + r"\d]+"
    found = {}
    for letter, kind in (("Y", "time.year"), ("M", "time.month"), ("D", "time.day")):
        measure = r"[\u4e2a]?" if letter == "M" else ""
        match = re.search(rf"({number}){measure}{lexicon.pattern(kind)}", words)
        if match:
            found[letter] = value(match.group(1), lexicon)
    return "P" + "".join(f"{n}{letter}" for letter, n in found.items()) if found else ""


def value(written: str, lexicon: Lexicon) -> int:
    """A number below a thousand in digits or characters (十二, 一百二十)."""
    if written.isdecimal():
        return int(written)
    total = current = 0
    for char in written:
        ten = lexicon.value("time.ten", char)
        if ten:
            total += (current or 1) * int(ten)
            current = 0
        else:
            current = current * 10 + int(lexicon.value("time.digit", char) or char)
    return total + current
