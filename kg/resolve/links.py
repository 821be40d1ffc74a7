"""Links out: the same division in other collections, as a checked table says (``ontology/links.tsv``)."""

from __future__ import annotations

from kg.model import Text
from kg.resolve.register import Register
from kg.vocab import Vocabulary


def tell_links(register: Register, vocabulary: Vocabulary) -> None:
    """Add its link to every division of the register: a match of concepts, no identity (owl:sameAs)."""
    for local, target in sorted(vocabulary.links.items()):
        if local in register:
            register.tell(local, "exactMatch", Text(target))
