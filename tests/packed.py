"""Files of several formats made from texts, for tests and fuzzing: archives, tables, PDF, books."""

from __future__ import annotations

import csv
import io
import tarfile
import zipfile
from collections.abc import Sequence


def table(*rows: Sequence[str]) -> bytes:
    """A CSV file of some rows, the names of the columns first."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP of some files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    """A tar of some files; ``w:gz`` packs it."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def pdf(*pages: list[str]) -> bytes:
    """A PDF of pages of lines, in the font that Chinese readers have built in."""
    return placed(*([(50, 700 - 14 * n, line) for n, line in enumerate(lines)] for lines in pages))


def placed(*pages: list[tuple[float, float, str]]) -> bytes:
    """A PDF of pages of words, each with its place from the lower left corner, drawn in the order given."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    objects.append(
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>]>>"
    )
    for n, words in enumerate(pages):
        shown = " ".join(
            f"1 0 0 1 {x} {y} Tm <{word.encode('utf-16-be', 'replace').hex()}> Tj" for x, y, word in words
        )
        stream = f"BT /F 12 Tf {shown} ET".encode()
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * n} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    """A PDF of objects, with the table that says where each of them stands."""
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(written + trailer)


def book(chapters: dict[str, str], secret: str = "") -> bytes:
    """An EPUB of some chapters; its package tries to draw in a file of the machine where one is named."""
    items = "".join(f'<item id="i{n}" href="{name}"/>' for n, name in enumerate(chapters))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    dtd = f'<!DOCTYPE package [<!ENTITY x SYSTEM "file://{secret}">]>' if secret else ""
    head = '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:date>2023-05-08&x;</dc:date></metadata>'
    head = head if secret else head.replace("&x;", "")
    package = f"{dtd}<package>{head}<manifest>{items}</manifest><spine>{spine}</spine></package>"
    container = '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>'
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "O/p.opf": package}
    files |= {f"O/{name}": text for name, text in chapters.items()}
    return zipped({name: text.encode("utf-8", "replace") for name, text in files.items()})


def page(text: str) -> bytes:
    """A web page that declares a date and holds a text between navigation and foot."""
    return (
        "<!DOCTYPE html><html><head><meta name=PubDate content=2023-05-08><title>通报</title></head><body>"
        f"<div class=nav><a href=/>首页</a></div><p>{text}</p><div class=foot>版权所有</div></body></html>"
    ).encode("utf-8", "replace")


def archived(content: bytes) -> bytes:
    """A web archive of one page."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
    head += f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def word(text: str) -> bytes:
    """A Word file of one paragraph, with the few parts that one needs."""
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{words}"><w:body><w:p><w:r><w:t>{safe}</w:t></w:r></w:p>'
        "</w:body></w:document>",
    }
    return zipped({name: part.encode("utf-8", "replace") for name, part in parts.items()})
