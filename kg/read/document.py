"""Text and what is known of it -> Document, checked. From here on the text never changes."""

from __future__ import annotations

import hashlib
import re

from kg.dateline import datelines, of_address
from kg.fold import fold
from kg.model import Document
from kg.read.options import Limits, Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_MOST = 64
ID_LENGTH = 16
"""Hex digits of a text's digest that are its id where it brings none."""
_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?)?")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def document(raw: Raw, options: Options) -> Document:
    """A Document of a text; raises Rejected where there is nothing to read in it or its date is none."""
    _check(raw.text, raw.place, options.limits)
    published, basis = _published(raw, options)
    return Document(
        id=safe_id(raw.id) or text_id(raw.text),
        text=raw.text,
        folded=fold(raw.text),
        title=raw.title,
        url=raw.url,
        published=published,
        published_basis=basis,
        source=raw.place,
        dates=tuple(sorted({_read(written) for written in raw.dates} - {"", published})),
        origin=raw.origin,
        ocr=raw.ocr,
    )


def _published(raw: Raw, options: Options) -> tuple[str, str]:
    """The date of publication and its basis: given, else found, else what the caller says of all texts."""
    if raw.published and raw.basis == "given":
        try:
            return partial_date(raw.published), "given"
        except ValueError as error:
            reason = f"published {raw.published[:40]!r} is no date"
            advice = "YYYY, YYYY-MM or YYYY-MM-DD, or leave it out"
            raise Rejected(raw.place, "parse", reason, advice) from error
    found = {raw.basis: _read(raw.published), "url": of_address(raw.url)}
    found["dateline"] = next((line.day for line in datelines(raw.text)), "")
    for basis in ("metadata", "url", "dateline", "page"):
        if found.get(basis):
            return found[basis], basis
    return options.published, "given" if options.published else ""


def _read(written: str) -> str:
    """The date a page tells; empty where it tells none that can be."""
    try:
        return partial_date(written)
    except ValueError:
        return ""


def text_id(text: str) -> str:
    """The hex digits that stand for this text."""
    return hashlib.sha256(text.encode()).hexdigest()[:ID_LENGTH]


def safe_id(given: str) -> str:
    """The given id if it is fit for an IRI; else its fit part and a digest of the whole; ``""`` for none."""
    given = given.strip()
    if not given or (len(given) <= _MOST and _SAFE_ID.fullmatch(given)):
        return given
    digest = hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    stem = "-".join(re.findall(r"[A-Za-z0-9_]+", given))[: _MOST - 9]
    return f"{stem}-{digest}" if stem else digest


def partial_date(written: str) -> str:
    """``2023``, ``2023-05`` or ``2023-05-08`` of a date so written; else ValueError.

    Slashes for hyphens and a time of day behind are read too.
    """
    match = _DATE.fullmatch(written.strip())
    if not match:
        raise ValueError(written)
    year, month, day = match.groups()
    if month and not 1 <= int(month) <= len(_MONTH_DAYS):
        raise ValueError(written)
    if day and not 1 <= int(day) <= _MONTH_DAYS[int(month) - 1]:
        raise ValueError(written)
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _check(text: str, place: str, limits: Limits) -> None:
    if not text.strip():
        raise Rejected(place, "check", "empty", "nothing, or leave it out")
    if len(text) > limits.max_chars:
        reason = f"{len(text):,} characters, more than {limits.max_chars:,}"
        raise Rejected(place, "check", reason, "split it, or raise --limit max-chars")
    if _SURROGATE.search(text):
        raise Rejected(place, "decode", "half a surrogate pair in the text", "write the file as UTF-8 again")
    if not _HAN.search(text):
        raise Rejected(place, "check", "no Chinese in the text", "nothing, or check the encoding")
