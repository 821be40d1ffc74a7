"""Rows of tables and objects of JSON lines -> texts."""

from __future__ import annotations

from collections.abc import Mapping

from kg.read.options import Columns
from kg.read.raw import Raw
from kg.read.rejected import Rejected


def raw(row: Mapping[str, object], columns: Columns, place: str) -> Raw:
    """The text of a row; raises Rejected when it has none or a field is no string.

    A row with an address may do without a text, which may then be fetched.
    """
    if columns.text not in row and not row.get(columns.url):
        raise Rejected(place, "parse", f'no "{columns.text}"', "name the column with --text-column")
    text, id_, title, url, published = (_string(row.get(name), name, place) for name in columns.names())
    if not isinstance(row.get(columns.text), str | None):
        raise Rejected(place, "parse", f'"{columns.text}" is no string', "write it as a string")
    return Raw(text=text, place=place, id=id_, title=title, url=url, published=published)


def _string(value: object, name: str, place: str) -> str:
    """A field as a string: missing and null are empty; whole numbers and dates are as they are written."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    raise Rejected(place, "parse", f'"{name}" is no string', "write it as a string")
