"""The end of effect of a sanction is computed from the rule in force, and says so."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from built import graph, resources
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.effect import later
from kg.model import Graph, Text

TOLD = "{},望江县住建局局长赵试样受到{}处分。"


def ends(built: Graph, kind: str = "") -> list[tuple[str, str]]:
    """End and legal source of each fact that has them."""
    found = []
    for fact in built.facts:
        said = {p.predicate: p.value.text for p in fact.properties if isinstance(p.value, Text)}
        if "computedEffectEnd" in said and fact.kind.startswith(kind):
            found.append((said["computedEffectEnd"], said["legalSource"]))
    return found


@pytest.mark.parametrize(
    ("day", "measure", "end"),
    [
        ("2023年2月14日", "政务警告", "2023-08-14"),
        ("2023年2月14日", "政务记过", "2024-02-14"),
        ("2022年8月31日", "政务记大过", "2024-02-29"),
        ("2023年2月", "政务降级", "2025-02"),
        ("2023年2月", "政务撤职", "2025-02"),
        ("2023年2月", "党内警告", "2024-02"),
        ("2023年2月", "党内严重警告", "2024-08"),
        ("2023年", "党内严重警告", "2024/2025"),
        ("2023年2月", "撤销党内职务", "2025-02"),
        ("2023年2月", "留党察看一年", "2026-02"),
        ("2019年2月", "行政记过", "2020-02"),
    ],
)
def test_end_is_that_of_the_rule(day: str, measure: str, end: str) -> None:
    """Months by measure, as exact as the date told."""
    ((found, source),) = ends(graph(TOLD.format(day, measure)))
    assert found == end
    assert source.startswith("《")


def test_edition_in_force_on_the_day_decides() -> None:
    """The same measure under two editions; before the first of the table nothing is computed."""
    sources = [ends(graph(TOLD.format(day, "党内警告")))[0][1] for day in ("2018年9月", "2018年10月")]
    assert "2015" in sources[0]
    assert "2018" in sources[1]
    assert ends(graph(TOLD.format("2010年9月", "党内警告"))) == []


def test_no_end_without_date_length_or_effect() -> None:
    """Not dated, expelled, on probation of a length not told, or taken back since."""
    assert ends(graph("望江县住建局局长赵试样受到政务记过处分。")) == []
    assert ends(graph(TOLD.format("2023年2月", "开除党籍"))) == []
    assert ends(graph(TOLD.format("2023年2月", "留党察看"))) == []
    back = "2023年5月,经复查,望江县纪委撤销对望江县住建局局长赵试样的党内警告处分。"
    assert ends(graph(TOLD.format("2022年2月", "党内警告"), back)) == []


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(0, 48))
def test_later_never_passes_the_month(day: date, months: int) -> None:
    """So many months later, whatever the day; no such day, the last one of the month."""
    edtf = str(day)
    year, month = divmod(int(edtf[:4]) * 12 + int(edtf[5:7]) - 1 + months, 12)
    assert later(edtf, months)[:7] == f"{year:04}-{month + 1:02}"
    assert later(edtf[:7], months) == f"{year:04}-{month + 1:02}"


def test_every_row_of_the_table_is_of_a_measure_and_editions_follow_each_other() -> None:
    """No two editions of one rule overlap."""
    for effects in resources().vocabulary.effects.values():
        for one, after in pairwise(effects):
            assert one.valid_to < after.valid_from


def test_no_date_after_the_last_year() -> None:
    """A misprint of the year makes no date of five digits."""
    assert later("9999-12-31", 6) == ""
    assert ends(graph(TOLD.format("9999年12月31日", "政务警告"), published="9999")) == []
