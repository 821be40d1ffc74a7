"""Case files are read as they are described, and a case that is not met says so."""

from pathlib import Path

import pytest
from casefile import Case, cases, differences

RECORD = {
    "entities": {"person": ["赵试样"]},
    "events": [{"type": "sanction", "target": ["赵试样"], "measure": ["警告", "诫勉"], "date": "2023-02"}],
}


def case(*expected: str) -> Case:
    """A case with some expectations."""
    return Case(1, "t", "甲县", "", expected)


def test_blocks_with_titles_dates_and_prose(tmp_path: Path) -> None:
    """Prose is left out, a date in the title is taken, a text may have several lines."""
    path = tmp_path / "a.md"
    path.write_text(
        "# Head\n\nprose\nfirst (published 2023-05)\n.\n甲\n乙\n.\nnone\n.\nsecond\n.\n丙\n.\n.\n",
        encoding="utf-8",
    )
    first, second = cases(path)
    assert (first.line, first.title, first.published, first.text, first.expected) == (
        4,
        "first",
        "2023-05",
        "甲\n乙",
        ("none",),
    )
    assert (second.title, second.expected) == ("second", ())


def test_an_open_block_is_an_error(tmp_path: Path) -> None:
    """A forgotten dot is no silent loss."""
    path = tmp_path / "a.md"
    path.write_text("t\n.\n甲\n.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no end"):
        list(cases(path))


@pytest.mark.parametrize(
    "line",
    [
        '{"type": "sanction", "target": "赵试样", "measure": "诫勉"}',
        '{"type": "sanction", "measure": ["警告", "诫勉"], "date": "2023-02"}',
        'not {"type": "sanction", "target": "钱样本"}',
        'not {"type": "removal", "target": "赵试样"}',
        '{"type": "entity", "person": "赵试样"}',
    ],
)
def test_met(line: str) -> None:
    """Roles given must agree, roles not given are free."""
    assert differences(case(line), RECORD) == []


@pytest.mark.parametrize(
    "line",
    [
        "none",
        '{"type": "sanction", "target": "赵试样", "measure": "记过"}',
        '{"type": "sanction", "target": "赵试样", "agent": "甲县纪委"}',
        'not {"type": "sanction", "target": "赵试样"}',
        '{"type": "entity", "person": "钱样本"}',
    ],
)
def test_not_met(line: str) -> None:
    """A wrong or missing filler, or a fact that must not be, is named."""
    assert differences(case(line), RECORD) == [line]
