"""Cells of tables that people open in a spreadsheet: none of them is taken for a formula."""

from __future__ import annotations

Cell = str | int | float | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet carries out."""


def harmless(cell: Cell) -> Cell:
    """The cell, with an apostrophe in front where it begins like a formula and is no number."""
    begins = isinstance(cell, str) and cell.startswith(FORMULA)
    return f"'{cell}" if begins and not number(str(cell)) else cell


def number(cell: str) -> bool:
    """Whether a cell is a number."""
    try:
        float(cell)
    except ValueError:
        return False
    return True
