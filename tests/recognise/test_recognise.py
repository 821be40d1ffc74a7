"""The cascade: which rule sees what the others found."""

from __future__ import annotations

from atoms import lines, staged

from kg.recognise import LATER, RULES


def test_the_order_is_the_file() -> None:
    """Divisions, titles, framed names, bodies, persons; then known names, persons again, and groups."""
    assert [name for name, _ in RULES] == ["place", "title", "framed", "agency", "person"]
    assert [name for name, _ in LATER] == ["known", "person", "known", "group"]


def test_each_rule_builds_on_the_ones_before() -> None:
    """A place stays an atom, the title behind it too, then the body between them, then the person."""
    text = "怀宁县水利局局长赵试样参加会议。"
    kinds = {
        stage: {a.text: a.kind for a in staged(text, stage)[0]}
        for stage in ("place", "title", "agency", "person")
    }
    assert kinds["place"]["怀宁县"] == "place"
    assert kinds["title"]["局长"] == "title"
    assert "水利局" not in kinds["title"] or kinds["title"]["水利局"] == "word"
    assert kinds["agency"]["水利局"] == "agency"
    assert kinds["person"]["赵试样"] == "person"


def test_marked_titles_hide_what_stands_in_them() -> None:
    """Names, measures and dates inside 《》 are part of the title."""
    (line,) = lines("《怀宁县2023年党内警告处分办法》已经修订。")
    assert [a.kind for a in line if a.kind not in ("word", "punct")] == ["document"]


def test_a_decimal_is_one_number() -> None:
    """3.5 is not cut at its point."""
    (line,) = lines("增长3.5个百分点。")
    assert "3.5" in [a.text for a in line if a.kind == "number"]
