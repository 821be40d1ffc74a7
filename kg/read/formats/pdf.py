"""PDF (pypdfium2): pages and columns in order, without running heads, wrapped lines joined; scans by OCR.

A page is read from the places of its characters: a program may draw two columns row by row.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read.formats import scan
from kg.read.formats.heads import without_heads
from kg.read.formats.layout import ordered
from kg.read.formats.runs import Page, Run, em, extent, plain, rows_of
from kg.read.formats.wrapped import paragraphs
from kg.read.options import Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Rejected

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_HYPHEN = "\ufffe"
"""What stands for the hyphen of a word that is parted at the end of a line."""
_NOTHING = (_HYPHEN, "\0")
_WIDE = "\u2e80"
"""The first of the characters that are an em wide."""
_NEAR, _LEVEL = 0.6, 0.25
"""Heights of a character that the next may be away; by which the middles of two on one line may differ."""
_LEAST = 3
"""Characters of a run on average; in vertical or turned text every character is one."""


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected | Working]:
    """The text of all pages as one; Rejected for a locked or broken file, or too many pages.

    Pages that are pictures are read by OCR; where that is not installed they are Rejected, the others read.
    """
    document = _opened(data, place)
    try:
        if len(document) > options.limits.max_pages:
            reason = f"{len(document)} pages, more than {options.limits.max_pages:,}"
            raise Rejected(place, "parse", reason, "split it, or raise --limit max-pages")
        pages = [_page(document, number) for number in range(len(document))]
        lines = [[run.text for run in page.runs] for page in pages]
        title = (document.get_metadata_dict().get("Title") or "").strip()
        drawn = scan.pictured(document, [n for n, found in enumerate(lines) if not found])
        sure = yield from scan.recognise(document, drawn, lines, place, options)
    finally:
        document.close()
    for number in drawn:
        pages[number] = plain(lines[number], em(pages))
    text = _text(pages)
    if text.strip():
        yield Raw(text=text, place=place, title=title, ocr=sure)
    elif not drawn or sure:
        raise Rejected(place, "parse", "pages without text", "nothing, or give the text")


def _text(pages: list[Page]) -> str:
    """The text of all pages, a paragraph a line: what a page, column or running head cut is whole again."""
    size = em(pages)
    bodies = without_heads(pages, [rows_of(page.runs, size) for page in pages])
    room = max((extent(row) for rows in bodies for row in rows), default=0.0)
    return "\n".join(paragraphs([line for rows in bodies for line in ordered(rows, room, size)]))


def _opened(data: bytes, place: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "locked with a password" if locked else "broken PDF"
        advice = "save it without one" if locked else "save it again"
        raise Rejected(place, "parse", reason, advice) from error


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    """The words of a page with their places; only in lines where they do not run from left to right."""
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            runs = list(_runs(words))
            if len(runs) * _LEAST > sum(len(run.text) for run in runs):
                text = words.get_text_bounded().replace(_HYPHEN, "")
                lines = [line.strip() for line in text.splitlines() if line.strip()]
                return plain(lines, em([Page(runs)]))
        finally:
            words.close()
        _, bottom, _, top = page.get_bbox()
        return Page(runs, bottom, top)
    finally:
        page.close()


def _runs(words: pdfium.PdfTextPage) -> Iterator[Run]:
    """Characters that stand one behind the other, as they were drawn; blanks only between them."""
    run: list[tuple[str, Box]] = []
    blanks = ""
    for number in range(words.count_chars()):
        character = chr(pdfium_c.FPDFText_GetUnicode(words, number))
        if character.isspace() or character in _NOTHING:
            blanks += "" if character in _NOTHING else character
            continue
        box = words.get_charbox(number, loose=True)
        if run and not _follows(run[-1][1], box):
            yield _run(run)
            run, blanks = [], ""
        run.append((blanks * bool(run) + character, box))
        blanks = ""
    if run:
        yield _run(run)


def _follows(one: Box, other: Box) -> bool:
    """Whether a character stands on the same line, right behind another."""
    height = max(one[3] - one[1], other[3] - other[1])
    level = abs((one[1] + one[3]) - (other[1] + other[3])) / 2 <= _LEVEL * height
    return level and abs(other[0] - one[2]) < _NEAR * height


def _run(characters: list[tuple[str, Box]]) -> Run:
    text = "".join(character for character, _ in characters)
    boxes = [box for _, box in characters]
    wide = [box[2] - box[0] for character, box in characters if character[-1] >= _WIDE]
    return Run(
        text=text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        left=min(box[0] for box in boxes),
        right=max(box[2] for box in boxes),
        middle=statistics.median((box[1] + box[3]) / 2 for box in boxes),
        size=statistics.median(wide or [box[3] - box[1] for box in boxes]),
    )
