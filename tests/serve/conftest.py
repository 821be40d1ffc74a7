"""The fixtures of ``tests/serving.py``."""

from serving import node, out, serving, site

__all__ = ["node", "out", "serving", "site"]
