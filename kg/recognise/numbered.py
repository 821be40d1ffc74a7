"""Orders and announcements cited by number: whole with the body before it, or in a list of numbers."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon, remembered
from kg.recognise.date import numerals
from kg.recognise.line import Atom
from kg.values import DocumentValue

ISSUER = 14
"""Characters that the issuer of an order has at most."""
LONGEST = 24
"""Characters of the body before a numbered announcement at most."""


def by_their_number(text: str, offset: int, lexicon: Lexicon) -> list[Atom]:
    """The numbered orders and announcements of a sentence."""
    found = numbered(text, offset, lexicon) + issued_as(text, offset, lexicon)
    return found + announced(text, offset, lexicon)


def numbered(text: str, offset: int, lexicon: Lexicon) -> list[Atom]:
    """Numbered orders; the numbers of a list share one order word, which the last of them takes along."""
    number, orders = by_number(lexicon)
    signs = tuple(lexicon.kind("number.sign"))
    found: list[Atom] = []
    for match in orders.finditer(text):
        numbers, order = match.groups()
        start, first = offset + match.start(), numbers[:1]
        for part in number.finditer(numbers):
            end = start + part.end() + (len(order) if part.end() == len(numbers) else 0)
            count = (
                part.group() if part.start() == 0 or ordered(part.group(), lexicon) else first + part.group()
            )
            sign = "" if count.endswith(signs) else signs[0]
            value = DocumentValue(count + sign + order, order)
            found.append(titled(start + part.start(), end, value, "order"))
    return found


def ordered(number: str, lexicon: Lexicon) -> bool:
    """Whether a number says that it is one of an order (第五十八号); the later ones of a list may not."""
    return lexicon.is_a(number[:1], "ordinal.word")


def issued_as(text: str, offset: int, lexicon: Lexicon) -> list[Atom]:
    """Orders numbered behind the body that issues them (某省人民政府令第210号): the atom begins behind it."""
    found = []
    for match in by_issuer(lexicon).finditer(text):
        start, end = match.start(1) + len(match.group(1)) - 1, match.end()
        found.append(
            titled(offset + start, offset + end, DocumentValue(match.group(), match.group(1)), "order")
        )
    return found


def announced(text: str, offset: int, lexicon: Lexicon) -> list[Atom]:
    """Announcements numbered behind the body that makes them (某省人大公告第6号): an atom behind it."""
    found = []
    for match in by_announcer(lexicon).finditer(text):
        body = next((n for n in range(LONGEST, 2, -1) if match["body"][-n:] in lexicon.kind("agency")), 0)
        opens = not re.match(r"[\u4e00-\u9fff]", text[match.start() - 1 : match.start()])
        if not body and not (opens and is_body(match["body"], lexicon)):
            continue
        title = match.group()[len(match["body"]) - body :] if body else match.group()
        value = DocumentValue(title, match["genre"])
        found.append(titled(offset + match.start("genre"), offset + match.end(), value, "order"))
    return found


def is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name ends in an organ that every division has (某县人大常委会)."""
    return any(lexicon.is_a(name[-size:], "head.core") for size in range(2, len(name)))


@remembered
def by_announcer(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of a numbered announcement with the words before it."""
    number = rf"{lexicon.pattern('ordinal')}(?:\d+|[{numerals(lexicon)}]+){lexicon.pattern('number.sign')}"
    genre = lexicon.pattern("genre.announcement")
    body = rf"(?P<body>[\u4e00-\u9fff]{{3,{LONGEST}}})"
    return re.compile(rf"{body}(?P<genre>{genre}){of_year(lexicon)}[（(]?{number}[）)]?")


def of_year(lexicon: Lexicon) -> str:
    """The pattern of the year that numbers may be counted in (令〔2010〕第15号, 公告2023年第10号)."""
    return rf"(?:〔?(?:19|20)\d\d{lexicon.pattern('time.year')}?〕?)?"


@remembered
def by_issuer(lexicon: Lexicon) -> re.Pattern[str]:
    """The pattern of an order that opens with its issuer."""
    order, sign = lexicon.pattern("genre.order"), lexicon.pattern("number.sign")
    count = rf"{lexicon.pattern('ordinal')}(?:\d+|[{numerals(lexicon)}]+){sign}"
    number = rf"{of_year(lexicon)}[（(]?{count}[）)]?"
    return re.compile(rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,{ISSUER}}}?({order}){number}")


@remembered
def by_number(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of one number of an order, and of a list of them with its order word."""
    ordinal, sign = lexicon.pattern("ordinal"), lexicon.pattern("number.sign")
    number = rf"(?:\d+|[{numerals(lexicon)}]+)"
    joint = rf"(?:、|{lexicon.pattern('join', 'time.range')})"
    more = rf"(?:{ordinal})?{number}(?:{sign})?"
    counted = (
        rf"(?:{lexicon.pattern('etc')}(?:\d+|[{numerals(lexicon)}]+){lexicon.pattern('count.classifier')})?"
    )
    order = lexicon.pattern("genre.order")
    # 第五号、六号主席令, 第五、六号主席令: the sign may stand behind the last number alone
    orders = rf"({ordinal}{number}(?:(?:{sign})?{joint}(?:{ordinal})?{number})*{sign}){counted}({order})"
    return re.compile(more), re.compile(orders)


def titled(start: int, end: int, value: DocumentValue, rule: str) -> Atom:
    """A document's atom whose text is its title."""
    return Atom(start, end, "document", value.title, value=value, rule=f"recognise.document.{rule}")
