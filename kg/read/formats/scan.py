"""Pages of a PDF that are pictures: drawn, then read by OCR."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from kg.read.options import Options
from kg.read.raw import Working
from kg.read.rejected import Rejected

if TYPE_CHECKING:
    from PIL.Image import Image

_SCALE = 200 / 72
"""Points drawn for one of the page's own: 200 to the inch."""


def pictured(document: pdfium.PdfDocument, numbers: Iterable[int]) -> list[int]:
    """Those pages that hold a picture; a page without text and picture is blank."""
    found = []
    for number in numbers:
        page = document[number]
        try:
            if any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE])):
                found.append(number)
        finally:
            page.close()
    return found


def recognise(
    document: pdfium.PdfDocument, numbers: list[int], pages: list[list[str]], place: str, options: Options
) -> Generator[Working | Rejected, None, float]:
    """Put the lines of some pages in their place, telling after each that it is done.

    Returns the mean certainty over the characters of the whole text, those of pages with text being certain;
    0 where nothing was recognised. Where OCR is not installed, the pages are one Rejected.
    """
    if not numbers:
        return 0.0
    try:
        from kg.read.formats import ocr
    except ImportError as error:
        where = f"{place}!page {', '.join(str(n + 1) for n in numbers)}"
        reason = f"scanned; reading it needs {error.name}"
        yield Rejected(where, "parse", reason, "pip install 'cadre-kg[ocr]'")
        return 0.0
    found: list[tuple[str, float]] = [(line, 1.0) for page in pages for line in page]
    for number in numbers:
        lines = ocr.lines(_drawn(document, number, options.limits.max_pixels))
        pages[number] = [text for text, _ in lines if text]
        found += lines
        yield Working(place)
    return ocr.certainty(found)


def _drawn(document: pdfium.PdfDocument, number: int, most: int) -> Image:
    """A page as a picture, never larger than the limit."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(_SCALE, math.sqrt(most / max(width * height, 1.0)))
        drawn: Image = page.render(scale=scale).to_pil()
        return drawn
    finally:
        page.close()
