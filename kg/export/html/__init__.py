"""Graph -> one HTML file that opens from disk: see docs/page.md."""

from kg.export.html.page import render

__all__ = ["render"]
