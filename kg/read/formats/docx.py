"""Word files: paragraphs and tables in their order, deleted text left out (python-docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The text of a document as one; Rejected when it unpacks to more than the limit."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
    if size > options.limits.max_expanded:
        reason = f"unpacks to {size:,} bytes, more than {options.limits.max_expanded:,}"
        raise Rejected(place, "open", reason, "raise --limit max-expanded if you trust it")
    document = docx.Document(io.BytesIO(data))
    properties = document.core_properties
    yield Raw(text="\n".join(_blocks(document)), place=place, title=(properties.title or "").strip())


def _blocks(document: docx.document.Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from ("\t".join(_cells(row)) for row in block.rows)


def _cells(row: docx.table._Row) -> Iterator[str]:
    """The cells of a row, each once where it spans several columns."""
    last = None
    for cell in row.cells:
        if cell._tc is not last:  # noqa: SLF001 (python-docx has no public name for "the same cell again")
            yield cell.text.replace("\n", " ")
        last = cell._tc  # noqa: SLF001
