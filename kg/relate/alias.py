"""Short names of documents: defined in the text (以下简称《…》), or used by a slip for another genre.

``kg.normalise.titles`` has resolved them and marked how; here each becomes a claim, once a document.
"""

from __future__ import annotations

from dataclasses import replace

from kg.normalise.titles import DEFINED, SLIP
from kg.recognise.line import Atom
from kg.relate.claim import Claim, Filler
from kg.relate.page import Page
from kg.relate.story import Scene

BRACKETS = "《》"
BEFORE, AFTER = 12, 6
"""Characters within which the bracket around a definition opens and closes."""


def aliases(page: Page) -> list[Claim]:
    """The alias claims of a document, each name and document once."""
    seen: dict[tuple[str, str], Claim] = {}
    for scene in page.scenes:
        for atom in scene.line if "document" in scene.sorts else ():
            if atom.rule in (DEFINED, SLIP):
                claim = alias(page, scene, atom)
                seen.setdefault((atom.text, atom.value.title), claim)
    return list(seen.values())


def alias(page: Page, scene: Scene, atom: Atom) -> Claim:
    """One short name as a claim; a definition rests on its bracket, a slip on its clause."""
    slip = atom.rule == SLIP
    start, end = bracket(page, atom) if not slip else clause_of(page, scene, atom)
    fillers = (
        Filler("document", replace(atom.value, short=False)),
        Filler("alias", atom.text.strip(BRACKETS), atom.start, atom.end),
        Filler("slip", slip),
    )
    return Claim("alias", fillers, start, end, "relate.alias", confidence=0.8 if slip else 0.9)


def bracket(page: Page, atom: Atom) -> tuple[int, int]:
    """The bracket that defines a name, or the name where there is none."""
    before = page.text.rfind("（", max(0, atom.start - BEFORE), atom.start)
    after = page.text.find("）", atom.end, atom.end + AFTER)
    return (before if before >= 0 else atom.start), (after + 1 if after >= 0 else atom.end)


def clause_of(page: Page, scene: Scene, atom: Atom) -> tuple[int, int]:
    """The clause that a name stands in."""
    one = page.clause_at(scene, atom.start)
    return (one.start, one.end) if one is not None else (atom.start, atom.end)
