"""What one text tells of a name: posts, and what happened when."""

from __future__ import annotations

from built import document, resources

from kg import pipeline
from kg.relate.claim import Claim
from kg.resolve import resolve
from kg.resolve.bearer import Bearer, Happening, bearers, happenings


def told(text: str) -> dict[str, Bearer]:
    """The bearers of one text by name."""
    known = resources()
    reading = pipeline.kept(document(text, "d0"), known)
    world = resolve([reading], known.lexicon, known.gazetteer, known.vocabulary)
    return {b.name: b for b in bearers([reading], world, world.sources)}


def test_posts_and_measures_are_noted() -> None:
    """The office with its body and division; the measure with its month."""
    (one,) = told("2023年2月,望江县教育局局长赵试样受到党内警告处分。").values()
    assert [o.title for o in one.offices] == ["局长"]
    assert one.happenings == {Happening("party-sanction/warning", "2023-02")}
    assert not one.masked


def test_measure_without_kind_or_month_tells_nobody_apart() -> None:
    """A year, or a sanction of no stated kind, is shared by too many."""
    (one,) = told("2023年,望江县教育局局长赵试样受到党内警告处分。").values()
    assert one.happenings == set()
    vague = Claim("sanction", (), 0, 1, "r")
    assert list(happenings(vague)) == []


def test_days_that_differ_do_not_fit() -> None:
    """A day fits its month, not another day."""
    month, day = Happening("a", "2023-02"), Happening("a", "2023-02-14")
    assert month.fits(day)
    assert day.fits(month)
    assert not day.fits(Happening("a", "2023-02-15"))
    assert not month.fits(Happening("b", "2023-02"))
