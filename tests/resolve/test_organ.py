"""Bodies: one spelling for one organ, units inside bodies, joint organs, names of one text only."""

from __future__ import annotations

import pytest
from built import edges, entity, graph, named, refs, resources

from kg.resolve.organ import class_of, standard

LEXICON = resources().lexicon


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("纪律检查委员会", "纪委"),
        ("纪委市监委", "纪委监委"),
        ("人民政府", "政府"),
        ("住房和城乡建设局", "住建局"),
        ("住房和城乡建设厅", "住建厅"),
        ("发展和改革委员会", "发改委"),
        ("卫生健康委员会", "卫健委"),
        ("村民委员会", "村委会"),
        ("财政局", "财政局"),
    ],
)
def test_one_spelling_for_one_organ(written: str, one: str) -> None:
    """Long, short and half-short names of an organ come to one spelling."""
    assert standard(written, LEXICON) == one


def test_names_of_one_commission_are_one_body() -> None:
    """The Party's name, the province and the long form in front change nothing."""
    built = graph(
        "中共望江县纪律检查委员会通报3起典型问题。",
        "安徽省望江县纪委通报2起典型问题。",
        "望江县纪委通报5起典型问题。",
    )
    found = [e for e in built.entities if e.kind == "DisciplineInspectionCommission"]
    assert [e.id for e in found] == ["org/340827-cdi"]
    assert {m.span.doc for m in found[0].mentions} == {"d0", "d1", "d2"}
    assert refs(found[0], "jurisdiction") == ["place/340827"]


def test_mention_of_a_body_holds_its_division() -> None:
    """What is shown as the body's name is the whole name, not the words below the place."""
    built = graph("中共望江县纪律检查委员会通报3起典型问题。")
    assert [m.quote for m in entity(built, "org/340827-cdi").mentions] == ["中共望江县纪律检查委员会"]


def test_same_organ_of_two_counties_stays_two() -> None:
    """A body is its place's."""
    built = graph("望江县纪委通报3起典型问题。宿松县纪委通报2起典型问题。")
    assert {"org/340827-cdi", "org/340826-cdi"} <= {e.id for e in built.entities}


def test_unit_is_part_of_the_body_before_it() -> None:
    """住建局住房保障办公室 is a unit of the 住建局, which is known although it never stands alone."""
    built = graph("望江县住建局住房保障办公室主任赵试样受到政务警告处分。")
    assert ("望江县住建局住房保障办公室", "望江县住建局") in edges(built, "partOf")
    assert named(built, "GovernmentDepartment")["望江县住建局"].mentions[0].quote == "望江县住建局"


def test_joint_organ_has_two_members() -> None:
    """纪委监委 is one node with 纪委 and 监委 of the place as members, in either spelling."""
    built = graph("望江县纪委监委通报3起典型问题。", "望江县纪委县监委通报2起典型问题。")
    joint = entity(built, "org/340827-cdi-sc")
    assert refs(joint, "hasMember") == ["org/340827-cdi", "org/340827-sc"]
    assert {m.span.doc for m in joint.mentions} == {"d0", "d1"}


def test_class_comes_from_the_last_head() -> None:
    """A body is what its last head says."""
    assert class_of("住建局住房保障办公室", LEXICON) == "InternalUnit"
    assert class_of("国务院", LEXICON) == "Government"
    assert class_of("何物", LEXICON) == ""


def test_ids_are_ascii() -> None:
    """No id holds a character that needs escaping."""
    built = graph("望江县高士镇武昌村村委会主任钱样本受到政务警告处分。")
    assert all(e.id.isascii() for e in built.entities)
    assert all(f.id.isascii() for f in built.facts)
