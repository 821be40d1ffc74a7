"""One fact told twice is one fact with two witnesses; two facts are never one."""

from __future__ import annotations

from built import entity, facts, graph, refs

SANCTION = "2023年2月,望江县住建局局长赵试样受到政务记过处分。"
CLEARED = "2022年,望江县纪委为5名受到不实举报的党员干部澄清正名。"


def test_sanction_told_in_two_texts_has_two_witnesses() -> None:
    """Person, measure and date agree: one fact, two claims."""
    built = graph(SANCTION, "望江县通报:2023年2月,望江县住建局原局长赵试样受到政务记过处分。")
    (fact,) = facts(built, "GovernmentSanction")
    assert {w.doc for w in fact.witnesses} == {"d0", "d1"}


def test_coarser_date_is_the_same_sanction() -> None:
    """2023 and 2023-02 fit; the exact date stands."""
    built = graph(SANCTION, "2023年,望江县住建局局长赵试样受到政务记过处分。")
    (fact,) = facts(built, "GovernmentSanction")
    assert fact.time.edtf == "2023-02"


def test_two_sanctions_of_one_person_stay_two() -> None:
    """The same measure in two years is two facts."""
    built = graph(SANCTION, "2019年6月,望江县住建局局长赵试样受到政务记过处分。")
    assert [f.time.edtf for f in sorted(facts(built, "GovernmentSanction"), key=lambda f: f.time.edtf)] == [
        "2019-06",
        "2023-02",
    ]


def test_measures_of_two_schemes_are_two_facts() -> None:
    """A Party and a government sanction in one sentence are two facts of one person."""
    built = graph("2023年2月,望江县住建局局长赵试样受到党内警告、政务记过处分。")
    assert len(facts(built, "PartySanction")) == len(facts(built, "GovernmentSanction")) == 1


def test_patients_are_told_apart() -> None:
    """One fact a patient."""
    built = graph("2023年2月,望江县住建局局长赵试样、副局长钱样本均受到党内警告处分。")
    assert len(facts(built, "PartySanction")) == len(
        {p for f in facts(built, "PartySanction") for p in f.fillers("patient")}
    )


def test_same_count_of_the_same_place_and_date_is_one_group() -> None:
    """A copied notice does not double the number of persons cleared."""
    built = graph(CLEARED, "据悉," + CLEARED)
    (fact,) = facts(built, "Clearing")
    (group,) = [entity(built, i) for i in fact.fillers("patient")]
    assert {m.span.doc for m in group.mentions} == {"d0", "d1"}
    assert refs(group, "countUnit") == ["voc/unit/person"]


def test_groups_of_two_places_or_dates_stay_two() -> None:
    """The same number elsewhere, or in another year, is another group."""
    elsewhere = CLEARED.replace("望江县", "宿松县")
    later = CLEARED.replace("2022年", "2021年")
    assert len(facts(graph(CLEARED, elsewhere, later), "Clearing")) == 3
    assert len([e for e in graph(CLEARED, elsewhere, later).entities if e.kind == "AgentGroup"]) == 3


def test_undated_count_of_another_text_is_not_merged() -> None:
    """A group without a date may be any group of that size."""
    assert len(facts(graph(CLEARED, CLEARED.removeprefix("2022年,")), "Clearing")) == 2
