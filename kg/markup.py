"""Texts in XML: what it cannot hold is shown by a picture and counted, what readers change is spelled out.

XML 1.0 holds no control characters but tab, line feed and carriage return (section 2.2), and a reader makes a
line feed of a carriage return (section 2.11; of two other line ends by XML 1.1).
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS = 32
_PICTURES = 0x2400
LINE_ENDS = {"\r": "&#13;", "\x85": "&#133;", "\u2028": "&#8232;"}
"""Line ends as references, which no reader changes."""
_DECLARATION = re.compile(r"<\?xml[^>]*\?>\n?")


def visible(text: str) -> tuple[str, int]:
    """A text as XML can hold it, and how many characters had to be replaced."""
    found, count = _FORBIDDEN.subn(_picture, text)
    return found, count


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_PICTURES + code) if code < _CONTROLS else "\ufffd"


def quoted(text: str) -> str:
    """A text as the value of an attribute, quotes included."""
    return quoteattr(text, LINE_ENDS)


def escaped(text: str) -> str:
    """A text as the content of an element."""
    return escape(text, LINE_ENDS)


def note(count: int) -> str:
    """The comment that says how many characters are shown by pictures; nothing where none is."""
    return f"<!-- {count} control characters shown by their pictures -->\n" if count else ""


def mended(document: str) -> str:
    """A document that another library wrote without minding any of this; its layout has none of these."""
    text, count = visible(document)
    for character, reference in LINE_ENDS.items():
        text = text.replace(character, reference)
    head = _DECLARATION.match(text)
    at = head.end() if head else 0
    return text[:at] + note(count) + text[at:]
