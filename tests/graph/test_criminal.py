"""Stages of criminal proceedings stay different in the plain edges."""

from __future__ import annotations

import pytest
from built import edges, facts, graph, resources

from kg.graph.criminal import EXONERATING, OF_AGENT, OF_PATIENT, OPEN, STAGE

WHO = "望江县住建局局长赵试样"
COURT, PROSECUTOR = "望江县人民法院", "望江县人民检察院"
TOLD = {
    "transferredToJustice": f"2022年1月,望江县监委将{WHO}移送检察机关审查起诉。",
    "underCoerciveMeasure": f"2022年2月,{PROSECUTOR}对{WHO}作出逮捕决定。",
    "charged": f"2022年3月,{PROSECUTOR}对{WHO}提起公诉。",
    "convicted": f"2022年9月,{COURT}判处{WHO}有期徒刑三年。",
}
ACTS = {
    "underCoerciveMeasure": ("restrained", PROSECUTOR),
    "charged": ("prosecuted", PROSECUTOR),
    "convicted": ("sentenced", COURT),
}


@pytest.mark.parametrize("stage", TOLD)
def test_stage_is_never_shown_as_another(stage: str) -> None:
    """Each stage makes the edges of its own, and nobody else's."""
    built = graph(TOLD[stage])
    assert {p for p in OF_PATIENT if edges(built, p)} == {stage}
    act, body = ACTS.get(stage, ("", ""))
    assert {p: edges(built, p) for p in OF_AGENT if edges(built, p)} == (
        {act: {(body, "赵试样")}} if act else {}
    )


def test_judgment_without_guilt_is_no_edge() -> None:
    """Neither an acquittal nor a decision not to prosecute stands in the plain picture."""
    for told in (f"{COURT}对{WHO}宣告无罪。", f"{PROSECUTOR}决定对{WHO}不起诉。"):
        built = graph(told)
        assert facts(built, "CriminalProceeding")
        assert not any(edges(built, p) for p in OF_PATIENT | OF_AGENT)


def test_liability_without_a_stage_is_no_conviction() -> None:
    """追究刑事责任 tells neither charge nor judgment: a fact, and no plain edge."""
    built = graph(f"2022年9月,{WHO}被依法追究刑事责任。")
    (fact,) = facts(built, "CriminalProceeding")
    assert fact.fillers("measure") == ("voc/criminal/liability",)
    assert not any(edges(built, p) for p in OF_PATIENT | OF_AGENT)


def test_every_criminal_measure_has_its_place() -> None:
    """A code added to the table is put to a stage, or named among those without."""
    concepts = resources().vocabulary.concepts.values()
    codes = {c.id for c in concepts if c.scheme == "criminal"}
    assert codes == {c for c in STAGE if c.startswith("voc/criminal/")} | EXONERATING | OPEN
    assert set(resources().vocabulary.properties) >= OF_PATIENT | OF_AGENT


def test_cleared_is_not_shown_as_charged() -> None:
    """Whoever was cleared stands in no edge of a stage either."""
    cleared = f"2022年12月,望江县纪委为{WHO}澄清正名。"
    built = graph(*TOLD.values(), cleared)
    assert facts(built, "Clearing")
    assert not any(edges(built, p) for p in OF_PATIENT | OF_AGENT)
