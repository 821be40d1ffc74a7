"""Who published a text and who copied it: 来源:…, …版权所有; found in the whole page, noise too."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon, remembered
from kg.relate.claim import Claim, Filler
from kg.relate.page import Page
from kg.values import AgencyValue

CHAR = r"[0-9A-Za-z\u3400-\u9fff·“”]"
NAME = CHAR + "{2,20}"
"""An account's or site's name: no blanks, no marks."""
CUES = ("discourse.publication.source", "discourse.publication.rights")
"""Words that say where a text is from."""


def publications(page: Page) -> list[Claim]:
    """The publication claims of a document."""
    found: dict[tuple[str, str], Claim] = {}
    words = [w for kind in CUES for w in page.lexicon.kind(kind)]
    for kind, pattern in forms(page.lexicon) if any(w in page.text for w in words) else ():
        for match in pattern.finditer(page.text):
            claim = published(page, kind, match)
            if claim is not None:
                found.setdefault((kind, str(claim.all("agent")[0])), claim)
    return list(found.values())


@remembered
def forms(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of claims and the patterns they are written in."""
    cue, rights = (lexicon.pattern(kind) for kind in CUES)
    source = rf"(?:(?<=[\s（【。])|^){cue}[：:]\s?(?P<name>《?{NAME}》?)"
    return (
        ("publication", re.compile(source, re.MULTILINE)),
        ("republication", re.compile(rf"(?<!{CHAR})(?P<name>{NAME}){rights}")),
        ("republication", re.compile(rf"{rights}\s?[：:©]\s?(?P<name>{NAME})")),
    )


def published(page: Page, kind: str, match: re.Match[str]) -> Claim | None:
    """The claim of one match; names that are none (网络, 本站) make no claim."""
    start, end = match.span("name")
    words = page.text[start:end].strip("《》")
    button = page.finder("discourse.publication.button").ends(words)
    if button is not None and len(words) > len(button.text) + 1:
        words, end = words[: -len(button.text)], end - len(button.text)
    if page.opens(words, "discourse.publication.not") or words.isdigit():
        return None
    known = page.lexicon.kind("agency").get(words)
    name = known.value if known else words
    agent = Filler("agent", AgencyValue(name, "MediaOrganization", fixed=True), start, end)
    return Claim(
        kind, (agent,), match.start(), end if kind == "publication" else match.end(), "relate.publication"
    )
