"""PDF (pypdfium2): pages one after the other, running heads left out, wrapped lines joined; scans by OCR."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium

from kg.read.formats import scan
from kg.read.formats.wrapped import joined
from kg.read.options import Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Rejected

_EDGE = 2
"""Lines at the top and bottom of a page that may be running heads."""
_OFTEN = 3
"""Pages on which an edge line must stand to be a running head."""
_DIGITS = re.compile(r"\d+")


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected | Working]:
    """The text of all pages as one; Rejected for a locked or broken file, or too many pages.

    Pages that are pictures are read by OCR; where that is not installed they are Rejected, the others read.
    """
    document = _opened(data, place)
    try:
        if len(document) > options.limits.max_pages:
            reason = f"{len(document)} pages, more than {options.limits.max_pages:,}"
            raise Rejected(place, "parse", reason, "split it, or raise --limit max-pages")
        pages = [_lines(document, number) for number in range(len(document))]
        title = (document.get_metadata_dict().get("Title") or "").strip()
        drawn = scan.pictured(document, [n for n, lines in enumerate(pages) if not lines])
        sure = yield from scan.recognise(document, drawn, pages, place, options)
    finally:
        document.close()
    text = "\n".join(joined([line for page in without_heads(pages) for line in page]))
    if text.strip():
        yield Raw(text=text, place=place, title=title, ocr=sure)
    elif not drawn or sure:
        raise Rejected(place, "parse", "pages without text", "nothing, or give the text")


def _opened(data: bytes, place: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "locked with a password" if locked else "broken PDF"
        advice = "save it without one" if locked else "save it again"
        raise Rejected(place, "parse", reason, advice) from error


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
