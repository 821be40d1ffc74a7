"""The data of the page: two JSON objects in columns, ``core`` for the picture and ``detail`` for the panel.

Nodes are numbers, in the order of ``nodes.collect``. Every id, quote and offset of the graph is in
here, and nothing that is not: ``read.py`` turns a page back into entities, facts and edges, and the
tests hold those equal to the Turtle and the JSON lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kg.export.html import pinyin, words
from kg.export.html.context import Passages, passages
from kg.export.html.nodes import Nodes, areas, collect
from kg.export.html.picture import picture
from kg.graph.reversal import undone
from kg.graph.texts import name
from kg.ids import BASE, NAMESPACE, VOCABULARY, digest
from kg.issues import CATALOGUE
from kg.model import Edge, Evidence, Fact, Graph, Property, Ref, Text
from kg.vocab import Vocabulary

Json = dict[str, Any]
_EPOCH = date(1900, 1, 1).toordinal()
CODES = ("date-basis", "agent-status", "stance", "review-status")
"""Schemes whose codes stand bare in the graph; their labels are looked up as ``voc/{scheme}/{code}``."""


ROLES = (
    *("agent", "patient", "object", "ground", "place", "method", "measure"),
    *("role", "member", "organization", "prescribedBy", "mechanism", "addressee"),
)
"""Roles the panel lists as not stated when no fact of the graph fills them (``EXPECTED`` in sentence.js)."""


class Pool:
    """Numbers for repeated strings, in order of first use."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.items: dict[str, int] = {item: i for i, item in enumerate(first)}

    def __call__(self, item: str) -> int:
        """The number of a string."""
        return self.items.setdefault(item, len(self.items))


def build(graph: Graph, vocabulary: Vocabulary, title: str, base: str = BASE) -> tuple[Json, Json]:
    """``(core, detail)``; both are plain JSON and hold no clock, path or machine name."""
    nodes = collect(graph, vocabulary)
    core_names, rules = Pool(), Pool()
    edges = _edges(graph.edges, nodes, core_names)
    facts = _facts(graph.facts, nodes, core_names)
    core: Json = {
        "version": 1,
        "title": title,
        "iri": {"base": base, "ns": NAMESPACE, "voc": VOCABULARY},
        "size": [nodes.entities, nodes.terms, len(graph.facts), len(graph.edges)],
        "docs": [[d.id, name(d), d.url, d.published, d.published_basis] for d in graph.documents],
        "nodes": _nodes(graph, nodes, vocabulary),
        "edges": edges,
        "facts": facts,
        "picture": picture(graph, nodes, areas(graph)),
        "pinyin": pinyin.readings(
            [*nodes.labels[: nodes.facts_from], *(a for e in graph.entities for a in e.aliases)]
        ),
    }
    detail = _detail(graph, nodes, rules)
    core["names"] = list(core_names.items)
    core["words"] = _words(core, detail, graph, vocabulary)
    return core, detail


def _nodes(graph: Graph, nodes: Nodes, vocabulary: Vocabulary) -> Json:
    kinds = Pool()
    places = areas(graph)
    return {
        "id": list(nodes.ids),
        "kind": [kinds(k) for k in nodes.kinds],
        "label": list(nodes.labels),
        "alias": {str(i): list(e.aliases) for i, e in enumerate(graph.entities) if e.aliases},
        "area": [places.get(i, "") for i in nodes.ids[: nodes.entities]],
        "kinds": [list(vocabulary.ancestors(k)) for k in kinds.items],
        "rank": {
            str(i): rank
            for i, local in enumerate(nodes.ids)
            if (rank := words.rank(vocabulary, local)) is not None
        },
        "band": {str(i): b for i, local in enumerate(nodes.ids) if (b := words.band(vocabulary, local))},
    }


def _edges(edges: Sequence[Edge], nodes: Nodes, names: Pool) -> Json:
    at = nodes.index
    return {
        "s": [at[e.source] for e in edges],
        "p": [names(e.predicate) for e in edges],
        "t": [at[e.target] for e in edges],
        "h": [digest(e.source, e.predicate, e.target, length=12) for e in edges],
        "f": [[at[f] - nodes.facts_from for f in e.facts if f in at] for e in edges],
    }


def _facts(facts: Sequence[Fact], nodes: Nodes, names: Pool) -> Json:
    stances, statuses = Pool(["asserted"]), Pool([""])
    void = undone(facts)
    docs = {f.id: sorted({w.doc for w in f.witnesses}) for f in facts}
    order = Pool(sorted({d for row in docs.values() for d in row}))
    return {
        "void": [i for i, f in enumerate(facts) if f.id in void],
        "from": [_day(f.time.not_before) for f in facts],
        "to": [_day(f.time.not_after) for f in facts],
        "edtf": [f.time.edtf for f in facts],
        "stance": [stances(f.stance) for f in facts],
        "agent": [statuses(f.agent_status) for f in facts],
        "sure": [_percent(f.confidence) for f in facts],
        "role": [[n for r in f.roles for n in (names(r.name), nodes.index[r.filler])] for f in facts],
        "doc": [[order(d) for d in docs[f.id]] for f in facts],
        "stances": list(stances.items),
        "agents": list(statuses.items),
        "docs": list(order.items),
    }


def _percent(confidence: float) -> float:
    """Confidence in hundredths, a whole number where it is one."""
    value = round(confidence * 100, 4)
    return int(value) if value == int(value) else value


def _day(iso: str) -> int | None:
    """Days since 1900, so that a range is two numbers; ``None`` when open or unknown."""
    try:
        return date.fromisoformat(iso).toordinal() - _EPOCH if iso else None
    except ValueError:
        return None


def _detail(graph: Graph, nodes: Nodes, rules: Pool) -> Json:
    seen: dict[str, Evidence] = {}
    for item in _evidence(graph):
        seen.setdefault(item.id, item)
    order = {key: i for i, key in enumerate(sorted(seen))}
    cut = passages(graph.documents, seen.values(), graph.issues)
    docs = Pool(d.id for d in graph.documents)

    def refs(items: Iterable[Evidence]) -> list[int]:
        return [order[i.id] for i in items]

    detail: Json = {
        "evidence": [_quote(seen[key], cut, docs) for key in sorted(seen)],
        "passages": list(cut.texts),
        "loose": {str(order[k]): e.quote for k, e in seen.items() if cut.locate(e.span)[0] < 0},
        "props": _props([*graph.entities, *graph.facts], nodes),
        "mentions": {str(i): refs(e.mentions) for i, e in enumerate(graph.entities) if e.mentions},
        "merges": {
            str(i): [[m.text, rules(m.rule), round(m.score, 3)] for m in e.merges]
            for i, e in enumerate(graph.entities)
            if e.merges
        },
        "edges": [refs(e.evidence) for e in graph.edges],
        "times": [[f.time.text, f.time.basis] for f in graph.facts],
        "witnesses": [
            [
                [w.id, docs(w.doc), rules(w.rule), w.confidence, w.stance, w.review, refs(w.evidence)]
                for w in f.witnesses
            ]
            for f in graph.facts
        ],
        "issues": [
            [i.code, docs(i.doc), i.start, i.end, i.quote, i.detail] for i in graph.issues if i.code != "N01"
        ],
    }
    detail["docs"], detail["rules"] = list(docs.items), list(rules.items)
    return detail


def _evidence(graph: Graph) -> Iterable[Evidence]:
    for entity in graph.entities:
        yield from entity.mentions
    for fact in graph.facts:
        for witness in fact.witnesses:
            yield from witness.evidence
    for edge in graph.edges:
        yield from edge.evidence


def _quote(item: Evidence, cut: Passages, docs: Pool) -> list[int]:
    """``[document, start, end, passage, from, to]``: code points in the text, UTF-16 in the passage."""
    return [docs(item.span.doc), item.span.start, item.span.end, *cut.locate(item.span)]


def _props(items: Iterable[Any], nodes: Nodes) -> Json:
    return {str(nodes.index[i.id]): [_value(p, nodes) for p in i.properties] for i in items if i.properties}


def _value(prop: Property, nodes: Nodes) -> list[Any]:
    """``[predicate, value]``; a reference becomes ``{"n": node}`` or ``{"i": id}``, a text ``{"t", "l"}``."""
    match prop.value:
        case Ref(id=local):
            return [prop.predicate, {"n": nodes.index[local]} if local in nodes.index else {"i": local}]
        case Text(text=text, lang=lang):
            return [prop.predicate, {"t": text, "l": lang}]
        case plain:
            return [prop.predicate, plain]


def _words(core: Json, detail: Json, graph: Graph, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Labels of every class, predicate, role and code the page may name."""
    used = {k for row in core["nodes"]["kinds"] for k in row} | set(core["names"])
    used |= {p[0] for rows in detail["props"].values() for p in rows}
    used |= {
        p[1]["i"] for rows in detail["props"].values() for p in rows if isinstance(p[1], dict) and "i" in p[1]
    }
    used |= {local for local in core["nodes"]["id"] if local.startswith("voc/")}
    used |= set(core["nodes"]["band"].values()) | set(ROLES)
    for scheme, codes in zip(CODES, _codes(core, detail), strict=True):
        used |= {f"voc/{scheme}/{code}" for code in codes if code}
    core["iris"] = words.iris(vocabulary, used)
    table = words.table(vocabulary, used - {"Term"})
    return table | {
        f"issue/{c}": [text, text]
        for c in sorted({i.code for i in graph.issues})
        for text in [CATALOGUE[c][0]]
    }


def _codes(core: Json, detail: Json) -> tuple[set[str], set[str], set[str], set[str]]:
    witnesses = [w for row in detail["witnesses"] for w in row]
    stances = set(core["facts"]["stances"]) | {w[4] for w in witnesses}
    return {t[1] for t in detail["times"]}, set(core["facts"]["agents"]), stances, {w[5] for w in witnesses}
