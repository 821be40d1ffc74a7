"""Document numbers (中办发〔2018〕29号): the sign of the issuer, the year, the running number.

Their form is fixed (《党政机关公文处理工作条例》第九条; GB/T 9704-2012, 7.2.5): the year stands in hexagonal
brackets, which sites spell as others. Only a number right behind a title is read: of one before it, the words
before the sign (根据中办发…) cannot be told from the sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.gazetteer import Gazetteer
from kg.model import Document
from kg.reading import Reading
from kg.values import DocumentValue

_NUMBER = re.compile(
    r"(?P<sign>[\u4e00-\u9fff]{1,12})[〔\[(\u3010\uff08\u2018<《〈]\s?(?P<year>(?:19|20)\d{2})\s?[〕\])\u3011\uff09>》〉]\s?\u7b2c?(?P<no>\d{1,4})(?P<mark>\u53f7)"
)
_BEHIND = re.compile(r"[》\"”\s]{0,2}[(\uff08\[【,，]\s?")
"""What may stand between a title and its number."""

LONGEST = 6
"""Characters of a division's short name that a sign may begin with."""


def numbers(reading: Reading) -> Iterator[tuple[DocumentValue, str]]:
    """The documents of a text with the numbers that stand beside their titles, in one spelling."""
    document = reading.document
    for line in reading.lines:
        for atom in line:
            if isinstance(atom.value, DocumentValue) and not atom.value.short:
                number = behind(document, atom.end)
                if number:
                    yield atom.value, number


def behind(document: Document, end: int) -> str:
    """The number right behind a title, in one spelling: 《…意见》(中办发〔2018〕29号); or an empty string."""
    gap = _BEHIND.match(document.folded, end)
    found = _NUMBER.match(document.folded, gap.end()) if gap else None
    return f"{found['sign']}〔{found['year']}〕{int(found['no'])}{found['mark']}" if found else ""


def seats(number: str, gazetteer: Gazetteer) -> set[str]:
    """Codes of the divisions whose short name a sign begins with (皖政发: 安徽省), the longest."""
    sign = number.partition("〔")[0]
    for size in range(min(len(sign) - 1, LONGEST), 0, -1):
        places = gazetteer.by_name(sign[:size])
        if places:
            return {p.code for p in places}
    return set()


def year(number: str) -> int:
    """The year of a number."""
    return int(number.partition("〔")[2][:4])
