"""Files that are not plain text -> texts. "What does this file say?" One file a format.

A reader takes the bytes of a file and yields a Raw for each text in it. What it cannot read it raises or
yields as Rejected. Formats that need a package of their own say which extra installs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from kg.read.decode import UndecodableError
from kg.read.options import Options
from kg.read.raw import Raw, Working
from kg.read.rejected import Rejected

Reader = Callable[[bytes, str, Options], Iterator[Raw | Rejected | Working]]
"""Bytes, place for messages, options -> texts, and signs of life where they take long."""

_READERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "html": ("html", "web"),
        "pdf": ("pdf", "pdf"),
        "docx": ("docx", "office"),
        "doc": ("doc", "office"),
        "image": ("image", "ocr"),
        "epub": ("epub", "web"),
        "mail": ("mail", "web"),
        "csv": ("table", ""),
        "warc": ("warc", "warc"),
        "parquet": ("parquet", "parquet"),
    }
)
"""Kind -> module of this room, and the extra that installs what it needs."""
_UNREAD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "xlsx": ("a workbook", "save the sheet as CSV"),
        "pptx": ("slides", "give their text"),
        "ole": ("an old Office file that is none of Word", "save it as text"),
        "program": ("a program", "leave it out"),
    }
)
"""Kind -> why it is not read, and what to do."""


def known(kind: str) -> bool:
    """Whether a kind of file is handled here."""
    return kind in _READERS or kind in _UNREAD


def foreign(kind: str) -> bool:
    """Whether a package from outside parses this kind; that is done in a process of its own."""
    return kind in _READERS and bool(_READERS[kind][1])


def texts(kind: str, data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected | Working]:
    """The texts of a file of a known kind; every fault of the file becomes a Rejected."""
    if kind in _UNREAD:
        reason, advice = _UNREAD[kind]
        yield Rejected(place, "open", reason, advice)
        return
    name, extra = _READERS[kind]
    try:
        reader: Reader = import_module(f"kg.read.formats.{name}").texts
        yield from reader(data, place, options)
    except ImportError as error:
        yield Rejected(
            place, "open", f"reading {kind} needs {error.name}", f"pip install 'cadre-kg[{extra}]'"
        )
    except Rejected as rejected:
        yield rejected
    except UndecodableError as error:
        yield Rejected(place, "decode", str(error), "convert it to UTF-8")
    except MemoryError:
        yield Rejected(place, "parse", f"this {kind} needs too much memory", "raise --limit max-memory")
    except Exception as error:  # noqa: BLE001 (whatever a parser makes of a broken file, the batch goes on)
        yield Rejected(place, "parse", f"broken {kind}: {type(error).__name__}", "open and save it again")
