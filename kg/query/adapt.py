"""A kept store made to hold a graph that has grown: only the subjects that changed are touched.

What differs between the Turtle the store was made from and the new one is found block by block; of those
subjects the old statements are compared with the new, and the store gets the difference. A text that is gone
must leave nothing behind, not even words that nothing points to: then, and where much has changed, the store
has to be made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.ids import BASE
from kg.query import blocks

MUCH = 4
"""The store is made anew where more than one in so many blocks has changed."""
BATCH = 2_000
"""Subjects compared at once."""
HEADER = 2
"""Blocks before the first subject: the title, which counts the texts, and the prefixes."""
Graphs = Callable[[Iterable[ox.Quad]], Iterable[ox.Quad]]
"""Makes the named graphs of statements, given all those about each subject one after the other."""
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Places = Mapping[bytes, list[tuple[int, int]]]
"""Subject -> start and length of each of its blocks."""


class NotAdaptedError(Exception):
    """The store has to be made anew."""


def adapt(store: ox.Store, old: Path, new: Path, graphs: Graphs | None = None) -> None:
    """Make a store that holds one Turtle file, and its named graphs, hold another.

    Raises NotAdaptedError where the store has to be made anew; this one is then of no use any more.
    """
    header, places = _header(new), _places(new, _changed(old, new))
    subjects, touched = iter(sorted(places)), set[Graph]()
    with new.open("rb") as file:
        while some := list(islice(subjects, BATCH)):
            nodes = _statements(header, [one + b" a kg:Edge ." for one in some])
            told = _statements(header, [_block(file, *at) for one in some for at in places[one]])
            touched |= _replace(store, nodes, told, graphs)
    for graph in touched:
        if next(store.quads_for_pattern(None, None, None, graph), None) is None:
            store.remove_graph(graph)


def _header(path: Path) -> bytes:
    """The prefixes of a file."""
    return b"".join(islice(blocks.blocks(path), 1, HEADER))


def _changed(old: Path, new: Path) -> set[bytes]:
    """The subjects of which two files do not tell the same."""
    if _header(old) != _header(new):
        raise NotAdaptedError
    told = (islice(blocks.blocks(path), HEADER, None) for path in (old, new))
    try:
        return {blocks.subject(block) for block in blocks.unlike(*told)} - {b"#"}
    except blocks.TooFarError as error:
        raise NotAdaptedError from error


def _places(path: Path, subjects: set[bytes]) -> Places:
    """Where some subjects are told of in a file; of one that is gone nowhere."""
    found: dict[bytes, list[tuple[int, int]]] = {one: [] for one in subjects}
    start = count = 0
    for block in blocks.blocks(path):
        own = found.get(blocks.subject(block))
        if own is not None:
            own.append((start, len(block)))
        start += len(block) + len(blocks.END)
        count += 1
    if len(subjects) * MUCH > count:
        raise NotAdaptedError
    return found


def _block(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)


def _statements(header: bytes, some: list[bytes]) -> list[ox.Quad]:
    """The statements of some blocks, those about one subject one after the other."""
    text = b"\n\n".join([header, *some])
    return list(ox.parse(text, format=ox.RdfFormat.TURTLE))


def _replace(
    store: ox.Store, subjects: Iterable[ox.Quad], told: list[ox.Quad], graphs: Graphs | None
) -> set[Graph]:
    """Let a store hold these statements about some subjects and no others; the graphs that have lost some.

    The subjects are those of some statements, one each.
    """
    default = ox.DefaultGraph()
    before = [q for one in subjects for q in store.quads_for_pattern(one.subject, None, None, default)]
    if any(_of_text(quad) for quad in set(before).difference(told)):
        raise NotAdaptedError
    old, new = (set(some).union(graphs(some) if graphs else ()) for some in (before, told))
    lost = old - new
    for quad in lost:
        store.remove(quad)
    store.extend(new - old)
    return {quad.graph_name for quad in lost} - {default}


def _of_text(quad: ox.Quad) -> bool:
    """Whether a statement holds words of a text's own: its digest, its title, its address."""
    subject = quad.subject
    own = isinstance(subject, ox.NamedNode) and subject.value.startswith(f"{BASE}text/")
    return own and isinstance(quad.object, ox.Literal)
