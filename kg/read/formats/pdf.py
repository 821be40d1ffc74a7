"""PDF with text: pages one after the other, running heads left out, wrapped lines joined (pypdfium2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium

from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_ENDS = tuple("。!?:;\uff01\uff1f\uff1a\uff1b…”》」』")
"""A line that ends so ends a paragraph, or may."""
_FULL = 0.8
"""Share of the longest line from which on a line counts as wrapped, not ended."""
_EDGE = 2
"""Lines at the top and bottom of a page that may be running heads."""
_OFTEN = 3
"""Pages on which an edge line must stand to be a running head."""
_DIGITS = re.compile(r"\d+")


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The text of all pages as one; Rejected for a locked or scanned file, or too many pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Rejected(
            place,
            "parse",
            "locked with a password" if locked else "broken PDF",
            "save it without one" if locked else "save it again",
        ) from error
    try:
        if len(document) > options.limits.max_pages:
            reason = f"{len(document)} pages, more than {options.limits.max_pages:,}"
            raise Rejected(place, "parse", reason, "split it, or raise --limit max-pages")
        pages = [_lines(document, number) for number in range(len(document))]
        title = (document.get_metadata_dict().get("Title") or "").strip()
    finally:
        document.close()
    text = "\n".join(joined([line for page in without_heads(pages) for line in page]))
    if not text.strip():
        raise Rejected(
            place, "parse", "pages without text, scanned perhaps", "give the text, or read it with OCR first"
        )
    yield Raw(text=text, place=place, title=title)


def _lines(document: pdfium.PdfDocument, number: int) -> list[str]:
    """The lines of a page in reading order, blank ones left out."""
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            text = words.get_text_bounded()
        finally:
            words.close()
    finally:
        page.close()
    return [line.strip() for line in text.replace("\ufffe", "").splitlines() if line.strip()]


def without_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without lines that stand at the edge of several, page numbers not compared."""
    seen = Counter(key for page in pages for key in {_DIGITS.sub("#", line) for line in _edges(page)})
    heads = {key for key, count in seen.items() if count >= _OFTEN and count > len(pages) // 2}
    return [
        [
            line
            for n, line in enumerate(page)
            if not ((n < _EDGE or n >= len(page) - _EDGE) and _DIGITS.sub("#", line) in heads)
        ]
        for page in pages
    ]


def _edges(page: list[str]) -> list[str]:
    return [*page[:_EDGE], *page[-_EDGE:]]


def joined(lines: list[str]) -> list[str]:
    """Paragraphs: a line that fills the width and does not end a sentence goes on in the next."""
    width = max(map(len, lines), default=0)
    found: list[str] = []
    open_ = False
    for line in lines:
        if open_:
            found[-1] += line
        else:
            found.append(line)
        open_ = len(line) >= width * _FULL and not line.endswith(_ENDS)
    return found
