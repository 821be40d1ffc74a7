"""What is kept in mind from one sentence to the next."""

from __future__ import annotations

import pytest
from reader import claims, values


def test_a_case_heading_carries_its_person() -> None:
    """The sentences of a case are of the one in its heading, until the next heading."""
    text = (
        "1.怀宁县水利局局长赵试样违规收受礼金问题。2022年3月,受到党内警告处分。\n"
        "2.怀宁县教育局局长钱样本违规聚餐问题。2022年4月,受到诫勉处理。"
    )
    assert [values(c, "target") for c in claims(text, "sanction")] == [["赵试样"], ["钱样本"]]


def test_a_decision_carries_its_organ() -> None:
    """A second measure of the same decision has the organ of the first."""
    text = "怀宁县纪委给予怀宁县水利局局长赵试样党内警告处分,给予副局长钱样本诫勉处理。"
    assert [values(c, "agent") for c in claims(text, "sanction")] == [["怀宁县纪委"], ["怀宁县纪委"]]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022年3月,怀宁县水利局局长赵试样受到党内警告处分。", "2022-03"),
        ("2018年至2020年,怀宁县水利局局长赵试样收受礼金。2022年5月,受到党内警告处分。", "2022-05"),
        ("怀宁县水利局局长赵试样收受礼金。赵试样受到党内警告处分。", ""),
    ],
)
def test_the_date_near(text: str, edtf: str) -> None:
    """The date in the clause or before it; the period of the conduct is not the date of the sanction."""
    (claim,) = claims(text, "sanction")
    assert claim.time.edtf == edtf
