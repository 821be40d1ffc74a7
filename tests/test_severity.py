"""The bands of severity: measures of several schemes in one order; where the convention is silent, none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology_dir import find
from kg.vocab import BAND_COLUMNS, Vocabulary, _banded

VOCABULARY = Vocabulary.load(find().path)
GRADED = ("party-sanction", "gov-sanction", "admin-sanction", "org-measure", "accountability", "criminal")
NEITHER = {"accountability/party-reorganisation", "accountability/discipline", "criminal/non-prosecution"}
"""Ranked terms that the convention does not place: they may be light or heavy."""


def band(term: str) -> str:
    """The band of a term."""
    return VOCABULARY.concepts[term].band


@pytest.mark.parametrize("scheme", GRADED)
def test_a_heavier_measure_is_never_in_a_lower_band(scheme: str) -> None:
    """Along the ranks of one scheme the bands do not fall."""
    ranked = sorted((c.rank, c.band) for c in VOCABULARY.scheme(scheme) if c.rank is not None and c.band)
    assert ranked
    assert all(lighter[1] <= heavier[1] for lighter, heavier in pairwise(ranked))


def test_every_ranked_measure_on_persons_has_a_band() -> None:
    """What has none is listed by name, or falls on Party organisations."""
    terms = {i: c for i, c in VOCABULARY.concepts.items() if c.scheme in GRADED and c.rank is not None}
    without = {i for i, c in terms.items() if not c.band and not c.code.startswith("org-")}
    assert without == NEITHER


def test_the_bands_of_the_study() -> None:
    """The places where one band ends and the next begins."""
    assert (band("party-sanction/serious-warning"), band("party-sanction/removal-party-posts")) == (
        "band-2",
        "band-3",
    )
    assert (band("gov-sanction/demotion"), band("gov-sanction/removal")) == ("band-2", "band-3")
    assert (band("org-measure/dismissal"), band("org-measure/downgrading")) == ("band-2", "band-3")
    assert band("criminal/transfer-procuratorate") == "band-4"
    assert band("clearing-method/written") == "band-0"


def test_a_wrong_row_is_refused(tmp_path: Path) -> None:
    """A term or band that is not there, and a term twice, are named with their line."""
    good = "gov-sanction\twarning\tband-2\tx\n"
    for rows in ("gov-sanction\tnone\tband-2\tx\n", "gov-sanction\twarning\tband-9\tx\n", good + good):
        path = tmp_path / "severity.tsv"
        path.write_text("\t".join(BAND_COLUMNS) + "\n" + rows, encoding="utf-8")
        with pytest.raises(OntologyError, match=r"severity\.tsv"):
            _banded(dict(VOCABULARY.concepts), path)
