"""What kind of file this is, told by its first bytes; a suffix decides only where bytes cannot."""

from __future__ import annotations

import re

from kg.read import jsonlines

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "bitmap"),
    (b"RIFF", "riff"),
    (b"{\\rtf", "doc"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_SUFFIXES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".eml": "mail"}
_TAR_MARK = slice(257, 262)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_HTML = re.compile(r"^\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"^(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}){3,}"
)
_MAIL_FIELDS = (b"from:", b"subject:", b"mime-version:", b"date:", b"received:", b"content-type:")
_ENOUGH_FIELDS = 3


def kind(head: bytes, suffix: str = "") -> str:
    """``text`` or the name of a format; ``head`` is some of the first 64 kB of a file."""
    for magic, name in _MAGIC:
        if head.startswith(magic) and (known := _certain(name, head)):
            return known
    if head[_TAR_MARK] == b"ustar":
        return "tar"
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if jsonlines.looks_like(bare):
        return "jsonl"
    if _HTML.match(bare) or _WIDE_HTML.match(bare[:200].decode("utf-16", "ignore")):
        return "html"
    return "mail" if _is_mail(bare) else "text"


def _certain(name: str, head: bytes) -> str:
    """The kind that a short mark stands for; empty where text may begin so too."""
    if name == "bitmap":  # BMP: the offset of the picture follows four bytes that are zero
        return "image" if head[6:10] == bytes(4) else ""
    if name == "riff":
        return "image" if head[8:12] == b"WEBP" else ""
    return name


def word(data: bytes) -> bool:
    """Whether an old Office file is one of Word: its directory names the stream of that."""
    return "WordDocument".encode("utf-16-le") in data


def _is_mail(head: bytes) -> bool:
    """Whether the file begins with the header of a message."""
    found = _MAIL.match(head)
    if not found:
        return False
    names = {line.split(b":")[0].lower() + b":" for line in found[0].splitlines() if b":" in line}
    return len(names & set(_MAIL_FIELDS)) >= _ENOUGH_FIELDS
