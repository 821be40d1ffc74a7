"""Labels of a graph's entities and facts by id, without a dictionary of every fact."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import lru_cache

from kg.disk import Shelf
from kg.model import Fact, Graph

AT_HAND = 20_000
"""Labels of facts that were asked for last."""
FACT = "fact/"


class Labels:
    """Looks labels up; facts on the disk by the digest in their ids, eight bytes each."""

    def __init__(self, graph: Graph) -> None:
        self._labels = {e.id: e.label for e in graph.entities}
        self._facts, self._digests = graph.facts, array("Q")
        if isinstance(graph.facts, Shelf):
            self._digests.extend(int(row[0].removeprefix(FACT), 16) for row in graph.facts.rows())
        else:
            self._labels |= {f.id: f.label for f in graph.facts}
        self._of_fact = lru_cache(AT_HAND)(self._look_up)

    def get(self, local: str) -> str | None:
        """The label of an entity or fact; none for anything else."""
        found = self._labels.get(local)
        return self._of_fact(local) if found is None and local.startswith(FACT) else found

    def _look_up(self, local: str) -> str | None:
        number = bisect_left(self._digests, int(local.removeprefix(FACT), 16)) if self._digests else 0
        fact: Fact | None = self._facts[number] if number < len(self._digests) else None
        return fact.label if fact and fact.id == local else None
