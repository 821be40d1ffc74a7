"""Dates as the graph keeps them: an open period is known to last until its text was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.model import Time
from kg.vocab import Vocabulary

MONTH = 7
"""Characters of a date down to the month."""
OPEN = 1_000_000
"""More days than any period told."""


def dated(time: Time, words: str, vocabulary: Vocabulary) -> Time:
    """A date that is not among the words of its claim is carried over from before, and says so."""
    if not time.text or time.text in words:
        return time
    inherited = vocabulary.concepts["date-basis/inherited"]
    return replace(time, basis=inherited.code, text=next(iter(inherited.variants), time.text))


def closed(time: Time, published: str, vocabulary: Vocabulary) -> Time:
    """The date with an open end set to about the month of publication, and a basis of the scheme or none."""
    if f"date-basis/{time.basis}" not in vocabulary.concepts:
        time = replace(time, basis="")
    if not (time.edtf.endswith("/..") and published):
        return time
    return replace(time, edtf=f"{time.edtf.removesuffix('..')}{published[:MONTH]}~")


def meet(one: Time, other: Time) -> bool:
    """Whether two dates may share a day; a bound not known excludes nothing."""
    return before(one.not_before, other.not_after) and before(other.not_before, one.not_after)


def before(first: str, last: str) -> bool:
    """Whether a day is not after another, as far as known."""
    return not first or not last or first <= last


def inside(one: Time, other: Time) -> bool:
    """Whether all days of one date lie in another."""
    if not (one.not_before and one.not_after and other.not_before and other.not_after):
        return one.edtf == other.edtf
    return other.not_before <= one.not_before and one.not_after <= other.not_after


def width(time: Time) -> tuple[int, str]:
    """Sorts the more exact date first: by days between the bounds; open and missing dates last."""
    if not (time.not_before and time.not_after):
        return (OPEN if time.edtf else OPEN + 1), time.edtf
    return (date.fromisoformat(time.not_after) - date.fromisoformat(time.not_before)).days, time.edtf
