"""How fillers are spelled for annotated corpora and for comparing, and what counted agents do."""

from __future__ import annotations

import pytest
from conftest import extracted

from kg.export.facts import promulgating, spelling
from kg.relate.claim import Claim, Filler
from kg.relate.same import key
from kg.values import AgencyValue, DocumentValue, GroupValue, MeasureValue, PersonValue, PlaceValue

COUNTY = PlaceValue("甲县", "county")


@pytest.mark.parametrize(
    ("value", "spelled", "compared"),
    [
        (PersonValue("赵试样"), "赵试样", "赵试样"),
        (COUNTY, "甲县", "甲县"),
        (MeasureValue("party-sanction", "warning", "党内警告"), "党内警告", "党内警告"),
        (AgencyValue("水利局", "StateOrgan", COUNTY), "甲县水利局", "甲县水利局"),
        (DocumentValue("某办法", "办法"), "某办法", "某办法"),
        (GroupValue(3, "person", "党员干部"), {"name": "党员干部", "count": 3}, "3 党员干部"),
        ("局长", "局长", "局长"),
        (True, True, "True"),
        (4, 4, "4"),
    ],
)
def test_one_name_for_spelling_and_comparing(value: object, spelled: object, compared: str) -> None:
    """Both go by the name where there is one; groups and plain values have their own ways."""
    assert spelling(value) == spelled
    assert key(value) == compared


@pytest.mark.parametrize(("count", "expected"), [(5, True), (6, False)])
def test_counted_agents_are_compared_too(count: int, expected: bool) -> None:  # noqa: FBT001 (a column)
    """An order of five departments puts out the document that the same five issue."""
    agents = [Filler("agent", GroupValue(n, "organisation", "部门")) for n in (5, count)]
    order = Claim("issuance", (agents[0],), 0, 5, "relate.issuance.order")
    document = Claim("issuance", (agents[1],), 6, 9, "relate.issuance")
    assert promulgating(order, [order, document], ()) is expected


def test_an_order_that_puts_out_nothing_else_is_an_event() -> None:
    """Of two orders signed at once the one that quotes a law is told by it; the other is an event."""
    text = (
        "国家主席赵样文24日签署了第六十三号、第六十四号主席令。第六十三号主席令说,《样本管理法》已由"
        "全国人民代表大会常务委员会于2023年2月24日通过,现予公布。第六十四号主席令说,任命钱试样为司法部部长。"
    )
    documents = [d for e in extracted(text)["events"] if e["type"] == "issuance" for d in e["document"]]
    assert "第六十四号主席令" in documents
    assert "第六十三号主席令" not in documents
