"""One body, one name in a document's record: 某省人民政府 and 某省政府 are named once.

Only what the closed table of equivalent organs (``lexicon/organ_equivalents.tsv``) says is the same, of the
same division; the name is that which the text uses first. The graph does the same with ids, over all texts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.lexicon import Lexicon
from kg.reading import Reading
from kg.relate.claim import Claim
from kg.resolve.organ import standard
from kg.values import AgencyValue


def alike(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading with every body under the name that its document uses first."""
    first: dict[tuple[str, str], AgencyValue] = {}

    def named(value: Any) -> Any:
        """The first of the bodies that a value is the same as; anything else as it is."""
        if not isinstance(value, AgencyValue) or value.place is None:
            return value
        return first.setdefault((value.place.full, standard(value.body, lexicon)), value)

    def claimed(claim: Claim) -> Claim:
        """A claim with its bodies so named."""
        return replace(claim, fillers=tuple(replace(f, value=named(f.value)) for f in claim.fillers))

    lines = tuple([replace(a, value=named(a.value)) for a in line] for line in reading.lines)
    return replace(reading, lines=lines, claims=tuple(claimed(c) for c in reading.claims))
