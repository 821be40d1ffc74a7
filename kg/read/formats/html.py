"""Web pages: the article among navigation, with title, address and date (trafilatura).

Sites of Chinese government follow a common set of ``<meta>`` names (PubDate, ArticleTitle, Url …); these are
trusted first, then what other sites use, then the date in the address, then what stands near the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html
from trafilatura import bare_extraction

from kg.dateline import of_address
from kg.read.decode import UndecodableError, decode
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected

_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:release_date",
    "date",
    "dc.date",
    "firstpublishedtime",
    "datepublished",
)
_TITLES = ("articletitle", "og:title", "dc.title")
_ORIGINS = ("contentsource", "source", "article:author", "og:site_name")
_ADDRESSES = ("og:url", "url")
_LINKED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
"""The day of an article as schema.org names it, in JSON-LD."""
_DATE = re.compile(r"(19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12]\d|3[01]|0?[1-9])(?!\d)")
_JOINT = re.compile(r"[-_|–—·]")
"""What stands between a title and the names of column and site."""
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_NO_CLOCK = {"original_date": True, "min_date": "1990-01-01", "max_date": "2099-12-31"}
"""Search bounds of the date finder; without them it asks the clock, and two runs could differ."""


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The article of a page; Rejected when there is none."""
    del options
    page = decoded(data)
    if not page.strip():
        raise Rejected(place, "check", "empty", "nothing, or leave it out")
    yield article(page, place)


def article(page: str, place: str, url: str = "") -> Raw:
    """The article of a page as text."""
    found: Any = bare_extraction(
        page, url=url or None, include_comments=False, with_metadata=True, date_extraction_params=_NO_CLOCK
    )
    if found is None or not found.text:
        raise Rejected(place, "parse", "no article found in the page", "save the text of the page")
    declared = _declared(page)
    meta = {name: contents[0] for name, contents in declared.items()}
    address = url or _first(meta, _ADDRESSES) or found.url or ""
    published, basis = _published(meta, address)
    return Raw(
        text=found.text,
        place=place,
        title=_first(meta, _TITLES) or headed(page, found.title or ""),
        url=address,
        published=published or found.date or "",
        basis=basis if published else "page",
        dates=tuple(_days(declared)),
        origin=_first(meta, _ORIGINS),
    )


def decoded(data: bytes) -> str:
    """The page as text: the encoding it declares if that holds, else the one its bytes show."""
    declared = _CHARSET.search(data[:4096])
    names = [declared[1].decode().lower()] if declared else []
    for name in names:
        try:
            return data.decode("gb18030" if name in {"gb2312", "gbk"} else name)
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return decode(data)
    except UndecodableError:
        return data.decode(names[0] if names else "utf-8", "replace") if _known(names) else ""


def _known(names: list[str]) -> bool:
    try:
        return bool(names and b"".decode(names[0]) == "")
    except LookupError:
        return False


def _declared(page: str) -> dict[str, list[str]]:
    """What the meta elements and the data for search engines declare, by lower-case name, in order."""
    found: dict[str, list[str]] = {}
    tree = lxml_html.document_fromstring(page.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    for element in tree.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, []).append(content)
    for date in _LINKED.findall(page):
        found.setdefault("datepublished", []).append(date)
    return found


def headed(page: str, title: str) -> str:
    """The title without the names of column and site behind it, where the rest stands on the page alone."""
    ends = [place.start() for place in _JOINT.finditer(title)]
    if not ends:
        return title
    tree = lxml_html.document_fromstring(page.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    elements = (e for e in tree.iter() if isinstance(e.tag, str) and e.tag != "title")
    alone = {" ".join((element.text or "").split()) for element in elements}
    return next((t for end in reversed(ends) if (t := title[:end].strip()) and t in alone), title)


def _days(declared: dict[str, list[str]]) -> Iterator[str]:
    """Every day of publication that is declared."""
    for name in _DATES:
        for content in declared.get(name, ()):
            if date := _DATE.search(content):
                yield date[0]


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _published(meta: dict[str, str], address: str) -> tuple[str, str]:
    """The date a page declares, or the one in its address, and which it is; empty when it has neither."""
    for name in _DATES:
        date = _DATE.search(meta.get(name, ""))
        if date:
            return date[0], "metadata"
    return of_address(address), "url"
