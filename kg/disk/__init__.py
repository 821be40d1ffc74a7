"""Values that wait on the disk, so that memory does not grow with the texts.

Three things are enough for that: a ``Shelf``, on which values are found again by number, a ``Cabinet`` of
values that change, and a ``Sorter``, which puts any number of rows in order with few of them in memory. Rows
are plain (strings, numbers, tuples of those) and are written by ``marshal``: only this process can name its
files, which are gone when it ends.
"""

from __future__ import annotations

from kg.disk.cabinet import Cabinet
from kg.disk.scratch import at
from kg.disk.shelf import Picked, Shelf, in_order, packed, unpacked
from kg.disk.sorter import Row, Sorter

__all__ = ["Cabinet", "Picked", "Row", "Shelf", "Sorter", "at", "in_order", "packed", "unpacked"]
