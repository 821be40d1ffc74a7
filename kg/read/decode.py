"""Bytes to text, strictly: what does not decode whole is refused, never patched.

Order: byte order mark, UTF-8, then GB18030, Big5 or UTF-16, told apart by which gives everyday Chinese.
The same bytes give the same answer on every machine.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from charset_normalizer import from_bytes

from kg.fold import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be")
_CHINESE = ("gb18030", "big5")
_NEAR = 0.05
_FEW = 0.3
"""Share of everyday characters below which bytes with NUL are no UTF-16."""
_SAMPLE = 200_000
"""Bytes looked at to tell encodings apart; the whole is then decoded strictly."""


class UndecodableError(ValueError):
    """The bytes are text in no encoding we read; the message says what was found."""


def decode(data: bytes) -> str:
    """The text of a file, without byte order mark; raises UndecodableError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)
    if "\0" in text:
        return _wide(data)
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"broken {encoding} at byte {error.start}") from error


def _wide(data: bytes) -> str:
    """Bytes with NUL: UTF-16 without a mark, or no text at all."""
    candidates = [e for e in _readable(data, _WIDE) if _everyday(data[:_SAMPLE].decode(e, "ignore")) > _FEW]
    if not candidates:
        raise UndecodableError("binary, not text")
    return data.decode(_choose(data, candidates))


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    """Bytes that are not UTF-8: one of the Chinese encodings, or UTF-16 without a mark."""
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    candidates = [e for e in _readable(data, (*_CHINESE, *_WIDE)) if _plausible(data.decode(e))]
    if not candidates:
        raise UndecodableError(f"neither UTF-8 (byte {error.start}) nor GB18030, Big5 or UTF-16")
    if len(candidates) == 1:
        return data.decode(candidates[0])
    return data.decode(_choose(data, candidates))


def _choose(data: bytes, candidates: list[str]) -> str:
    """The likeliest of several encodings that all decode: the one that gives everyday Chinese.

    Where that does not tell them apart, charset-normalizer does.
    """
    shares = {c: _everyday(data[:_SAMPLE].decode(c, "ignore")) for c in candidates}
    best = max(shares.values())
    near = [c for c in candidates if shares[c] > best - _NEAR]
    if len(near) > 1:
        names = [c.replace("-", "_") for c in near]
        guess = from_bytes(data[:_SAMPLE], cp_isolation=names, enable_fallback=False).best()
        if guess is not None and guess.encoding in names:
            return near[names.index(guess.encoding)]
    return max(near, key=shares.__getitem__)


def _readable(data: bytes, encodings: Iterable[str]) -> list[str]:
    """Those encodings that decode the whole."""
    found = []
    for encoding in encodings:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append(encoding)
    return found


def _everyday(text: str) -> float:
    """Share of the characters that are everyday Chinese, traditional ones counted as simplified."""
    return sum(map(_level_one, fold(text))) / max(len(text), 1)


def _level_one(char: str) -> bool:
    """Printable ASCII, or rows 1 and 16 to 55 of GB 2312: punctuation and the 3,755 commonest characters."""
    if char.isascii():
        return char.isprintable() or char in "\r\n\t"
    coded = char.encode("gb2312", "ignore")
    return len(coded) == 2 and (coded[0] == 0xA1 or 0xB0 <= coded[0] <= 0xD7)  # noqa: PLR2004


def _plausible(text: str) -> bool:
    """Whether this reads like a text: few control characters, no private or unassigned ones."""
    sample = text[:20_000]
    odd = sum(not (c.isprintable() or c in "\r\n\t\f\u3000\u200b\ufeff\u00ad") for c in sample)
    return odd <= len(sample) // 100
