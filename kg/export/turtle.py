"""Graph -> Turtle: prefixes, headings, one indented block a subject, the same bytes every time.

An own writer (``kg.export.rdf.spell``) because the two libraries at hand are either slow or not made for
reading; property tests hold it against the parsers of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import __version__
from kg.export.rdf import Grounds, Names, Times, describe, grounds
from kg.export.rdf.spell import Speller, header, heading, prefixes, written
from kg.ids import BASE
from kg.model import Graph
from kg.vocab import Vocabulary


def turtle(
    graph: Graph,
    vocabulary: Vocabulary,
    *,
    slim: bool = False,
    base: str = BASE,
    times: Times | None = None,
) -> Iterator[str]:
    """The file in pieces.

    Args:
        graph: what is published.
        vocabulary: names and labels of its terms.
        slim: leave out claims and evidence, but no fact and no edge.
        base: what stands before local ids.
        times: start and end of the run as ``2026-01-31T12:00:00Z``; without them no clock is in the file.
    """
    names, spell = Names(vocabulary, base), Speller(prefixes(vocabulary, base), base)
    kind = "facts and edges" if slim else "facts, edges, claims and evidence"
    title = f"cadre-kg {__version__}: {kind} of {len(graph.documents)} texts"
    yield header(title, prefixes(vocabulary, base), base)
    seen = None if slim else Grounds(names, spell)
    yield from written(describe(graph, vocabulary, names, seen=seen, times=times), spell)
    if seen:
        for section, blocks in grounds(graph, seen):
            yield from headed(section, blocks)


def headed(section: str, blocks: Iterator[str]) -> Iterator[str]:
    """Blocks under their heading; nothing where there are none."""
    for number, block in enumerate(blocks):
        if not number:
            yield heading(section)
        yield block
