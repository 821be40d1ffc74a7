"""Web archives (WARC): the article of every page that answered with success (fastwarc)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecordType

from kg.read.formats.html import article, decoded
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_SUCCESS = 200


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """One text a page; a page without an article is Rejected, other records are passed over."""
    for record in ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response, parse_http=True):
        url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
        where = f"{place}!{url}"
        if record.http_headers.status_code != _SUCCESS or "html" not in str(record.http_content_type):
            continue
        content = record.reader.read(options.limits.max_bytes + 1)
        if len(content) > options.limits.max_bytes:
            yield Rejected(
                where, "open", f"more than {options.limits.max_bytes:,} bytes", "raise --limit max-bytes"
            )
            continue
        try:
            yield article(decoded(content), where, url)
        except Rejected as rejected:
            yield rejected
