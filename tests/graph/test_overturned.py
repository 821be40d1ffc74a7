"""A sanction taken back is no sanction given."""

from __future__ import annotations

import pytest
from built import document, facts, graph, named, resources

from kg import pipeline

GIVEN = "2022年2月,望江县住建局局长赵试样受到党内警告处分。"
UNDONE = (
    "2023年5月,望江县纪委经复查,决定撤销望江县住建局局长赵试样党内警告处分。",
    "2023年5月,经复查,望江县纪委撤销对望江县住建局局长赵试样的党内警告处分。",
    "2023年5月,望江县纪委复查后,撤销了2022年2月给予望江县住建局局长赵试样的党内警告处分决定。",
    "2023年5月,望江县住建局局长赵试样的党内警告处分被撤销。",
    "2023年5月,望江县住建局局长赵试样的党内警告处分决定被依法撤销。",
)


@pytest.mark.parametrize("text", UNDONE)
def test_taking_back_is_read_as_that(text: str) -> None:
    """One overturning of the measure, its date, no sanction."""
    built = graph(text)
    (fact,) = facts(built, "Overturning")
    (person,) = named(built, "Person").values()
    assert fact.fillers("patient") == (person.id,)
    assert fact.fillers("measure") == ("voc/party-sanction/warning",)
    assert fact.time.edtf == "2023-05"
    assert "撤销" in fact.label
    assert facts(built, "PartySanction") == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月,望江县住建局局长赵试样申请撤销党内警告处分。",
        "望江县纪委不予撤销望江县住建局局长赵试样党内警告处分。",
        "2023年5月,望江县住建局局长赵试样受到撤销党内职务处分。",
        "2023年5月,望江县住建局局长赵试样受到党内警告处分。",
        "2023年5月,望江县纪委作出撤销望江县住建局局长赵试样局长职务处分的决定。",
        "2023年5月,望江县纪委撤销望江县住建局局长赵试样党支部书记职务,并给予党内警告处分。",
    ],
)
def test_what_is_not_done_is_not_read(text: str) -> None:
    """Asked for, refused, or the name of a measure."""
    assert facts(graph(text), "Overturning") == []


def test_measure_given_in_place_of_the_old_one_stays() -> None:
    """撤销原处分,给予新处分: one taken back, one given."""
    built = graph("2023年5月,望江县纪委撤销望江县住建局局长赵试样党内严重警告处分,给予其党内警告处分。")
    (back,) = facts(built, "Overturning")
    (given,) = facts(built, "PartySanction")
    assert back.fillers("measure") == ("voc/party-sanction/serious-warning",)
    assert given.fillers("measure") == ("voc/party-sanction/warning",)


LIFTED = "2024年3月,处分期满,望江县纪委解除望江县住建局局长赵试样党内警告处分。"


def test_sanction_lifted_after_its_term_stays_a_sanction() -> None:
    """A change of its own that points to the sanction; the plain edge and the end of effect stay."""
    built = graph(GIVEN, LIFTED, published="2024-05-09")
    (given,), (lifted,) = facts(built, "PartySanction"), facts(built, "Lifting")
    assert lifted.fillers("object") == (given.id,)
    assert (lifted.time.edtf, lifted.fillers("measure")) == ("2024-03", ("voc/party-sanction/warning",))
    assert facts(built, "Overturning") == []
    assert [e.target for e in built.edges if e.predicate == "sanctionedWith"] == [
        "voc/party-sanction/warning"
    ]
    assert any(p.predicate == "computedEffectEnd" for p in given.properties)


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月,望江县住建局局长赵试样申请解除党内警告处分。",
        "望江县公安局解除对望江县住建局局长赵试样的取保候审。",
        "2024年3月,望江县纪委解除与望江县住建局局长赵试样的合同,给予其党内警告处分。",
        f"{GIVEN}\n处分期满后,经批准解除处分。",
    ],
)
def test_what_is_not_lifted_is_not_read(text: str) -> None:
    """Asked for, a coercive measure, a contract, or what a rule says of anybody."""
    assert facts(graph(text), "Lifting") == []


def test_agent_is_the_body_that_took_it_back() -> None:
    """Not the body that the person belongs to."""
    read = pipeline.extract(document(UNDONE[0], "d"), resources())
    (claim,) = [c for c in read.claims if c.type == "overturning"]
    assert [getattr(v, "label", "") for v in claim.all("agent")] == ["望江县纪委"]


def test_sanction_and_its_end_stay_with_their_dates() -> None:
    """Both facts, the link between them, and no edge."""
    built = graph(GIVEN, UNDONE[0])
    (given,), (back,) = facts(built, "PartySanction"), facts(built, "Overturning")
    assert back.fillers("object") == (given.id,)
    assert (given.time.edtf, back.time.edtf) == ("2022-02", "2023-05")
    assert not [e for e in built.edges if e.predicate in {"sanctionedWith", "punished"}]
    assert [r.rule for r in built.refusals] == ["graph.edges.overturned"]


def test_lifting_may_open_its_sentence() -> None:
    """A sentence that begins with the word for taking back names no body before it."""
    assert pipeline.extract(document("撤销赵试样党内警告处分。", "d"), resources()).claims
