"""Bodies that were renamed or merged: two bodies and a change between them."""

from __future__ import annotations

from built import graph, named, refs, resources

from kg.model import Text
from kg.resolve.changes import changes

OLD = "2016年5月,环境保护部印发《关于加强执法监督的意见》。"
NEW = "2019年5月,生态环境部印发《关于加强督察整改的意见》。"


def test_renamed_body_stays_two_bodies_with_a_change() -> None:
    """The change has both, the day, the kind and the plan it follows from."""
    built = graph(OLD, NEW)
    bodies = {e.label: e.id for e in built.entities if e.id.startswith("org/")}
    (change,) = named(built, "OrganizationChange").values()
    assert refs(change, "originalOrganization") == [bodies["环境保护部"]]
    assert refs(change, "resultingOrganization") == [bodies["生态环境部"]]
    told = {p.predicate: p.value.text for p in change.properties if isinstance(p.value, Text)}
    assert (told["changeDate"], told["changeKind"]) == ("2018-03-17", "replaced")
    assert "机构改革方案" in told["legalSource"]
    assert change.mentions


def test_no_change_where_one_side_is_not_named() -> None:
    """The graph speaks of what its texts name."""
    assert named(graph(OLD), "OrganizationChange") == {}


def test_bodies_merged_into_one_are_one_change() -> None:
    """Two ministries of 2008, one that took over."""
    text = "人事部、劳动和社会保障部和人力资源和社会保障部先后印发《{}的通知》。"
    built = graph(
        text.format("关于考核"), "人事部召开会议。劳动和社会保障部召开会议。人力资源和社会保障部召开会议。"
    )
    (change,) = named(built, "OrganizationChange").values()
    assert len(refs(change, "originalOrganization")) == 2


def test_every_row_names_bodies_that_the_lexicon_knows() -> None:
    """A row whose names no text could mean would never be told."""
    lexicon = resources().lexicon
    names = {w.value for w in lexicon.kind("agency").values()}
    for (day, kind, became, source), bodies in changes(lexicon).items():
        assert set(bodies) | set(became.split()) <= names
        assert len(day) == len("2018-03-17")
        assert kind in {"replaced", "merged", "split"}
        assert source.startswith("《")
