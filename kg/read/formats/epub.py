"""Books (EPUB): the chapters in the order of the book, each a text of its own (lxml).

Source: EPUB 3.3, W3C: ``META-INF/container.xml`` names the package document; its spine is the reading order.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_CONTAINER = "META-INF/container.xml"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "blockquote", "div", "br", "title")
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False}


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The chapters of a book that have words; Rejected when it unpacks to more than the limit."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        size = sum(entry.file_size for entry in packed.infolist())
        if size > options.limits.max_expanded:
            reason = f"unpacks to {size:,} bytes, more than {options.limits.max_expanded:,}"
            raise Rejected(place, "open", reason, "raise --limit max-expanded if you trust it")
        path = _parsed(packed.read(_CONTAINER)).find(".//{*}rootfile").get("full-path")
        book = _parsed(packed.read(path))
        date = (book.findtext(".//{http://purl.org/dc/elements/1.1/}date") or "").strip()
        for name in _spine(book, posixpath.dirname(path)):
            text, title = _chapter(packed.read(name))
            if text:
                yield Raw(text, f"{place}!{name}", title=title, published=date, basis="metadata")


def _parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(**_SAFE))


def _spine(book: etree._Element, folder: str) -> Iterator[str]:
    """The names of the chapters inside the book, in order."""
    items = {item.get("id"): item.get("href", "") for item in book.iterfind(".//{*}manifest/{*}item")}
    for reference in book.iterfind(".//{*}spine/{*}itemref"):
        if found := items.get(reference.get("idref")):
            yield posixpath.normpath(posixpath.join(folder, unquote(found.partition("#")[0])))


def _chapter(content: bytes) -> tuple[str, str]:
    """Words and title of a chapter; each block is a line."""
    tree = lxml_html.document_fromstring(
        content, parser=lxml_html.HTMLParser(encoding="utf-8", no_network=True)
    )
    title = " ".join((tree.findtext(".//title") or "").split())
    for element in [*tree.iter("head", "script", "style")]:
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line), title
