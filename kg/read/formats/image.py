"""Images of text (PNG, JPEG, GIF, TIFF, BMP, WebP): every frame is a page, read by OCR (Pillow, RapidOCR)."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageSequence, UnidentifiedImageError

from kg.read.formats import ocr
from kg.read.formats.wrapped import joined
from kg.read.options import Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Rejected

_KINDS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
"""What is opened; Pillow knows more, some of which start other programs (EPS)."""
Image.MAX_IMAGE_PIXELS = None  # our own limit is held before any point is decoded, and can be moved


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected | Working]:
    """The text of an image as one; Rejected where it is too large, broken or shows none."""
    most = options.limits.max_pixels
    lines: list[ocr.Line] = []
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            warnings.simplefilter("ignore")  # odd metadata
            count = getattr(picture, "n_frames", 1)
            if count > options.limits.max_pages:
                reason = f"{count} pages, more than {options.limits.max_pages:,}"
                raise Rejected(place, "parse", reason, "split it, or raise --limit max-pages")
            for frame in ImageSequence.Iterator(picture):
                if frame.width * frame.height > most:
                    reason = f"{frame.width} x {frame.height} points, more than {most:,}"
                    raise Rejected(place, "parse", reason, "make it smaller, or raise --limit max-pixels")
                lines += ocr.lines(frame)
                yield Working(place)
    except UnidentifiedImageError as error:
        raise Rejected(place, "parse", "broken image", "save it again") from error
    text = "\n".join(joined([text for text, _ in lines if text]))
    if not text:
        raise Rejected(place, "parse", "no text found in the image", "leave it out, or take a sharper one")
    yield Raw(text, place, ocr=ocr.certainty(lines))
