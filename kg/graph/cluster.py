"""Drafts of one key -> those that tell of one fact.

A draft is compared only with the facts of its measures and dates: the time grows with the texts, not with
their square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from sys import maxsize

from kg.graph.draft import Draft
from kg.graph.when import inside, width
from kg.model import Time

Measures = frozenset[str]
ENOUGH = 2
"""Facts that a draft may tell of, after which it does not matter how many more there are."""


@dataclass
class Cluster:
    """Drafts that tell of one fact."""

    number: int = 0
    drafts: list[Draft] = field(default_factory=list)
    dates: dict[str, Time] = field(default_factory=dict)
    """The different dates told, the most exact first."""
    measures: Measures = frozenset()
    docs: set[str] = field(default_factory=set)

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        self.drafts.append(draft)
        if draft.time.edtf:
            self.dates.setdefault(draft.time.edtf, draft.time)
        self.measures |= draft.measures
        self.docs.add(draft.doc)

    def fits(self, draft: Draft) -> bool:
        """Whether a draft may tell of the same fact."""
        if not agree(draft.measures, self.measures):
            return False
        if not (draft.time.edtf and self.dates):
            return draft.doc in self.docs or (not draft.strict and draft.measures == self.measures)
        if draft.strict:
            return draft.time.edtf in self.dates
        return all(inside(draft.time, t) or inside(t, draft.time) for t in self.dates.values())


@dataclass
class Shelf:
    """The clusters with the same measures, found by date."""

    clusters: dict[int, Cluster] = field(default_factory=dict)
    days: list[tuple[str, int]] = field(default_factory=list)
    """First day of the most exact date, and number; sorted."""
    dates: dict[str, dict[int, None]] = field(default_factory=dict)

    def put(self, cluster: Cluster) -> None:
        """Take a cluster in, or take note of its new dates."""
        if cluster.number not in self.clusters:
            self.clusters[cluster.number] = cluster
            insort(self.days, (first_day(cluster), cluster.number))
        for edtf in cluster.dates:
            self.dates.setdefault(edtf, {})[cluster.number] = None

    def drop(self, cluster: Cluster) -> None:
        """Forget a cluster whose measures have changed."""
        del self.clusters[cluster.number]
        del self.days[bisect_left(self.days, (first_day(cluster), cluster.number))]
        for edtf in cluster.dates:
            self.dates.get(edtf, {}).pop(cluster.number, None)

    def near(self, time: Time) -> Iterator[Cluster]:
        """The clusters that a date can mean: of the same date, or with one between its bounds."""
        if not time.edtf:
            yield from self.clusters.values()
            return
        same = self.dates.get(time.edtf, {})
        yield from (self.clusters[n] for n in same)
        if time.not_before and time.not_after:
            start = bisect_left(self.days, (time.not_before, 0))
            end = bisect_right(self.days, (time.not_after, maxsize))
            yield from (self.clusters[n] for _, n in self.days[start:end] if n not in same)


def first_day(cluster: Cluster) -> str:
    """The first day of the most exact date of a cluster; those without bounds stand first."""
    return next(iter(cluster.dates.values())).not_before if cluster.dates else ""


@dataclass
class Clusters:
    """The clusters of one key so far."""

    found: list[Cluster] = field(default_factory=list)
    shelves: dict[Measures, Shelf] = field(default_factory=dict)
    by_doc: dict[str, dict[int, None]] = field(default_factory=dict)

    def take(self, draft: Draft) -> None:
        """Put a draft where it belongs: into the one fact it can tell of, or into a new one."""
        fit = list(islice(self.fitting(draft), ENOUGH))
        if len(fit) == ENOUGH:
            own = (self.found[n] for n in self.by_doc.get(draft.doc, ()))
            fit = list(islice((c for c in own if c.fits(draft)), ENOUGH))
        if len(fit) == 1:
            self.add(fit[0], draft)
        else:
            cluster = Cluster(len(self.found))
            self.found.append(cluster)
            self.add(cluster, draft)

    def fitting(self, draft: Draft) -> Iterator[Cluster]:
        """The clusters that a draft may belong to."""
        for measures, shelf in self.shelves.items():
            if agree(draft.measures, measures):
                if not draft.time.edtf and (draft.strict or draft.measures != measures):
                    own = self.by_doc.get(draft.doc, ())
                    yield from (self.found[n] for n in own if n in shelf.clusters)
                else:
                    yield from (c for c in shelf.near(draft.time) if c.fits(draft))

    def add(self, cluster: Cluster, draft: Draft) -> None:
        """Put a draft into a cluster, and the cluster where it is looked for."""
        before = cluster.measures
        if cluster.drafts and not draft.measures <= before:
            self.shelves[before].drop(cluster)
        cluster.add(draft)
        self.shelves.setdefault(cluster.measures, Shelf()).put(cluster)
        self.by_doc.setdefault(draft.doc, {})[cluster.number] = None


def agree(one: Measures, other: Measures) -> bool:
    """Whether the measures of one are among the other's."""
    return one <= other or other <= one


def clusters(drafts: Iterable[Draft]) -> list[Cluster]:
    """The drafts of one key by the fact they tell of; the most exact dates decide first."""
    made = Clusters()
    for draft in sorted(drafts, key=order):
        made.take(draft)
    return made.found


def order(draft: Draft) -> tuple[object, ...]:
    """Exact dates first, then more measures, then the order of the texts."""
    return (*width(draft.time), -len(draft.measures), draft.doc, draft.found.span.start, draft.found.span.end)
