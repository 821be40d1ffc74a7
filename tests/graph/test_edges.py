"""Plain edges: only from what is asserted, and never against whoever was cleared."""

from __future__ import annotations

from built import document, edges, facts, graph, resources
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import pipeline
from kg.graph.edges import BLAMING, TOLD_OF

CASES = (
    "2023年2月,望江县住建局局长赵试样受到政务记过处分。",
    "2022年,望江县纪委为5名受到不实举报的党员干部澄清正名。",
    "2023年3月,望江县纪委为望江县住建局局长赵试样澄清正名。",
    "2021年6月,望江县公安局对2名诬告者进行行政拘留。",
    "宿松县教育局副局长钱样本涉嫌严重违纪违法,目前正接受宿松县纪委监委纪律审查和监察调查。",
    "2023年3月,宿松县纪委监委通报4起不担当不作为典型问题。",
    "要修订《中国共产党问责条例》。",
    "2022年3月,望江县委印发《关于加强村务监督工作的意见》,要求建立健全容错纠错机制。",
)


def test_edges_of_a_sanction() -> None:
    """Who received which measure; no punisher where the text names none."""
    built = graph(CASES[0])
    assert edges(built, "sanctionedWith") == {("赵试样", "voc/gov-sanction/demerit")}
    assert edges(built, "punished") == set()


def test_edges_of_a_document() -> None:
    """Issuer to document."""
    assert ("望江县委", "关于加强村务监督工作的意见") in edges(graph(CASES[7]), "issued")


def test_planned_acts_make_no_edge() -> None:
    """An order to revise is no revision."""
    assert edges(graph(CASES[6]), "revised") == set()


def test_every_edge_names_a_fact_or_a_structure() -> None:
    """Edges come from facts, from names or from the gazetteer, and rest on words."""
    built = graph(*CASES)
    known = {f.id for f in built.facts}
    for edge in built.edges:
        assert set(edge.facts) <= known
        assert edge.facts or edge.predicate in {"locatedIn", "partOf", "containedIn"}
        assert edge.evidence


@settings(deadline=None)
@given(st.sets(st.sampled_from(CASES), min_size=1))
def test_cleared_are_never_blamed(texts: set[str]) -> None:
    """Whoever was cleared stands at the end of no blaming edge, whatever else is told."""
    found = [document(text, f"d{CASES.index(text)}") for text in texts]
    built = pipeline.build(found, resources())
    cleared = {p for f in built.facts if f.kind == "Clearing" for p in f.fillers("patient")}
    for edge in built.edges:
        if edge.predicate in BLAMING:
            blamed = edge.source if edge.predicate in TOLD_OF else edge.target
            assert blamed not in cleared


def test_edge_held_back_is_shown_as_refused() -> None:
    """The fact stays, the edge goes, and the reason is kept."""
    built = graph(CASES[0], CASES[2])
    assert facts(built, "Clearing")
    assert facts(built, "GovernmentSanction")
    assert [r.rule for r in built.refusals] == ["graph.edges.cleared"]
    assert edges(built, "sanctionedWith") == set()
    assert ("望江县纪委", "赵试样") in edges(built, "cleared")
