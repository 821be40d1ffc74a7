"""Messages (EML): subject, date and body; the body as HTML if there is one, else as text."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from kg.read.decode import decode
from kg.read.formats.html import article, decoded
from kg.read.options import Options
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def texts(data: bytes, place: str, options: Options) -> Iterator[Raw | Rejected]:
    """The body of a message; addresses of its header are no part of it."""
    del options
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise Rejected(place, "parse", "no message", "save it again")
    body = message.get_body(("plain", "html"))
    if body is None:
        raise Rejected(place, "parse", "a message without text", "save its attachments")
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise Rejected(place, "parse", "a message without text", "save its attachments")
    date = getattr(message["date"], "datetime", None)
    if body.get_content_subtype() == "html":
        text = article(decoded(content), place).text
    else:
        text = _declared(content, body.get_content_charset() or "")
    yield Raw(
        text=text,
        place=place,
        title=str(message["subject"] or ""),
        published=date.date().isoformat() if date else "",
        basis="metadata",
    )


def _declared(content: bytes, charset: str) -> str:
    """The body in the encoding it declares, else in the one its bytes show."""
    try:
        return content.decode("gb18030" if charset in {"gb2312", "gbk"} else charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(content)
