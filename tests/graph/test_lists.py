"""Groups counted out of groups, and persons named of them."""

from __future__ import annotations

from built import graph, refs

from kg.model import Entity, Graph


def groups(built: Graph) -> dict[int, Entity]:
    """The counted groups by their number."""
    found = [e for e in built.entities if e.kind == "AgentGroup"]
    return {int(str(p.value)): e for e in found for p in e.properties if p.predicate == "cardinality"}


def test_group_counted_out_of_another_is_part_of_it() -> None:
    """其中 in one sentence."""
    found = groups(graph("2023年2月,望江县纪委监委对32名责任人员进行问责,其中给予党内警告处分10人。"))
    assert refs(found[10], "partOfGroup") == [found[32].id]
    assert refs(found[32], "partOfGroup") == []


def test_groups_of_two_sentences_are_not_related() -> None:
    """A new sentence counts anew."""
    text = "2023年2月,望江县纪委监委对32名责任人员进行问责。其中问题严重。给予党内警告处分10人。"
    assert all(refs(g, "partOfGroup") == [] for g in groups(graph(text)).values())


def test_persons_named_before_the_number_are_its_members() -> None:
    """赵试样、钱样本等10人: two of ten are known."""
    who = "望江县住建局局长赵试样、副局长钱样本作风漂浮。"
    built = graph(who + "2023年2月,望江县纪委对赵试样、钱样本等10人给予党内警告处分。")
    names = {e.id: e.label for e in built.entities if e.kind == "Person"}
    assert sorted(names[i] for i in refs(groups(built)[10], "listsMember")) == ["赵试样", "钱样本"]


def test_persons_named_elsewhere_are_not() -> None:
    """Without 等 before the number nobody is one of it."""
    built = graph("望江县住建局局长赵试样主持会议。2023年2月,望江县纪委对10人给予党内警告处分。")
    assert all(refs(g, "listsMember") == [] for g in groups(built).values())
