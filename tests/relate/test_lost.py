"""Posts that a measure ends."""

from __future__ import annotations

import pytest
from reader import claims


def past(text: str) -> dict[str, bool]:
    """Titles told in a text -> whether they are told as past."""
    return {str(c.all("title")[0]): bool(c.all("former")) for c in claims(text, "post")}


@pytest.mark.parametrize(
    ("measure", "party", "state"),
    [("撤销党内职务", True, False), ("政务撤职", False, True), ("党内警告", False, False)],
)
def test_only_posts_of_the_order_end(measure: str, *, party: bool, state: bool) -> None:
    """A Party measure ends posts of the Party, one of state the others, a warning none."""
    told = past(f"怀宁县委常委、副县长赵样文受到{measure}处分。")
    assert (told["常委"], told["副县长"]) == (party, state)


def test_what_is_told_later_stays() -> None:
    """A post held after the measure is not ended by it."""
    assert not past("怀宁县副县长赵样文受到政务撤职处分。赵样文现任怀宁县水利局四级调研员。")["四级调研员"]
