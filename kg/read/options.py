"""What the caller says of all inputs: their date, where tables hold what, and how much one may cost."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one input may cost before it is set aside; every limit has an option of its name."""

    max_bytes: int = 100_000_000
    """Bytes of one file that is not JSON lines, and of one line of JSON lines."""
    max_chars: int = 2_000_000
    """Characters of one document."""
    max_pages: int = 2_000
    """Pages of one PDF or image."""
    max_pixels: int = 50_000_000
    """Points of one image, and of one page that is drawn to be read by OCR."""
    max_expanded: int = 500_000_000
    """Bytes that one archive or packed file may unpack to."""
    max_members: int = 100_000
    """Files in one archive."""
    max_depth: int = 3
    """Archives inside archives."""
    max_seconds: int = 120
    """Time a parser may take to find the next text of a file, and time for reading one text."""
    max_memory: int = 4_000_000_000
    """Bytes that a process which parses files or reads texts may take beyond what it starts with."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns of tables, and of the fields of JSON lines."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    url: str = "url"
    published: str = "published"

    def names(self) -> tuple[str, ...]:
        """All of them."""
        return self.text, self.id, self.title, self.url, self.published


@dataclass(frozen=True, slots=True)
class Options:
    """Everything the reader is told."""

    published: str = ""
    """Date for texts that bring none: EDTF, may be partial."""
    columns: Columns = field(default_factory=Columns)
    limits: Limits = field(default_factory=Limits)
    network: bool = False
    """Whether addresses among the inputs, and links of rows without a text, are gone to."""
