"""Articles are found on pages in the style of ten kinds of sites, with title and day."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason="trafilatura is not installed (extra web)")

from sites import Site, read, sites

from kg.read.formats.html import headed


@pytest.mark.parametrize("site", sites(), ids=lambda s: s.name)
def test_the_article_is_found(site: Site) -> None:
    """Nothing of the article is lost, little else is taken, title and day are those of the article."""
    found = read(site)
    assert found.recall > 0.99
    assert found.precision > 0.85
    assert found.title
    assert found.day


def test_all_in_all() -> None:
    """The figures of docs/inputs.md hold."""
    found = [read(site) for site in sites()]
    assert sum(f.precision for f in found) / len(found) > 0.97
    assert sum(f.recall for f in found) / len(found) > 0.995


def test_a_title_keeps_its_own_strokes() -> None:
    """A stroke inside the title is no end of it."""
    page = "<html><head><title>甲-乙通报-某网</title></head><body><h1>甲-乙通报</h1><p>甲</p></body></html>"
    assert headed(page, "甲-乙通报-某网") == "甲-乙通报"
    assert headed(page, "丙-丁-某网") == "丙-丁-某网"
