"""Reads Chinese discipline notices and writes a knowledge graph with the evidence for every fact.

Start at ``kg.pipeline``: it is the whole programme on one screen.
"""

__version__ = "0.1.0"
