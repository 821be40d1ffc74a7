"""Facts read against facts annotated. "How right is it?"

``score`` compares two sets of records in the schema of ``kg extract``; the measure is role-filler F1,
as in document-level event extraction (MUC-4): see ``kg.evaluate.align``.
"""

from kg.evaluate.records import load
from kg.evaluate.score import Disagreement, Score, Tally, score

__all__ = ["Disagreement", "Score", "Tally", "load", "score"]
