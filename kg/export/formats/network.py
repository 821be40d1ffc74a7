"""Entities and plain edges for network programs: GraphML and GEXF, written without a clock.

XML cannot hold most control characters. They are replaced by their visible pictures (U+2400 onwards), and
the file says in a comment how many.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.formats.quads import Files
from kg.export.formats.view import ALT_LABEL, Link, Thing, View
from kg.markup import escaped, note, quoted, visible
from kg.vocab import Vocabulary

_NODE_COLUMNS = ("label", "kind", "kind_zh", "aliases")
_EDGE_COLUMNS = ("label", "predicate", "facts", "quotes")


def graphml(view: View, vocabulary: Vocabulary) -> Files:
    """``graph.graphml``: directed, parallel edges kept apart by id."""
    body, replaced = visible("".join(_graphml(view, vocabulary)))
    return {"graph.graphml": _head(replaced) + body}


def gexf(view: View, vocabulary: Vocabulary) -> Files:
    """``graph.gexf``: GEXF 1.2, which networkx and Gephi both read.

    The label stands in the attribute that GEXF has for it, and not a second time among the others.
    """
    body, replaced = visible("".join(_gexf(view, vocabulary)))
    return {"graph.gexf": _head(replaced) + body}


def _head(replaced: int) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{note(replaced)}'


def rows(view: View, vocabulary: Vocabulary) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Nodes (id, then columns) and edges (id, source, target, then columns) as strings."""
    links = list(view.links())
    ends = {i for link in links for i in (link.source, link.target)}
    entities = list(view.entities())
    known = {e.id for e in entities}
    others = [t for i in sorted(ends - known) if (t := view.get(i))]
    nodes = [_node(t, vocabulary) for t in (*entities, *others)]
    ids = {n[0] for n in nodes}
    nodes += [(i, i, "", "", "") for i in sorted(ends - ids)]
    return nodes, [_edge(link, vocabulary) for link in links]


def _node(thing: Thing, vocabulary: Vocabulary) -> tuple[str, ...]:
    term = vocabulary.classes.get(thing.kind)
    aliases = "; ".join(thing.texts(ALT_LABEL))
    return thing.id, thing.label or thing.id, thing.kind, term.zh if term else "", aliases


def _edge(link: Link, vocabulary: Vocabulary) -> tuple[str, ...]:
    term = vocabulary.properties.get(link.predicate)
    label = term.zh if term else link.predicate
    counts = str(len(link.facts)), str(len(link.evidence))
    return link.id, link.source, link.target, label, link.predicate, *counts


def _graphml(view: View, vocabulary: Vocabulary) -> Iterator[str]:
    nodes, edges = rows(view, vocabulary)
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for target, columns in (("node", _NODE_COLUMNS), ("edge", _EDGE_COLUMNS)):
        for name in columns:
            kind = "int" if name in {"facts", "quotes"} else "string"
            key = f'{target[0]}-{name}" for="{target}" attr.name="{name}" attr.type="{kind}'
            yield f'<key id="{key}"/>\n'
    yield '<graph id="cadre-kg" edgedefault="directed">\n'
    for node, *cells in nodes:
        yield f"<node id={quoted(node)}>{_data('n', _NODE_COLUMNS, cells)}</node>\n"
    for edge, source, target, *cells in edges:
        ends = f"source={quoted(source)} target={quoted(target)}"
        yield f"<edge id={quoted(edge)} {ends}>{_data('e', _EDGE_COLUMNS, cells)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(letter: str, columns: tuple[str, ...], cells: list[str]) -> str:
    pairs = zip(columns, cells, strict=True)
    return "".join(f'<data key="{letter}-{c}">{escaped(v)}</data>' for c, v in pairs if v)


def _gexf(view: View, vocabulary: Vocabulary) -> Iterator[str]:
    nodes, edges = rows(view, vocabulary)
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph mode="static" defaultedgetype="directed">\n'
    for target, columns in (("node", _NODE_COLUMNS), ("edge", _EDGE_COLUMNS)):
        yield f'<attributes class="{target}" mode="static">\n'
        for name in columns[1:]:
            kind = "integer" if name in {"facts", "quotes"} else "string"
            yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node, *cells in nodes:
        head = f"<node id={quoted(node)} label={quoted(cells[0])}>"
        yield f"{head}{_values(_NODE_COLUMNS[1:], cells[1:])}</node>\n"
    yield "</nodes>\n<edges>\n"
    for edge, source, target, *cells in edges:
        ends = f"source={quoted(source)} target={quoted(target)} label={quoted(cells[0])}"
        yield f"<edge id={quoted(edge)} {ends}>{_values(_EDGE_COLUMNS[1:], cells[1:])}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(columns: tuple[str, ...], cells: list[str]) -> str:
    pairs = zip(columns, cells, strict=True)
    found = "".join(f'<attvalue for="{c}" value={quoted(v)}/>' for c, v in pairs if v)
    return f"<attvalues>{found}</attvalues>"
